using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Operations;

/// <summary>What an agency says of its part in an operation, as it was typed.</summary>
/// <param name="Participant">Which part: an agency may have one for each of several regions.</param>
/// <param name="Answer">What it says.</param>
public sealed record AnswerForm(ParticipantId Participant, AnswerForm.Kind Answer)
{
    const int MostPeople = 100_000;

    public enum Kind
    {
        Accept,
        Decline,
        Confirm,
    }

    public string Children { get; init; } = "";
    public string Suspects { get; init; } = "";

    public static AnswerForm? Of(IFormCollection fields) =>
        Guid.TryParse(fields["participant"], out var participant)
        && Enum.TryParse<Kind>(fields["answer"], out var answer) && Enum.IsDefined(answer)
            ? new(new(participant), answer)
            {
                Children = fields["children"].ToString().Trim(),
                Suspects = fields["suspects"].ToString().Trim(),
            }
            : null;

    public IReadOnlyList<string> Problems() =>
        Answer != Kind.Confirm || Numbers is not null ? [] : ["numbers"];

    /// <summary>Whether the last answer is this one: then the form was sent before.</summary>
    public bool IsLast(OperationFacts facts, UserId by) =>
        facts.Answers.Where(it => it.Participant == Participant).MaxBy(it => it.At) is { } last && last.By == by
        && (Answer, last) switch
        {
            (Kind.Accept, ParticipantAnswer.Accepted) => true,
            (Kind.Decline, ParticipantAnswer.Declined) => true,
            (Kind.Confirm, ParticipantAnswer.Confirmed it) => (it.Children, it.Suspects) == Numbers,
            _ => false,
        };

    public Task<Outcome<ParticipantAnswer>> DoAsync(OperationStore store, OperationId id, CancellationToken cancel) =>
        Answer switch
        {
            Kind.Accept => store.AcceptAsync(id, Participant, cancel),
            Kind.Decline => store.DeclineAsync(id, Participant, cancel),
            Kind.Confirm => store.ConfirmAsync(id, Participant, Numbers!.Value, cancel),
        };

    (int Children, int Suspects)? Numbers =>
        NewPlanForm.NumberOf(Children, MostPeople) is { } children
        && NewPlanForm.NumberOf(Suspects, MostPeople) is { } suspects ? (children, suspects) : null;
}
