namespace Homeward.Cli.Inputs;

/// <summary>The clock of a demonstration: it went on from a moment of its own when the demonstration was made.
/// </summary>
sealed class OwnClock(TimeSpan behind) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - behind;
}
