namespace Homeward.Cases.Time;

/// <summary>New identifiers, ordered by the clock (UUID version 7). They say when something was recorded and nothing
/// else.</summary>
public sealed class Ids(TimeProvider clock)
{
    public Guid Next() => Guid.CreateVersion7(clock.GetUtcNow());
}
