using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Jurisdictions;

/// <summary>Something that must be done for a person by an instant. Append-only: it is satisfied, or suspended by an
/// order; it is never deleted, moved or dated back.</summary>
public sealed record Clock
{
    public required ClockId Id { get; init; }
    public required ClockKind Kind { get; init; }

    /// <summary>The person for whom it runs.</summary>
    public required PersonId Subject { get; init; }

    public required Instant Started { get; init; }
    public required Instant Due { get; init; }

    /// <summary>The profile and the wording of its basis on the day it started, so that a later law changes neither.
    /// </summary>
    public required string Profile { get; init; }

    public required string Basis { get; init; }
    public required Instant Recorded { get; init; }

    /// <summary>The clocks that an event sets going under a profile: one for each rule that starts with it and holds on
    /// that day.</summary>
    public static IEnumerable<Clock> StartedBy(ClockStart start, PersonId subject, Instant at, ClockSetting setting)
    {
        var profile = setting.Profile;
        var day = profile.Zone.DayOf(at);
        return
            from rule in profile.ClockRules
            where rule.Start == start && rule.Validity.Holds(day)
            select new Clock
            {
                Id = new(setting.Ids.Next()),
                Kind = rule.Kind,
                Subject = subject,
                Started = at,
                Due = rule.Due(at, profile.Zone),
                Profile = profile.Code,
                Basis = rule.Basis.In(profile.Languages[0].Code),
                Recorded = setting.Now,
            };
    }
}
