using Homeward.Cases.Investigations;
using Homeward.Cases.Operations;
using Homeward.Cases.Rings;
using Homeward.Cases.Routes;
using Homeward.Cases.Time;

namespace Homeward.Cases.Statistics;

/// <summary>What counts: from facts as they now stand to what the ledger should say. Whatever act changes such a fact
/// (a rescue, a merge and its reversal, a detention, a correction, an approval) books these tallies in its own
/// transaction; booking them again adds nothing.</summary>
public static class Counting
{
    /// <summary>A rescued human being: one person, and each of the rescues.</summary>
    /// <remarks>
    /// Book it after a rescue, after a correction of the person or of a rescue, and after a merge. After the reversal
    /// of a merge book both identities. A person counts on the day of the first rescue.
    /// </remarks>
    public static IEnumerable<Tally> Of(RescuedIdentity identity, CountReason reason)
    {
        Counted Rescued(RescueFact rescue) => new()
        {
            OccurredOn = rescue.On,
            Lead = rescue.Lead,
            Operation = rescue.During,
            Sex = identity.Sex,
            Birth = identity.Birth,
            Citizenship = identity.Citizenship,
        };
        // Undone before anything is counted, so that the ledger never shows one human being twice.
        foreach (var other in identity.Merged) yield return new(CountKey.OfPerson(other), null, reason);
        var first = identity.Rescues.OrderBy(it => it.On).ThenBy(it => it.Rescue).FirstOrDefault();
        yield return new(CountKey.OfPerson(identity.Root), first is null ? null : Rescued(first), reason);
        foreach (var rescue in identity.Rescues)
            yield return new(CountKey.OfRescue(rescue.Rescue), Rescued(rescue), reason);
    }

    /// <summary>A rescue that was recorded in error. Book the identity without it as well.</summary>
    public static Tally WithdrawnRescue(Guid rescue) => new(CountKey.OfRescue(rescue), null, CountReason.Withdrawn);

    /// <summary>A detained human being: once in each operation, once in each year outside operations.</summary>
    /// <remarks>Book it after a detention, a correction, a merge and its reversal, as for rescues. When a corrected row
    /// leaves an operation or a year empty, book <see cref="WithdrawnDetention"/> for it as well.</remarks>
    public static IEnumerable<Tally> Of(DetainedIdentity identity, CountReason reason)
    {
        var others = identity.Detentions.Where(it => it.Recorded != identity.Root)
            .Select(it => CountKey.OfSuspect(it.Recorded, it.During, it.Since)).Distinct();
        foreach (var other in others) yield return new(other, null, reason);
        var once = identity.Detentions.GroupBy(it => CountKey.OfSuspect(identity.Root, it.During, it.Since));
        foreach (var occasion in once)
        {
            var first = occasion.MinBy(it => it.Since)!;
            yield return new(
                occasion.Key,
                new()
                {
                    OccurredOn = first.Since,
                    Lead = first.Lead,
                    Operation = first.During,
                    Sex = identity.Sex,
                    Citizenship = identity.Citizenship,
                },
                reason);
        }
    }

    /// <summary>A detention that turned out to be none, where no other of the same occasion is left.</summary>
    public static Tally WithdrawnDetention(DetentionFact was) =>
        new(CountKey.OfSuspect(was.Recorded, was.During, was.Since), null, CountReason.Withdrawn);

    /// <summary>An investigation: counts while it is solved and stands for itself, on the day it was solved.</summary>
    public static Tally Of(InvestigationFacts facts, OperationId? during, CountingPlace place)
    {
        var state = InvestigationState.Of(facts, place.Now);
        var solved = state as InvestigationState.Solved;
        var what = solved is null ? null : Fact(solved.At, during, place) with
        {
            Offence = facts.Offences.Select(it => it.Code).Order(StringComparer.Ordinal).FirstOrDefault(),
        };
        return new(CountKey.Of(facts.Investigation.Id), what, Why(state is InvestigationState.Merged, what));
    }

    /// <summary>A ring: counts once it was broken up, and while it stands for itself. That it works again later does
    /// not undo that it was broken up.</summary>
    public static Tally Of(RingFacts facts, CountingPlace place)
    {
        var isMerged = RingState.Of(facts, place.Now) is RingState.Merged;
        var first = facts.Steps.OfType<RingStep.BrokenUp>().Where(it => it.At <= place.Now).MinBy(it => it.At);
        var what = isMerged || first is null ? null : Fact(first.At, first.During, place);
        return new(CountKey.Of(facts.Ring.Id), what, Why(isMerged, what));
    }

    /// <summary>A route: counts while it is closed. One that is used again counts no more until it is closed again.
    /// </summary>
    public static Tally Of(RouteFacts facts, CountingPlace place)
    {
        var closed = RouteState.Of(facts, place.Now) as RouteState.Closed;
        var what = closed is null
            ? null
            : Fact(closed.Step.At, closed.Step.During, place) with { Route = facts.Route.Kind };
        return new(CountKey.Of(facts.Route.Id), what, Why(isMerged: false, what));
    }

    /// <summary>An agency's part in an operation, on the day of H-hour.</summary>
    /// <remarks>To be booked only once H-hour has struck: before it the operation does not exist for outsiders, and the
    /// ledger is read by them. One that declined has no part: <paramref name="takesPart"/> is false.</remarks>
    /// <param name="participant">Agency, region and forces.</param>
    /// <param name="hHour">When the operation began.</param>
    /// <param name="takesPart">Whether it counts.</param>
    /// <param name="zone">The profile's.</param>
    public static Tally Of(Participant participant, Instant hHour, bool takesPart, Zone zone) => new(
        CountKey.Of(participant.Id),
        !takesPart ? null : new()
        {
            OccurredOn = zone.DayOf(hHour),
            Lead = participant.Region,
            Operation = participant.Operation,
            Strength = participant.Forces,
        },
        takesPart ? CountReason.Recorded : CountReason.Withdrawn);

    static Counted Fact(Instant at, OperationId? during, CountingPlace place) => new()
    {
        OccurredOn = place.Zone.DayOf(at),
        Lead = place.Lead,
        Operation = during,
    };

    static CountReason Why(bool isMerged, Counted? what) =>
        isMerged ? CountReason.Merged : what is null ? CountReason.Reopened : CountReason.Recorded;
}
