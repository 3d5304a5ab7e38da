using CsCheck;
using Homeward.Genetics.Markers;
using Homeward.Search.Compiling;
using Homeward.Search.Index;

namespace Homeward.Tests.Search.Compiling;

/// <summary>A child's score by codes is the exact log10 LR, or more where readings share a code.</summary>
public sealed class CompiledFamilyTests
{
    const double Rounding = 1e-9;

    [Fact]
    public void No_child_scores_less_than_its_exact_ratio() =>
        Gen.Int.Sample(seed => AssertBounds(MadeUpStudy.Of(seed), families: 4), iter: 150, threads: 2);

    [Fact]
    public void Common_genotypes_score_the_exact_ratio() =>
        Gen.Int.Sample(seed => AssertBounds(MadeUpStudy.Plain(seed, markers: 3), families: 3), iter: 60, threads: 2);

    [Fact]
    public void A_marker_that_nobody_of_the_family_shows_scores_nothing()
    {
        var study = MadeUpStudy.Plain(seed: 3, markers: 3);
        var (family, _) = study.Family("F");
        var codes = study.Codes([.. study.Populations[0].Markers]);
        var bare = new Genetics.Kinship.Family("F", family.Pedigree, [.. family.Profiles.Select(it => it is null
            ? null
            : it with { Genotypes = it.Genotypes.Where(g => g.Key != "M1").ToDictionary() })], family.Missing);
        var scores = CompiledFamily.Of(bare, bare.Missing[0], codes, study.Populations[0], _ => []).Scores;
        Assert.All(scores[..MarkerCodes.Count], it => Assert.Equal(0, it));
        Assert.Contains(scores[MarkerCodes.Count..], it => it != 0);
    }

    static void AssertBounds(MadeUpStudy study, int families)
    {
        var drawn = Enumerable.Range(0, families).Select(it => study.Family($"F{it}")).ToArray();
        var ladders = study.Populations[0];
        var codes = study.Codes([.. ladders.Markers]);
        using var index = new ProfileIndex(codes);
        foreach (var (_, child) in drawn) index.Append(child.Profile);
        foreach (var (family, _) in drawn)
            foreach (var missing in family.Missing)
            {
                var compiled = CompiledFamily.Of(
                    family, missing, codes, ladders, it => Outside(index, it, ladders.Of(it, []).Alleles));
                for (var slot = 0; slot < drawn.Length; slot++)
                {
                    var exact = MadeUpStudy.Exact(family, missing, drawn[slot].Child, ladders, ladders.Markers);
                    AssertScore(compiled, index, slot, exact);
                }
            }
    }

    static void AssertScore(CompiledFamily compiled, ProfileIndex index, int slot, double exact)
    {
        if (double.IsNaN(exact)) return;                         // the relatives themselves cannot be
        var score = MadeUpSearch.Total(index, slot, compiled.Scores);
        var which = $"{compiled.Family.Id} {compiled.Missing}, slot {slot}: score {score:R}, exact {exact:R}";
        Assert.True(score >= exact - Rounding, which);
        var columns = Enumerable.Range(0, index.Codes.Markers.Count);
        var hasOwnCodes = columns.All(it =>
            index.CodeAt(slot, it) is not MarkerCodes.Shared && index.Codes.Markers[it].Marker != MadeUpStudy.X);
        if (hasOwnCodes && !double.IsNegativeInfinity(exact)) Assert.True(Math.Abs(score - exact) <= Rounding, which);
        if (hasOwnCodes && double.IsNegativeInfinity(exact)) Assert.True(double.IsNegativeInfinity(score), which);
    }

    static IReadOnlyList<Allele[]> Outside(ProfileIndex index, string marker, IReadOnlyList<Allele> ladder) =>
        [.. index.SharedGenotypesAt(marker)
            .Select(it => new[] { it.Low, it.High }.Where(allele => !ladder.Contains(allele)).Distinct().ToArray())
            .Where(it => it.Length > 0)];
}
