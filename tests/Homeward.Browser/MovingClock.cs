namespace Homeward.Browser;

/// <summary>A clock that stands, at first at the machine's time, until it is moved.</summary>
sealed class MovingClock : TimeProvider
{
    DateTimeOffset _now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan span) => _now += span;
}
