using CsCheck;
using Homeward.Genetics.Mutation;

namespace Homeward.Tests.Mutation;

public sealed class MutationModelTests
{
    static readonly string[] Abc = ["a", "b", "c"];
    static readonly double[] SomeFrequencies = [0.2, 0.3, 0.5];

    [Fact]
    public void Equal_shares_the_rate_as_in_the_published_example_of_pedmut() =>
        AssertCells(
            new MutationModel.Equal(0.1), Abc, SomeFrequencies,
            [0.9, 0.05, 0.05, 0.05, 0.9, 0.05, 0.05, 0.05, 0.9], digits: 15);

    [Fact]
    public void Proportional_follows_the_published_example_of_pedmut() =>
        AssertCells(
            new MutationModel.Proportional(0.1), Abc, [0.7, 0.2, 0.1],
            [
                0.93478261, 0.04347826, 0.02173913,
                0.15217391, 0.82608696, 0.02173913,
                0.15217391, 0.04347826, 0.80434783,
            ],
            digits: 8);

    [Fact]
    public void Proportional_beside_a_silent_allele_follows_the_calculation_by_hand() =>
        // p = (0.6, 0.2), s = 0.8, q = (3/4, 1/4), Σq(1 − q) = 3/8, a = 0.003 / (0.8 · 3/8) = 0.01.
        AssertCells(
            new MutationModel.Proportional(0.003), ["a", "b"], [0.6, 0.2],
            [0.9975, 0.0025, 0.0075, 0.9925], digits: 15);

    [Fact]
    public void Stepwise_with_microvariants_follows_section_2_1_3_of_Simonsson_and_Mostad()
    {
        const double third = 0.001 / 3;
        AssertCells(
            new MutationModel.Stepwise(Rate: 0.003, Rate2: 0.001, Range: 0.5),
            ["16", "17", "18", "16.1", "17.1"], [0.2, 0.2, 0.2, 0.2, 0.2],
            [
                0.996, 0.002, 0.001, 0.0005, 0.0005,
                0.0015, 0.996, 0.0015, 0.0005, 0.0005,
                0.001, 0.002, 0.996, 0.0005, 0.0005,
                third, third, third, 0.996, 0.003,
                third, third, third, 0.003, 0.996,
            ],
            digits: 15);
    }

