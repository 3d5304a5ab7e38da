namespace Homeward.Cli.Commands.Serve;

/// <summary>A clock that was set to a moment and runs on from there, as fast as the machine's.</summary>
sealed class RunningClock(DateTimeOffset from) : TimeProvider
{
    readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => from + System.GetElapsedTime(_started);
}
