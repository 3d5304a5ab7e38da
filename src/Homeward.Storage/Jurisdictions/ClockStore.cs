using Homeward.Cases.Access;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Jurisdictions;

/// <summary>What is due for whom. Acts start clocks: a rescue, a delivery. Whether a placement or a sample was in time
/// is read from custody and samples; of everything else somebody says here that it is done, and names the fact.
/// </summary>
public sealed class ClockStore(CaseSession session)
{
    /// <summary>Everything that is overdue now: what was due first stands first.</summary>
    public Task<IReadOnlyList<ClockStanding>> OverdueAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<ClockStanding>>(
            new(Permission.ReadClocks, FieldClasses.Internal),
            async context =>
            {
                var now = session.Now;
                var late = ClockReading.Open(context).Where(it => it.Due < now);
                IReadOnlyList<ClockStanding> all =
                [
                    .. (await ClockReading.StandingAsync(context, late, now, cancel))
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
                return new(await ClockReading.OfAsync(context, root, session.Now, cancel), [person.Value]);
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
                var outcome = next(new(found, [.. (await ClockReading.EventsAsync(context, [clock], cancel))[clock]]));
                if (outcome.IsAllowed) context.Add(outcome.Value);
                return outcome;
            },
            cancel);
}
