using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Server.Features.Recording;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Children;

/// <summary>A move as it was typed.</summary>
/// <param name="Row">The id of the row of custody, made when the form is shown.</param>
/// <param name="Acceptance">The id of the acceptance, made with it.</param>
public sealed record CareForm(Guid Row, Guid Acceptance)
{
    public const int MostNoticeCharacters = 60;

    public string When { get; init; } = "";
    public Guid? House { get; init; }
    public string Notice { get; init; } = "";
    public CustodyKind? Kind { get; init; }

    public bool HasNotice => Notice.Length is > 0 and <= MostNoticeCharacters && !Notice.Any(char.IsControl);

    public Instant? Moment => Recorded.MomentOf(When);

    public static CareForm? Of(IFormCollection fields) =>
        !Guid.TryParse(fields["row"], out var row) || !Guid.TryParse(fields["acceptance"], out var acceptance) ? null
        : new(row, acceptance)
        {
            When = fields["when"].ToString(),
            House = Guid.TryParse(fields["house"], out var house) ? house : null,
            Notice = fields["notice"].ToString().Trim(),
            Kind = Enum.TryParse<CustodyKind>(fields["kind"], out var kind) && Enum.IsDefined(kind) ? kind : null,
        };

    /// <summary>Care goes on from what holds now: what lies before is corrected, not moved.</summary>
    public IEnumerable<string> Problems(CustodyStep? current, Instant now)
    {
        if (Moment is not { } moment || moment > now || (current is not null && moment <= current.Since))
            yield return "when";
    }

    public Acceptance AcceptanceOf(PersonId person, Facility? house, Actor actor, Instant now) => new()
    {
        Id = new(Acceptance),
        Person = person,
        Agency = actor.Agency,
        Facility = house?.Id,
        Notice = Notice,
        By = actor.User,
        At = now,
    };

    public CustodyRow RowOf(PersonId person, CustodyKind kind, Actor actor, Instant now) => new()
    {
        Id = new(Row),
        Origin = new(Row),
        Person = person,
        Since = Moment!.Value,
        Kind = kind,
        Agency = actor.Agency,
        By = actor.User,
        At = now,
    };
}
