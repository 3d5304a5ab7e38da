using Homeward.Cases.Identification;
using Homeward.Search.Ranking;

namespace Homeward.Server.Features.Laboratory;

/// <summary>How far a candidate stands out among those that are open.</summary>
/// <param name="OverNextFamily">Over the next family of this child.</param>
/// <param name="OverNextChild">Over the next child for this missing person.</param>
/// <param name="IsTied">Another family of this child, or another child, has the same LR.</param>
/// <param name="Band">What the LR against unrelated is worth with these margins.</param>
/// <param name="OneIn">The prior: 1 in so many.</param>
public sealed record Standing(Margin OverNextFamily, Margin OverNextChild, bool IsTied, Band Band, int OneIn)
{
    const double SixPlaces = 5e-7;

    public Margin Smaller => OverNextFamily.Log10 <= OverNextChild.Log10 ? OverNextFamily : OverNextChild;

    /// <param name="candidate">The candidate.</param>
    /// <param name="open">All that are open.</param>
    /// <param name="threshold">Nobody who is not among them reaches it.</param>
    /// <param name="oneIn">The prior.</param>
    public static Standing Of(
        FoundCandidate candidate, IReadOnlyList<FoundCandidate> open, double threshold, int oneIn)
    {
        var families = open.Where(it => it.Child == candidate.Child && it.Family != candidate.Family).ToList();
        var children = open.Where(it =>
            it.Child != candidate.Child && (it.Family, it.Member) == (candidate.Family, candidate.Member)).ToList();
        var (overFamily, overChild) = (MarginOver(families), MarginOver(children));
        return new(
            overFamily, overChild,
            families.Concat(children).Any(it => Math.Abs(it.Log10 - candidate.Log10) < SixPlaces),
            PairReview.BandOf(candidate.Log10, overFamily, overChild), oneIn);

        Margin MarginOver(List<FoundCandidate> others) => others.Count == 0
            ? new(candidate.Log10 - threshold, IsAtLeast: true)
            : new(candidate.Log10 - others.Max(it => it.Log10), IsAtLeast: false);
    }
}
