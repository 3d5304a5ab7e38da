using CsCheck;
using Homeward.Genetics.Mutation;

namespace Homeward.Tests.Mutation;

/// <summary>Mutation models for generated tests.</summary>
static class GenMutation
{
    static readonly string[] Repeats = ["9", "9.3", "10", "10.3", "11", "14", "14.2"];

    public sealed record Drawn(MutationModel Model, string[] Alleles, double[] Frequencies);

    public static Gen<double[]> Frequencies(int count) =>
        Gen.Double[0.02, 1].Array[count].Select(it => Array.ConvertAll(it, x => x / it.Sum()));

    public static MutationModel Named(string name, double rate) => name switch
    {
        "none" => new MutationModel.None(),
        "equal" => new MutationModel.Equal(rate),
        "proportional" => new MutationModel.Proportional(rate),
        "onestep" => new MutationModel.OneStep(rate),
        "stepwise" => new MutationModel.Stepwise(rate, Rate2: rate / 7, Range: 0.3),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>One of the models but Custom, alleles of several groups, perhaps room for a silent allele.</summary>
    public static Gen<Drawn> Case =>
        from count in Gen.Int[1, 6]
        from alleles in Gen.Shuffle(Repeats, count)
        from frequencies in Frequencies(count)
        from silent in Gen.OneOf(0.0, 0.1)
        from name in Gen.OneOf("none", "equal", "proportional", "onestep", "stepwise")
        from rate in Gen.OneOf(0.0, 1e-9, 0.002, 0.05, 0.4)
        select new Drawn(Named(name, rate), alleles, Array.ConvertAll(frequencies, it => it * (1 - silent)));
}
