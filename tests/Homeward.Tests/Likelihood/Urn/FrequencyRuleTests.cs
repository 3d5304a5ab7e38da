using Homeward.Genetics.Likelihood.Urn;

namespace Homeward.Tests.Likelihood.Urn;

/// <summary>
/// A rule's mean of p₁^n₁ · p₂^n₂ … is the probability that the urn gives those alleles in that order, which the
/// formula of Balding and Nichols multiplies up.
/// </summary>
public sealed class FrequencyRuleTests
{
    static readonly double[] Population = [0.45, 0, 0.3, 0.0004, 0.15, 0.0996];

    [Theory]
    [InlineData(2, 32.3)]
    [InlineData(5, 0.5)]
    [InlineData(8, 99)]
    [InlineData(12, 19)]
    public void Few_alleles_over_broken_sticks(int degree, double mass) =>
        AssertEveryDraw(degree, mass, (present, shapes) => new StickRule(Population.Length, present, shapes, degree),
            relative: 1e-10);

    [Theory]
    [InlineData(2, 32.3)]
    [InlineData(5, 0.5)]
    [InlineData(8, 99)]
    [InlineData(11, 19)]
    public void Many_alleles_over_a_sparse_grid(int degree, double mass) =>
        AssertEveryDraw(degree, mass, (present, shapes) => new SparseRule(Population.Length, present, shapes, degree),
            relative: 1e-8);

    [Theory]
    [InlineData(3, 12)]
    [InlineData(14, 8)]
    public void The_count_told_beforehand_is_the_count_given_and_the_smaller_one_is_chosen(int states, int degree)
    {
        double[] population = [.. Enumerable.Range(0, states).Select(it => (it + 1.0) * 2 / (states * (states + 1)))];
        var rule = FrequencyRule.For(population, 30, degree);
        Assert.Equal(rule.Count, rule.Subpopulations().Count());
        Assert.Equal(FrequencyRule.CountFor(states, degree), rule.Count);
        Assert.Equal(states == 3, rule is StickRule);
    }

    static void AssertEveryDraw(
        int degree, double mass, Func<int[], double[], FrequencyRule> create, double relative)
    {
        int[] present = [.. Enumerable.Range(0, Population.Length).Where(it => Population[it] > 0)];
        var rule = create(present, [.. present.Select(it => mass * Population[it])]);
        var draws = Compositions(degree, Population.Length).ToArray();
        var means = new double[draws.Length];
        foreach (var (p, weight) in rule.Subpopulations())
            for (var i = 0; i < draws.Length; i++)
                means[i] += weight * draws[i].Index().Aggregate(1.0, (product, it) => product * Power(p, it));
        foreach (var (draw, mean) in draws.Zip(means))
        {
            var expected = Drawn(draw, mass);
            Assert.True(Math.Abs(mean - expected) <= relative * expected, $"{string.Join(' ', draw)}: {mean:R}");
        }
    }

    static double Power(double[] p, (int Index, int Item) it) => Math.Pow(p[it.Index], it.Item);

    /// <summary>One allele after the other, each by the urn's rule.</summary>
    static double Drawn(int[] counts, double mass)
    {
        var (probability, drawn) = (1.0, 0);
        for (var allele = 0; allele < counts.Length; allele++)
            for (var times = 0; times < counts[allele]; times++, drawn++)
                probability *= (mass * Population[allele] + times) / (mass + drawn);
        return probability;
    }

    static IEnumerable<int[]> Compositions(int sum, int parts) =>
        parts == 1
            ? [[sum]]
            : from first in Enumerable.Range(0, sum + 1)
              from rest in Compositions(sum - first, parts - 1)
              select (int[])[first, .. rest];
}
