using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Mutation;

/// <summary>How the alleles of a marker mutate in one parental sex: an assumption; Matrix makes the numbers.</summary>
/// <remarks>Statements, papers and worked examples: docs/math/mutation.md.</remarks>
public abstract record MutationModel
{
    MutationModel() { }

    public MutationTransform Transform { get; init; }

    /// <summary>Nothing mutates.</summary>
    public sealed record None : MutationModel;

    /// <summary>Each other allele is as likely as the next.</summary>
    public sealed record Equal(double Rate) : MutationModel;

    /// <summary>To an allele in proportion to its frequency; <paramref name="Rate"/> is the overall rate.</summary>
    public sealed record Proportional(double Rate) : MutationModel;

    /// <summary>Fewer repeats gained or lost are likelier.</summary>
    /// <param name="Rate">Probability of another allele with the same fraction of a repeat (9.3 and 10.3).</param>
    /// <param name="Rate2">Probability of any allele with another fraction (9.3 to 10).</param>
    /// <param name="Range">How much less likely each further repeat is.</param>
    public sealed record Stepwise(double Rate, double Rate2, double Range) : MutationModel;

    /// <summary>One repeat gained or lost, never more.</summary>
    public sealed record OneStep(double Rate) : MutationModel;

    /// <summary>The matrix itself, rows and columns in the order of the alleles.</summary>
    public sealed record Custom(IReadOnlyList<IReadOnlyList<double>> Rows) : MutationModel;

    /// <param name="alleles">The visible alleles.</param>
    /// <param name="frequencies">Their frequencies as given; they sum to 1, or to less beside a silent allele.</param>
    /// <returns>The matrix, or every reason why these numbers make none.</returns>
    public Parsed<MutationMatrix> Matrix(IReadOnlyList<Allele> alleles, IReadOnlyList<double> frequencies) =>
        MutationMatrixBuilder.Build(this, [.. alleles.Select(it => (Allele?)it)], frequencies);

    /// <summary>For alleles with names of any kind; only Stepwise and OneStep need repeat numbers.</summary>
    public Parsed<MutationMatrix> MatrixOfNamed(IReadOnlyList<string> alleles, IReadOnlyList<double> frequencies) =>
        MutationMatrixBuilder.Build(
            this, [.. alleles.Select(it => Allele.TryParse(it, out var read) ? (Allele?)read : null)], frequencies);
}
