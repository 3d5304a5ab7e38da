using Homeward.Genetics.Likelihood.Urn;

namespace Homeward.Tests.Likelihood.Urn;

/// <summary>Means that Gauss's nodes must give, against their closed forms.</summary>
public sealed class GaussRuleTests
{
    const double Relative = 1e-10;

    [Fact]
    public void Two_nodes_of_the_exponential_distribution_are_those_worked_by_hand()
    {
        // Laguerre's second polynomial is x² − 4x + 2: nodes 2 ± √2, weights (2 ∓ √2)/4.
        var rule = GaussRule.Gamma(1, 2);
        var nodes = rule.Nodes.Order().ToArray();
        Assert.Equal(2 - Math.Sqrt(2), nodes[0], 13);
        Assert.Equal(2 + Math.Sqrt(2), nodes[1], 13);
        Assert.Equal((2 + Math.Sqrt(2)) / 4, rule.Weights[Array.IndexOf(rule.Nodes, nodes[0])], 13);
    }

    [Fact]
    public void Two_nodes_of_a_beta_distribution_are_those_of_the_worked_example()
    {
        var rule = GaussRule.Beta(4.7, 6.3, 2);
        var (low, high) = rule.Nodes[0] < rule.Nodes[1] ? (0, 1) : (1, 0);
        Assert.Equal([0.295221, 0.581702], [rule.Nodes[low], rule.Nodes[high]], (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([0.539056, 0.460944], [rule.Weights[low], rule.Weights[high]], (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(0.47 * 0.57 / (1.1 * 1.2), Mean(rule, it => it * it), 1e-14);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(0.003)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(7.25)]
    [InlineData(900)]
    public void The_mean_of_every_power_under_a_gamma_distribution_is_a_rising_factorial(double shape)
    {
        for (var count = 1; count <= 9; count++)
        {
            var rule = GaussRule.Gamma(shape, count);
            for (var power = 0; power < 2 * count; power++)
                AssertNear(Rising(shape, power), Mean(rule, it => Math.Pow(it, power)), $"{shape} {count} {power}");
        }
    }

    [Theory]
    [InlineData(1e-6, 40)]
    [InlineData(0.02, 32)]
    [InlineData(0.3, 0.7)]
    [InlineData(1, 1)]
    [InlineData(5, 27)]
    [InlineData(300, 690)]
    public void The_mean_of_every_product_of_powers_under_a_beta_distribution_is_known(double a, double b)
    {
        for (var count = 1; count <= 9; count++)
        {
            var rule = GaussRule.Beta(a, b, count);
            for (var power = 0; power < 2 * count; power++)
                for (var other = 0; power + other < 2 * count; other++)
                    AssertNear(
                        Rising(a, power) * Rising(b, other) / Rising(a + b, power + other),
                        Mean(rule, it => Math.Pow(it, power) * Math.Pow(1 - it, other)),
                        $"{a} {b} {count} {power} {other}");
        }
    }

    static double Mean(GaussRule rule, Func<double, double> of) =>
        rule.Nodes.Zip(rule.Weights, (node, weight) => weight * of(node)).Sum();

    /// <summary>x (x + 1) … (x + count − 1).</summary>
    static double Rising(double x, int count) =>
        Enumerable.Range(0, count).Aggregate(1.0, (product, i) => product * (x + i));

    static void AssertNear(double expected, double actual, string which) =>
        Assert.True(Math.Abs(actual / expected - 1) < Relative, $"{which}: {expected:R}, not {actual:R}");
}
