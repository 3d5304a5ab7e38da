using CsCheck;
using Homeward.Genetics.Likelihood.Urn;

namespace Homeward.Tests.Likelihood.Urn;

/// <summary>
/// The mean of a product of functions is the sum, over all alleles that the urn can give one after the other, of their
/// probability by the formula of Balding and Nichols times the product.
/// </summary>
public sealed class FrequencyProductTests
{
    static readonly double[] Population = [0.45, 0.1, 0.25, 0.0004, 0.1996];

    static readonly Gen<(double Mass, double[][] Functions)> Cases =
        from mass in Gen.Double[0.2, 100]
        from functions in Gen.Double[0, 1].Array[Population.Length].Array[1, 5]
        select (mass, functions);

    [Fact]
    public void The_mean_is_the_sum_over_all_draws_from_the_urn() =>
        Cases.Sample(
            it =>
            {
                var product = new FrequencyProduct(Population, it.Mass, it.Functions.Length);
                foreach (var function in it.Functions) product.Push(function);
                Close(OverAllDraws(it.Functions, it.Mass, [], 1), product.Mean);
            },
            iter: 300);

    [Fact]
    public void A_function_taken_back_leaves_no_trace_and_a_last_one_need_not_be_kept() =>
        Cases.Sample(
            it =>
            {
                var product = new FrequencyProduct(Population, it.Mass, it.Functions.Length + 2);
                foreach (var function in it.Functions.SkipLast(1)) product.Push(function);
                product.Push([1, 0, 2, 0, 3]);
                product.Push([0, 5, 1, 1, 1]);
                product.PopTo(it.Functions.Length - 1);
                Close(OverAllDraws(it.Functions, it.Mass, [], 1), product.MeanWith(it.Functions[^1]));
            },
            iter: 300);

    [Fact]
    public void The_worked_example_of_theta()
    {
        // docs/math/theta.md: α′ = 11, p′ = 4.7/11; two unknown founder alleles, both a.
        var product = new FrequencyProduct([4.7 / 11, 6.3 / 11], 11, 2);
        product.Push([1, 0]);
        Close((0.2 + 0.27) * (0.3 + 0.27) / (1.1 * 1.2), product.MeanWith([1, 0]));
    }

    static double OverAllDraws(double[][] functions, double mass, int[] drawn, double probability)
    {
        if (drawn.Length == functions.Length) return probability;
        var sum = 0.0;
        for (var allele = 0; allele < Population.Length; allele++)
        {
            var next = (mass * Population[allele] + drawn.Count(it => it == allele)) / (mass + drawn.Length);
            var read = functions[drawn.Length][allele];
            sum += OverAllDraws(functions, mass, [.. drawn, allele], probability * next * read);
        }
        return sum;
    }

    static void Close(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-12 * expected, $"{expected:R} expected, {actual:R} found");
}
