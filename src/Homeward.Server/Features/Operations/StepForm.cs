using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Operations;

/// <summary>A decision about an operation as it was typed.</summary>
/// <param name="Deed">What is decided.</param>
/// <param name="Text">The reason, or the number of the bulletin; empty where neither is asked for.</param>
public sealed record StepForm(StepForm.Kind Deed, string Text)
{
    public const int MostReasonCharacters = 200;

    public enum Kind
    {
        Authorise,
        CallOff,
        Secure,
        Report,
        Close,
        Reopen,
    }

    /// <summary>What the field office decides; null for anything else.</summary>
    public static StepForm? OfField(IFormCollection fields) =>
        Enum.TryParse<Kind>(fields["step"], out var deed) && deed is >= Kind.Secure and <= Kind.Reopen
            ? new(deed, fields[deed == Kind.Report ? "bulletin" : "reason"].ToString().Trim()) : null;

    /// <param name="bulletins">The numbers of those that state the results.</param>
    public IReadOnlyList<string> Problems(IReadOnlyList<string> bulletins) => Deed switch
    {
        Kind.CallOff or Kind.Reopen when Text.Length is 0 or > MostReasonCharacters || Text.Any(char.IsControl) =>
            ["reason"],
        Kind.Report when !bulletins.Contains(Text) => ["bulletin"],
        _ => [],
    };

    /// <summary>Whether the last decision is this one: then the form was sent before.</summary>
    public bool IsLast(OperationFacts facts, UserId by) =>
        facts.Steps.MaxBy(it => it.At) is { } last && last.By == by && (Deed, last) switch
        {
            (Kind.Authorise, OperationStep.Authorised) => true,
            (Kind.CallOff, OperationStep.Aborted it) => it.Reason == Text,
            (Kind.Secure, OperationStep.Secured) => true,
            (Kind.Report, OperationStep.Reported it) => it.Bulletin == Text,
            (Kind.Close, OperationStep.Closed) => true,
            (Kind.Reopen, OperationStep.Reopened it) => it.Reason == Text,
            _ => false,
        };

    public Task<Outcome<OperationStep>> DoAsync(OperationStore store, OperationId id, CancellationToken cancel) =>
        Deed switch
        {
            Kind.Authorise => store.AuthoriseAsync(id, cancel),
            Kind.CallOff => store.AbortAsync(id, Text, cancel),
            Kind.Secure => store.SecureAsync(id, cancel),
            Kind.Report => store.ReportAsync(id, Text, cancel),
            Kind.Close => store.CloseAsync(id, cancel),
            Kind.Reopen => store.ReopenAsync(id, Text, cancel),
        };
}
