using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Direct;

/// <summary>What it is worth that two profiles are alike: one person over unrelated ones, and over siblings.</summary>
/// <param name="Log10OverUnrelated">log10 LR.</param>
/// <param name="Log10OverSiblings">log10 LR.</param>
/// <remarks>Formula and worked example in docs/math/identity.md.</remarks>
public sealed record IdentityRatio(double Log10OverUnrelated, double Log10OverSiblings)
{
    static readonly PedigreeRow[] Two = [Person("first"), Person("second")];
    static readonly Pedigree Unrelated = Of(Two, []);
    static readonly Pedigree OnePerson = Of(Two, [("first", "second")]);
    static readonly Pedigree Siblings = Of(
        [
            new("father", Sex.Male, null, null), new("mother", Sex.Female, null, null),
            Person("first") with { Father = "father", Mother = "mother" },
            Person("second") with { Father = "father", Mother = "mother" },
        ],
        []);

    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="dropOut">Probability, in either sample, that one copy of an allele was not seen; below 1.</param>
    /// <param name="mistyping">Probability that a marker of either was misread, and then tells nothing.</param>
    /// <param name="ladders">The population; only its autosomal markers count.</param>
    public static IdentityRatio Of(
        Profile first, Profile second, double dropOut, double mistyping, MarkerLadders ladders)
    {
        Check.That(dropOut is >= 0 and < 1 && mistyping is >= 0 and < 1);
        Profile?[] both = [first with { DropOut = dropOut }, second with { DropOut = dropOut }];
        var comparison = Comparison.Of(
            [
                new("one person", OnePerson, both), new("unrelated", Unrelated, both),
                new("full siblings", Siblings, [null, null, .. both]),
            ],
            ladders.Markers.Where(it =>
                !ladders.IsX(it) && first.Genotypes.ContainsKey(it) && second.Genotypes.ContainsKey(it)),
            ladders);
        var (onePerson, siblings) = (0.0, 0.0);
        foreach (var marker in comparison.Markers)
        {
            onePerson += WithMistyping(marker.Ratio(0, 1).Log10);
            siblings += WithMistyping(marker.Ratio(2, 1).Log10);
        }
        return new(onePerson, onePerson - siblings);

        double WithMistyping(double log10) => Math.Log10((1 - mistyping) * Math.Pow(10, log10) + mistyping);
    }

    static PedigreeRow Person(string id) => new(id, Sex.Unknown, null, null);

    static Pedigree Of(PedigreeRow[] rows, (string, string)[] twins)
    {
        var parsed = Pedigree.From(rows, twins);
        Check.That(parsed.IsValid);
        return parsed.Value;
    }
}
