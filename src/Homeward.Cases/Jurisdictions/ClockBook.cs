using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Jurisdictions;

/// <summary>A clock with its events so far: which event may come next.</summary>
public sealed record ClockBook(Clock Clock, IReadOnlyList<ClockEvent> Events)
{
    /// <summary>Done: the fact is the custody, sample or certificate that shows it.</summary>
    public Outcome<ClockEvent> Satisfy(Guid fact, Instant at, Instant now) =>
        Next(ClockChange.Satisfied, at, now).Then<ClockEvent>(it => it with { Fact = fact });

    /// <summary>Stopped by a court's or authority's order, of which the number is kept.</summary>
    public Outcome<ClockEvent> Suspend(string order, Instant at, Instant now) =>
        Next(ClockChange.Suspended, at, now).Then<ClockEvent>(it => it with { Order = order });

    public Outcome<ClockEvent> Resume(Instant at, Instant now) => Next(ClockChange.Resumed, at, now);

    Outcome<ClockEvent> Next(ClockChange change, Instant at, Instant now)
    {
        var last = Events.Count == 0 ? null : Events[^1];
        var notBefore = last?.At ?? Clock.Started;
        if (last?.Change == ClockChange.Satisfied) return new ClockRefused.AlreadySatisfied(Clock.Id);
        if (at < notBefore) return new ClockRefused.DatedBack(Clock.Id, notBefore);
        if (at > now) return new ClockRefused.NotYet(Clock.Id);
        var isSuspended = last?.Change == ClockChange.Suspended;
        if (change == ClockChange.Suspended && isSuspended) return new ClockRefused.AlreadySuspended(Clock.Id);
        if (change == ClockChange.Resumed && !isSuspended) return new ClockRefused.NotSuspended(Clock.Id);
        return new ClockEvent
        {
            Clock = Clock.Id,
            Number = Events.Count + 1,
            Change = change,
            At = at,
            Recorded = now,
        };
    }
}
