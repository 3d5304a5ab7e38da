using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.Custody;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Jurisdictions;

/// <summary>What is due for whom. Acts start clocks: a rescue, a delivery. Whether a placement was in time is read from
/// custody; what else is done in time, somebody says here and names the fact.</summary>
public sealed class ClockStore(CaseSession session)
{
    /// <summary>What ends the first hours with the police.</summary>
    static readonly CustodyKind[] Placed = [.. Enum.GetValues<CustodyKind>().Where(it => it.EndsPlacement())];

    /// <summary>Everything that is overdue now: what was due first stands first.</summary>
    public Task<IReadOnlyList<ClockStanding>> OverdueAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<ClockStanding>>(
            new(Permission.ReadClocks, FieldClasses.Internal),
            async context =>
            {
                var late = await Unsettled(context, session.Now).OrderBy(it => it.Due).ThenBy(it => it.Id)
                    .ToListAsync(cancel);
                var events = await EventsAsync(context, [.. late.Select(it => it.Id)], cancel);
                IReadOnlyList<ClockStanding> all =
                [
                    .. late.Select(it => new ClockStanding(it, ClockState.Of(it, events[it.Id], session.Now)))
                        .Where(it => it.State is ClockState.Overdue),
                ];
                return new(all, [.. all.Select(it => it.Clock.Subject.Value).Distinct()]);
            },
            cancel);

    /// <summary>All clocks of an identity, in the order in which they were due.</summary>
    public Task<IReadOnlyList<ClockStanding>> OfAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<ClockStanding>>(
            new(Permission.ReadClocks, FieldClasses.Internal, person.Value),
            async context =>
            {
                var root = await context.InSightAsync(await PeopleStore.RootAsync(context, person, cancel), cancel);
                var members = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
                var clocks = await context.Set<Clock>().Where(it => members.Contains(it.Subject))
                    .OrderBy(it => it.Due).ThenBy(it => it.Id).ToListAsync(cancel);
                var events = await EventsAsync(context, [.. clocks.Select(it => it.Id)], cancel);
                var placed = await context.LiveCustodies()
                    .Where(it => members.Contains(it.Person) && Placed.Contains(it.Kind))
                    .Select(it => it.Since).OrderBy(it => it).ToListAsync(cancel);
                return new(
                    [.. clocks.Select(it => new ClockStanding(
                        it, ClockState.Of(it, events[it.Id], session.Now, ShownBy(it, placed))))],
                    [person.Value]);
            },
            cancel);

    /// <param name="clock">Which one.</param>
    /// <param name="fact">The sample, notice or certificate that shows it.</param>
    /// <param name="at">When it was done.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Outcome<ClockEvent>> SatisfyAsync(
        ClockId clock, Guid fact, Instant at, CancellationToken cancel) =>
        NextAsync(clock, book => book.Satisfy(fact, at, session.Now), cancel);

    /// <param name="clock">Which one.</param>
    /// <param name="order">The number of the order.</param>
    /// <param name="at">From when on.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Outcome<ClockEvent>> SuspendAsync(
        ClockId clock, string order, Instant at, CancellationToken cancel) =>
        NextAsync(clock, book => book.Suspend(order, at, session.Now), cancel);

    public Task<Outcome<ClockEvent>> ResumeAsync(ClockId clock, Instant at, CancellationToken cancel) =>
        NextAsync(clock, book => book.Resume(at, session.Now), cancel);

    Task<Outcome<ClockEvent>> NextAsync(
        ClockId clock, Func<ClockBook, Outcome<ClockEvent>> next, CancellationToken cancel) =>
        session.ActAsync<ClockEvent>(
            new(Permission.SettleClock, FieldClasses.Internal, clock.Value),
            async context =>
            {
                if (await context.Set<Clock>().SingleOrDefaultAsync(it => it.Id == clock, cancel) is not { } found)
                    return new ClockRefused.NoSuchClock();
                var outcome = next(new(found, [.. (await EventsAsync(context, [clock], cancel))[clock]]));
                if (outcome.IsAllowed) context.Add(outcome.Value);
                return outcome;
            },
            cancel);

    /// <summary>Past their time as first set, and neither said to be done nor shown to be by custody.</summary>
    static IQueryable<Clock> Unsettled(CaseContext context, Instant now)
    {
        var identities = context.Set<Identity>();
        var rows = context.LiveCustodies();
        var current = context.Set<CurrentCustody>();
        var clocks = context.Set<Clock>().Where(it => it.Due < now
            && !context.Set<ClockEvent>().Any(done => done.Clock == it.Id && done.Change == ClockChange.Satisfied)
            && (it.Kind != ClockKind.Placement
                || (!identities.Any(own => own.Person == it.Subject
                        && identities.Any(member => member.Root == own.Root && rows.Any(row =>
                            row.Person == member.Person && Placed.Contains(row.Kind) && row.Since >= it.Started)))
                    && !identities.Any(own => own.Person == it.Subject
                        && current.Any(row => row.Identity == own.Root && Placed.Contains(row.Kind))))));
        return context.RootsInSight() is not { } seen ? clocks
            : clocks.Where(it => identities.Any(own => own.Person == it.Subject && seen.Contains(own.Root)));
    }

    /// <summary>The first placement from its start on; the last one when a correction has moved it before.</summary>
    static Instant? ShownBy(Clock clock, List<Instant> placed) =>
        clock.Kind != ClockKind.Placement || placed.Count == 0 ? null
        : placed.Where(it => it >= clock.Started).Append(placed[^1]).First();

    static async Task<ILookup<ClockId, ClockEvent>> EventsAsync(
        CaseContext context, ClockId[] clocks, CancellationToken cancel) =>
        (await context.Set<ClockEvent>().Where(it => clocks.Contains(it.Clock)).OrderBy(it => it.Number)
            .ToListAsync(cancel)).ToLookup(it => it.Clock);
}
