using Homeward.Genetics.Kinship;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;

namespace Homeward.Tests.Search.Ranking;

/// <summary>One pair laid open says what a search of it says, and its parts add up.</summary>
public sealed class PairReviewTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_pair_is_weighed_as_a_search_weighs_it(int seed)
    {
        var study = MadeUpStudy.WithoutTheta(seed, populations: 2);
        var settings = new SearchSettings
        {
            Populations = study.Populations,
            Threshold = -5,
            AlternativePrior = 0.5,
            Scan = new() { Kernel = ScanKernel.Scalar, Threads = 1 },
        };
        for (var i = 0; i < 8; i++)
        {
            var (family, child) = study.Family("F");
            foreach (var found in new FamilySearch(settings, [child]).Run([family], cancel: Cancel).Candidates)
            {
                var missing = family.Pedigree.IndexOf(found.Missing);
                var review = PairReview.Of(family, missing, child, settings)!;

                Assert.Equal(found.ByPopulation, review.ByPopulation);
                Assert.Equal(found.Log10, review.Counts.Log10);
                Assert.Equal(found.Markers, review.Markers);
                Assert.Equal(found.Inconsistencies, review.Inconsistencies);
                Assert.Equal(
                    found.Alternatives,
                    review.Alternatives.Select(it => new Alternative(it.Name, it.Log10, it.Posterior)));
                Assert.Equal(
                    found.Log10, LikelihoodRatio.OfUnlinked(review.Markers.Select(it => it.Ratio)).Log10, 1e-9);
                Assert.All(review.Alternatives, it => Assert.True(
                    LikelihoodRatio.OfUnlinked(it.Markers.Select(marker => marker.Ratio)).Log10 >= it.Log10 - 1e-9));
                Assert.Equal(
                    found.Inconsistencies.Count, PairReview.CountInconsistent(family, missing, child, settings));
            }
        }
    }
}
