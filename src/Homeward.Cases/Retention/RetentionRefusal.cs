using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Retention;

/// <summary>Why something is not erased.</summary>
public abstract record RetentionRefusal(string Reason) : Refusal(Reason)
{
    /// <summary>Somebody gave a new consent, or looks for somebody again.</summary>
    public sealed record NotEnded()
        : RetentionRefusal("There is a reason again to keep what one of these donors gave.");

    /// <summary>Something more is kept than was looked at.</summary>
    public sealed record Meanwhile() : RetentionRefusal("Something was added of this person meanwhile; look again.");
}