    [Fact]
    public void Stepwise_leaves_the_share_of_an_empty_group_with_the_parental_allele() =>
        AssertCells(
            new MutationModel.Stepwise(Rate: 0.1, Rate2: 0.01, Range: 0.5), ["9", "9.3", "10"], SomeFrequencies,
            [0.89, 0.01, 0.1, 0.005, 0.99, 0.005, 0.1, 0.01, 0.89], digits: 15);

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e300)]
    public void Stepwise_holds_at_an_extreme_range(double range)
    {
        var matrix = Valid(new MutationModel.Stepwise(0.1, 0, range), ["5", "8", "12"], SomeFrequencies);
        Assert.Equal(0.9, matrix[0, 0], 1e-15);
        Assert.Equal(0.1, range < 1 ? matrix[0, 1] : matrix[0, 2], 1e-15);
    }

    [Fact]
    public void One_step_follows_the_published_example_of_pedmut_and_leaves_lone_alleles_alone() =>
        AssertCells(
            new MutationModel.OneStep(0.04), ["16", "17", "18", "20"], [0.25, 0.25, 0.25, 0.25],
            [0.96, 0.04, 0, 0, 0.02, 0.96, 0.02, 0, 0, 0.04, 0.96, 0, 0, 0, 0, 1], digits: 15);

    [Fact]
    public void A_custom_matrix_is_taken_as_it_is()
    {
        double[][] rows = [[0.9, 0.1], [0.3, 0.7]];
        AssertCells(new MutationModel.Custom(rows), ["a", "b"], [0.4, 0.6], [0.9, 0.1, 0.3, 0.7], digits: 17);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("equal")]
    [InlineData("proportional")]
    public void A_single_allele_has_nothing_to_mutate_to(string model) =>
        AssertCells(GenMutation.Named(model, rate: 0.1), ["a"], [1], [1], digits: 17);

    [Fact]
    public void MH_BA_and_PM_of_a_one_step_matrix_follow_the_calculation_by_hand()
    {
        // One-step, rate 0.1, p = (0.2, 0.3, 0.5): docs/math/mutation.md works all three.
        var model = new MutationModel.OneStep(0.1);
        string[] alleles = ["1", "2", "3"];
        AssertCells(
            model with { Transform = MutationTransform.MH }, alleles, SomeFrequencies,
            [0.875, 0.125, 0, 1 / 12.0, 10 / 12.0, 1 / 12.0, 0, 0.05, 0.95], digits: 15);
        AssertCells(
            model with { Transform = MutationTransform.BA }, alleles, SomeFrequencies,
            [54.5 / 61, 6.5 / 61, 0, 13 / 183.0, 305 / 366.0, 35 / 366.0, 0, 3.5 / 61, 57.5 / 61], digits: 15);
        AssertCells(
            model with { Transform = MutationTransform.PM }, alleles, SomeFrequencies,
            [0.875, 0.125, 0, 1 / 12.0, 10 / 12.0, 1 / 12.0, 0, 0.05, 0.95], digits: 15);
    }

    [Fact]
    public void PM_of_a_cycle_follows_the_calculation_by_hand()
    {
        // The stationary distribution of the cycle is (1/3, 1/3, 1/3).
        double[][] cycle = [[0.9, 0.1, 0], [0, 0.9, 0.1], [0.1, 0, 0.9]];
        AssertCells(
            new MutationModel.Custom(cycle) { Transform = MutationTransform.PM }, Abc, SomeFrequencies,
            [5 / 6.0, 1 / 6.0, 0, 0, 8 / 9.0, 1 / 9.0, 1 / 15.0, 0, 14 / 15.0], digits: 15);
    }

    [Fact]
    public void Every_row_of_every_model_sums_to_one() =>
        GenMutation.Case.Sample(it =>
        {
            if (it.Model.MatrixOfNamed(it.Alleles, it.Frequencies) is not { IsValid: true, Value: var matrix }) return;
            for (var i = 0; i < matrix.Size; i++)
            {
                Assert.Equal(1, matrix.Row(i).ToArray().Sum(), 1e-14);
                Assert.All(matrix.Row(i).ToArray(), cell => Assert.InRange(cell, 0, 1));
            }
        });

    [Fact]
    public void A_transformed_matrix_keeps_the_frequencies_and_the_overall_rate() =>
        Gen.Select(GenMutation.Case, Gen.Enum<MutationTransform>()).Sample((it, transform) =>
        {
            var model = it.Model with { Transform = transform };
            if (transform == MutationTransform.None) return;
            if (model.MatrixOfNamed(it.Alleles, it.Frequencies) is not { IsValid: true, Value: var matrix }) return;
            var p = it.Frequencies;
            var plain = Valid(it.Model, it.Alleles, p);
            Assert.Equal(Rate(plain, p), Rate(matrix, p), 1e-14);
            for (var j = 0; j < p.Length; j++)
                Assert.Equal(p[j], Enumerable.Range(0, p.Length).Sum(i => p[i] * matrix[i, j]), 1e-14);
            if (transform == MutationTransform.PM) return;
            for (var i = 0; i < p.Length; i++)
                for (var j = 0; j < p.Length; j++)
                    Assert.Equal(p[i] * matrix[i, j], p[j] * matrix[j, i], 1e-14);
        });

    [Fact]
    public void The_overall_rate_of_the_proportional_model_counts_the_silent_allele() =>
        Gen.Select(GenMutation.Frequencies(4), Gen.Double[0, 0.9]).Sample((p, silent) =>
        {
            double[] visible = [.. p.Select(it => it * (1 - silent))];
            var matrix = Valid(new MutationModel.Proportional(0.01), ["a", "b", "c", "d"], visible);
            Assert.Equal(0.01, Rate(matrix, visible), 1e-15);
        });

    public static TheoryData<MutationModel, string> Refused => new()
    {
        { new MutationModel.Equal(-0.1), "rate" },
        { new MutationModel.Equal(1.1), "rate" },
        { new MutationModel.Equal(double.NaN), "rate" },
        { new MutationModel.Proportional(double.PositiveInfinity), "rate" },
        { new MutationModel.Proportional(0.9), "rate; rate" },
        { new MutationModel.OneStep(2), "rate" },
        { new MutationModel.Stepwise(-1, 2, 0), "rate; rate2; range" },
        { new MutationModel.Stepwise(0.1, 0.1, double.NaN), "range" },
        { new MutationModel.Stepwise(0.6, 0.6, 0.5), "rate; rate" },
        { new MutationModel.Custom([[0.9, 0.1], [0.1, 0.9]]), "matrix; matrix[0]; matrix[1]" },
        { new MutationModel.Custom([[0.9, 0.2, 0], [-0.1, 1.1, 0], [0, 0, 1]]), "matrix[1][0]; matrix[1][1]" },
        { new MutationModel.Custom([[0.9, 0.2, 0], [0, 1, 0], [0, 0, 0.9]]), "matrix[0]; matrix[2]" },
        { new MutationModel.Equal(0.9) { Transform = MutationTransform.MH }, "transform; transform" },
        {
            new MutationModel.Custom([[0.9, 0.1, 0], [0, 0.9, 0.1], [0.1, 0, 0.9]])
            {
                Transform = MutationTransform.MH,
            },
            "transform"
        },
        {
            new MutationModel.Custom([[0.9, 0.1, 0], [0.1, 0.9, 0], [0, 0, 1]]) { Transform = MutationTransform.PM },
            "transform"
        },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_makes_no_matrix_is_refused_with_every_reason(MutationModel model, string places)
    {
        // Alleles 15 and 16 form a group, 15.2 stands alone; p = (0.02, 0.08, 0.9) is uneven on purpose.
        var parsed = model.MatrixOfNamed(["15", "16", "15.2"], [0.02, 0.08, 0.9]);
        Assert.False(parsed.IsValid);
        Assert.Equal(places, string.Join("; ", parsed.Problems.Select(it => it.Place)));
    }

    [Fact]
    public void Repeat_models_need_repeat_numbers_that_differ()
    {
        string[] alleles = ["15", "X", "long", "15.0"];
        MutationModel[] models = [new MutationModel.OneStep(0.1), new MutationModel.Stepwise(0.1, 0, 0.5)];
        foreach (var model in models)
            Assert.Equal(
                ["alleles[1]", "alleles[2]", "alleles[3]"],
                model.MatrixOfNamed(alleles, [0.25, 0.25, 0.25, 0.25]).Problems.Select(it => it.Place));
    }

    [Fact]
    public void A_transform_needs_frequencies_above_zero() =>
        Assert.Equal(
            ["frequencies[1]"],
            (new MutationModel.Equal(0.1) { Transform = MutationTransform.BA })
                .MatrixOfNamed(Abc, [0.5, 0, 0.5]).Problems.Select(it => it.Place));

    [Fact]
    public void The_proportional_model_needs_two_alleles_that_occur() =>
        Assert.Equal(
            ["frequencies"],
            new MutationModel.Proportional(0.1).MatrixOfNamed(Abc, [0, 0, 1]).Problems.Select(it => it.Place));

    static double Rate(MutationMatrix matrix, double[] p) =>
        Enumerable.Range(0, p.Length).Sum(i => p[i] * (1 - matrix[i, i]));

    static MutationMatrix Valid(MutationModel model, string[] alleles, double[] frequencies)
    {
        var parsed = model.MatrixOfNamed(alleles, frequencies);
        Assert.True(parsed.IsValid, string.Join("; ", parsed.Problems));
        return parsed.Value;
    }

    static void AssertCells(MutationModel model, string[] alleles, double[] frequencies, double[] expected, int digits)
    {
        var cells = Valid(model, alleles, frequencies).Cells.ToArray();
        Assert.Equal(expected.Length, cells.Length);
        for (var i = 0; i < cells.Length; i++) Assert.Equal(expected[i], cells[i], Math.Pow(10, -digits));
    }
}
