using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Jurisdictions;

/// <summary>How a clock stands at an instant: computed from its events, never stored.</summary>
public abstract record ClockState
{
    ClockState() { }

    public sealed record Running(Instant Due) : ClockState;

    public sealed record Overdue(Instant Due) : ClockState;

    /// <summary>What is left of the time is negative when it was overdue already.</summary>
    public sealed record Suspended(Instant Since, TimeSpan Left) : ClockState;

    public sealed record Satisfied(Instant At, bool WasLate) : ClockState;

    /// <summary>As the clock's own events and a fact elsewhere have it, which shows that what was due is done: a
    /// placement needs no event, since custody tells it.</summary>
    public static ClockState Of(Clock clock, IEnumerable<ClockEvent> events, Instant now, Instant? shown)
    {
        if (shown is not { } at || at > now) return Of(clock, events, now);
        var done = new ClockEvent
        {
            Clock = clock.Id,
            Number = int.MaxValue,
            Change = ClockChange.Satisfied,
            At = at,
            Recorded = now,
        };
        return Of(clock, [.. events.Where(it => it.At <= at), done], now);
    }

    /// <summary>The fold over the clock's own events, in order of their numbers; those after now do not count.
    /// </summary>
    public static ClockState Of(Clock clock, IEnumerable<ClockEvent> events, Instant now)
    {
        var due = clock.Due;
        Instant? stopped = null;
        foreach (var it in events.Where(it => it.At <= now))
        {
            Check.That(it.Clock == clock.Id);
            switch (it.Change)
            {
                case ClockChange.Satisfied:
                    if (stopped is { } open) due += it.At - open;
                    return new Satisfied(it.At, it.At > due);
                case ClockChange.Suspended:
                    stopped = it.At;
                    break;
                case ClockChange.Resumed:
                    Check.That(stopped is not null);
                    due += it.At - stopped.Value;
                    stopped = null;
                    break;
            }
        }
        if (stopped is { } since) return new Suspended(since, due - since);
        return now > due ? new Overdue(due) : new Running(due);
    }
}
