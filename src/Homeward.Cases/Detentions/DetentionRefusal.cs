using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Detentions;

/// <summary>Why a measure cannot be recorded.</summary>
public abstract record DetentionRefusal : Refusal
{
    DetentionRefusal(string reason) : base(reason) { }

    public sealed record NotFound() : DetentionRefusal("There is no such measure against this person.");

    public sealed record Overlaps(DetentionId Other)
        : DetentionRefusal("Another measure against this person begins at the same moment.");

    public sealed record NothingToEnd()
        : DetentionRefusal("Nobody can be released who is under no measure.");

    public sealed record InTheFuture()
        : DetentionRefusal("A measure is recorded when it has begun.");

    public sealed record CorrectedAlready(DetentionId Row)
        : DetentionRefusal("This row was corrected already; correct the later one.");
}
