using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;

namespace Homeward.Cases.Situations;

/// <summary>How long the rescued wait with the police until a home has them.</summary>
/// <param name="Placed">Who came into a home.</param>
/// <param name="Waiting">Who is with the police or in hospital since the rescue.</param>
/// <param name="Overdue">Who waits longer than the jurisdiction allows.</param>
/// <param name="LongestWait">Of those who wait.</param>
/// <param name="Median">Of the times to a home: half took no longer; null when there is none.</param>
/// <param name="NinetyPercent">Nine in ten took no longer.</param>
/// <param name="Longest">Of those who were placed.</param>
public sealed record Placements(
    int Placed, int Waiting, int Overdue, TimeSpan? LongestWait, TimeSpan? Median, TimeSpan? NinetyPercent,
    TimeSpan? Longest)
{
    /// <param name="Rescued">The moment of the rescue.</param>
    /// <param name="Placed">The first moment in a home since then; null when there is none.</param>
    /// <param name="IsWaiting">Still where the rescue brought the person; somebody unsettled, missing or dead waits for
    /// something else.</param>
    public sealed record Case(Instant Rescued, Instant? Placed, bool IsWaiting);

    public static Placements Of(IReadOnlyList<Case> cases, JurisdictionProfile profile, Instant now)
    {
        var times = Durations.Of(
            cases.Where(it => it.Placed is not null).Select(it => it.Placed!.Value - it.Rescued));
        List<Case> waiting = [.. cases.Where(it => it is { Placed: null, IsWaiting: true })];
        return new(
            times.Count, waiting.Count, waiting.Count(it => DueOf(it, profile) < now),
            waiting.Count == 0 ? null : waiting.Max(it => now - it.Rescued),
            times.Median, times.NinetyPercent, times.Longest);
    }

    /// <summary>Far away where the profile sets no time.</summary>
    static Instant DueOf(Case waiting, JurisdictionProfile profile) =>
        profile.ClockRule(ClockKind.Placement, profile.Zone.DayOf(waiting.Rescued)) is { } rule
            ? rule.Due(waiting.Rescued, profile.Zone) : new(long.MaxValue);
}
