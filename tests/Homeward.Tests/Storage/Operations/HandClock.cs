using Homeward.Cases.Time;

namespace Homeward.Tests.Storage.Operations;

/// <summary>A clock that a test sets by hand. Each look at it takes a microsecond, as with any clock, so that no two
/// things happen at one moment.</summary>
sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    long _ticks = start.UtcTicks;

    public Instant Now => Instant.Of(GetUtcNow());

    public void Advance(TimeSpan span) => Interlocked.Add(ref _ticks, span.Ticks);

    public override DateTimeOffset GetUtcNow() =>
        new(Interlocked.Add(ref _ticks, TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
