using Homeward.Cases.Custody;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Storage.Access;
using Homeward.Storage.Custody;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Jurisdictions;

/// <summary>How clocks stand, by their own events and by the facts that show what was due to be done: custody for the
/// placement, a sample taken for the sample.</summary>
static class ClockReading
{
    /// <summary>What ends the first hours with the police.</summary>
    static readonly CustodyKind[] Placed = [.. Enum.GetValues<CustodyKind>().Where(it => it.EndsPlacement())];

    /// <summary>Clocks that nobody said to be done and no fact shows to be, of the people in sight.</summary>
    public static IQueryable<Clock> Open(CaseContext context)
    {
        var identities = context.Set<Identity>();
        var rows = context.LiveCustodies();
        var current = context.Set<CurrentCustody>();
        var clocks = context.Set<Clock>().Where(it =>
            !context.Set<ClockEvent>().Any(done => done.Clock == it.Id && done.Change == ClockChange.Satisfied)
            && !(it.Kind == ClockKind.Placement
                && identities.Any(own => own.Person == it.Subject
                    // The latter when a correction has moved the placement before the clock's start.
                    && (identities.Any(member => member.Root == own.Root && rows.Any(row =>
                            row.Person == member.Person && Placed.Contains(row.Kind) && row.Since >= it.Started))
                        || current.Any(row => row.Identity == own.Root && Placed.Contains(row.Kind)))))
            && !(it.Kind == ClockKind.Sample
                && identities.Any(own => own.Person == it.Subject
                    && identities.Any(member => member.Root == own.Root && context.Set<Sample>().Any(sample =>
                        sample.Person == member.Person && sample.Taken >= it.Started)))));
        return context.RootsInSight() is not { } seen ? clocks
            : clocks.Where(it => identities.Any(own => own.Person == it.Subject && seen.Contains(own.Root)));
    }

    /// <summary>How open clocks stand.</summary>
    public static async Task<List<ClockStanding>> StandingAsync(
        CaseContext context, IQueryable<Clock> open, Instant now, CancellationToken cancel)
    {
        var clocks = await open.OrderBy(it => it.Due).ThenBy(it => it.Id).ToListAsync(cancel);
        var events = await EventsAsync(context, [.. clocks.Select(it => it.Id)], cancel);
        return [.. clocks.Select(it => new ClockStanding(it, ClockState.Of(it, events[it.Id], now)))];
    }

    /// <summary>All clocks of an identity, in the order in which they were due.</summary>
    public static async Task<List<ClockStanding>> OfAsync(
        CaseContext context, PersonId? root, Instant now, CancellationToken cancel)
    {
        var members = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
        var clocks = await context.Set<Clock>().Where(it => members.Contains(it.Subject))
            .OrderBy(it => it.Due).ThenBy(it => it.Id).ToListAsync(cancel);
        var events = await EventsAsync(context, [.. clocks.Select(it => it.Id)], cancel);
        var placed = await context.LiveCustodies()
            .Where(it => members.Contains(it.Person) && Placed.Contains(it.Kind))
            .Select(it => it.Since).OrderBy(it => it).ToListAsync(cancel);
        var taken = await context.Set<Sample>().Where(it => members.Contains(it.Person))
            .Select(it => it.Taken).OrderBy(it => it).ToListAsync(cancel);
        return
        [
            .. clocks.Select(it => new ClockStanding(
                it, ClockState.Of(it, events[it.Id], now, ShownBy(it, placed, taken)))),
        ];
    }

    public static async Task<ILookup<ClockId, ClockEvent>> EventsAsync(
        CaseContext context, ClockId[] clocks, CancellationToken cancel) =>
        (await context.Set<ClockEvent>().Where(it => clocks.Contains(it.Clock)).OrderBy(it => it.Number)
            .ToListAsync(cancel)).ToLookup(it => it.Clock);

    static Instant? ShownBy(Clock clock, List<Instant> placed, List<Instant> taken) => clock.Kind switch
    {
        ClockKind.Placement when placed.Count > 0 => placed.Where(it => it >= clock.Started).Append(placed[^1]).First(),
        ClockKind.Sample when taken.Exists(it => it >= clock.Started) => taken.Find(it => it >= clock.Started),
        ClockKind.Placement or ClockKind.Sample or ClockKind.ProvisionalCertificate or ClockKind.Notice
            or ClockKind.Transfer or ClockKind.FinalCertificate => null,
    };
}
