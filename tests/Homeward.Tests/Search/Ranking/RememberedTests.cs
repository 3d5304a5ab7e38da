using CsCheck;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;
using Homeward.Search.Ranking;

namespace Homeward.Tests.Search.Ranking;

/// <summary>What is prepared once a form, and what is remembered, changes no bit of any likelihood.</summary>
public sealed class RememberedTests
{
    [Fact]
    public void Prepared_claims_are_those_of_each_family_in_every_bit() =>
        Gen.Int[0, 100_000].Sample(seed =>
        {
            var study = MadeUpStudy.Of(seed);
            var (claims, memory, ladders) = (new PreparedClaims(), new LikelihoodMemory(), study.Populations[0]);
            for (var i = 0; i < 12; i++)
            {
                var (family, child) = study.Family($"F{i}");
                foreach (var missing in family.Missing)
                {
                    var own = FamilyClaims.Of(family, missing, child.Profile, child.Sex);
                    var (claim, unrelated) = claims.MainOf(family, missing, child);
                    Check(own, claims.Of(family, missing, child), memory, ladders);
                    Check([own[0], own[1]], [claim, unrelated], memory, ladders);
                }
            }
        }, iter: 6);

    /// <summary>Twice: the second time everything that can be remembered is.</summary>
    static void Check(
        IReadOnlyList<Hypothesis> own, IReadOnlyList<Hypothesis> prepared, LikelihoodMemory memory,
        MarkerLadders ladders)
    {
        Assert.Equal(own.Select(it => it.Name), prepared.Select(it => it.Name));
        foreach (var (left, right) in own.Zip(prepared))
            Assert.True(left.Profiles.Zip(right.Profiles).All(it => ReferenceEquals(it.First, it.Second)));
        var markers = Comparison.UsableMarkers(own[0], ladders).ToArray();
        var plain = Of(own, memory: null);
        Assert.Equal(plain, Of(prepared, memory));
        var before = memory.Count;
        Assert.Equal(plain, Of(prepared, memory));
        Assert.Equal(before, memory.Count);

        double[] Of(IReadOnlyList<Hypothesis> hypotheses, LikelihoodMemory? memory) =>
            [.. Comparison.Of(hypotheses, markers, ladders, memory).Markers.SelectMany(it => it.Log10)];
    }

    [Fact]
    public void A_likelihood_is_remembered_by_everything_that_it_depends_on()
    {
        var memory = new LikelihoodMemory();
        var study = MadeUpStudy.Plain(7, markers: 2);
        var ladders = study.Populations[0];
        var (family, child) = study.Family("F");
        var claims = new PreparedClaims().Of(family, family.Missing[0], child);
        var markers = ladders.Markers.ToArray();
        Comparison.Of([claims[0]], markers, ladders, memory);
        Assert.Equal(2, memory.Count);
        Comparison.Of([claims[0]], markers, ladders, memory);
        Assert.Equal(2, memory.Count);                                                  // the same again
        Comparison.Of([claims[1]], markers, ladders, memory);
        Assert.Equal(4, memory.Count);                                                  // another pedigree
        Comparison.Of([claims[0]], markers, ladders.With(new(0.07)), memory);
        Assert.Equal(6, memory.Count);                                                  // another theta
        var other = child.Profile.Genotypes.ToDictionary(it => it.Key, _ => Other(ladders));
        var read = claims[0].Profiles.Select(it => it == child.Profile ? it! with { Genotypes = other } : it);
        Comparison.Of([claims[0].With([.. read])], markers, ladders, memory);
        Assert.Equal(8, memory.Count);                                                  // another child
        var dropped = claims[0].Profiles.Select(it => it == child.Profile ? it! with { DropOut = 0.1 } : it);
        Comparison.Of([claims[0].With([.. dropped])], markers, ladders, memory);
        Assert.Equal(8, memory.Count);                                                  // not remembered
    }

    /// <summary>A genotype that no child of this study shows by chance at both markers.</summary>
    static Genotype Other(MarkerLadders ladders)
    {
        var alleles = ladders.Of(ladders.Markers.Last(), []).Alleles;
        return new(alleles[0], alleles[0]);
    }
}
