using Homeward.Exchange.Familias;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Populations;

namespace Homeward.Cli.Inputs;

/// <summary>What a Familias project takes for granted itself (docs/decisions/0010-familias-files.md).</summary>
sealed class FamiliasAssumptions(FamiliasProject project)
{
    /// <summary>For an allele that the database lacks, where the project states no minor allele frequency.</summary>
    const double Unlisted = 0.001;

    readonly Dictionary<string, FamiliasLocus> _loci = project.Loci.ToDictionary(it => it.Name, StringComparer.Ordinal);

    public double Theta => project.Theta;

    public AlleleFrequencies Population => new(
        project.DatabaseName ?? "the Familias project", "the database of a Familias project",
        [.. project.Loci.Select(Visible)]);

    public MinimumFrequency Floor
    {
        get
        {
            var stated = project.Loci.Select(it => it.MinorAlleleFrequency).DefaultIfEmpty().Max();
            return new MinimumFrequency.OfUnlisted(stated is > 0 and < 1 ? stated : Unlisted);
        }
    }

    public MutationAssumption Mutation
    {
        get
        {
            var parts = project.Loci.GroupBy(it => (it.Female, it.Male), it => it.Name)
                .Select(it => $"mothers {InWords(it.Key.Female)}, fathers {InWords(it.Key.Male)} "
                    + $"at {string.Join(", ", it)}");
            return new(ModelOf, marker => HasZeros(_loci[marker]), "the project's: " + string.Join("; ", parts));
        }
    }

    public double SilentFrequency(string marker) => _loci[marker].SilentFrequency;

    MutationModel ModelOf(string marker, bool male) => male ? _loci[marker].Male : _loci[marker].Female;

    /// <summary>The visible alleles among themselves; the share of a silent one is taken off later.</summary>
    static MarkerFrequencies Visible(FamiliasLocus locus) => new(
        locus.Name, locus.Alleles, [.. locus.Frequencies.Select(it => Math.Min(it / (1 - locus.SilentFrequency), 1))],
        chromosomes: null);

    static bool HasZeros(FamiliasLocus locus) =>
        locus.Alleles.Count > 1 && ((MutationModel[])[locus.Male, locus.Female]).Any(
            it => it.Matrix(locus.Alleles, locus.Frequencies).Value is { } matrix && matrix.Cells.Contains(0));

    static string InWords(MutationModel model) => model switch
    {
        MutationModel.Equal it => $"equal (rate {it.Rate})",
        MutationModel.Proportional it => $"proportional (rate {it.Rate})",
        MutationModel.Stepwise it => $"stepwise (rate {it.Rate}, rate2 {it.Rate2}, range {it.Range}"
            + (it.Transform == MutationTransform.PM ? ", stationary)" : ")"),
        _ => "none",
    };
}
