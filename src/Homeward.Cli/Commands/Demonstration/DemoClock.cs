namespace Homeward.Cli.Commands.Demonstration;

/// <summary>The clock of a made-up July: it is set from event to event, never back, and each look at it takes a
/// microsecond, so that no two things happen at one moment.</summary>
sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    static readonly TimeSpan Zone = TimeSpan.FromHours(8);
    long _ticks = start.UtcTicks;

    public static DateTimeOffset Local(int month, int day, int hour, int minute = 0) =>
        new(2011, month, day, hour, minute, 0, Zone);

    public void GoTo(DateTimeOffset moment) => _ticks = Math.Max(_ticks, moment.UtcTicks);

    public void Advance(TimeSpan span) => Interlocked.Add(ref _ticks, span.Ticks);

    public override DateTimeOffset GetUtcNow() =>
        new(Interlocked.Add(ref _ticks, TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
