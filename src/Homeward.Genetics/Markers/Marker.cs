namespace Homeward.Genetics.Markers;

/// <summary>One row of the catalogue.</summary>
/// <param name="Name">The canonical name, as in <c>vWA</c>, <c>Penta E</c>, <c>AMEL</c>.</param>
/// <param name="Kind">How the marker is inherited.</param>
/// <param name="Chromosome">1 to 22, X or Y; null for amelogenin, which lies on both.</param>
/// <param name="PositionMb">Start of the repeat in GRCh38, in megabases, where known.</param>
/// <param name="PeriodBases">Bases of one repeat, where known: 9.3 is then nine repeats and three bases.</param>
/// <param name="Aliases">Other spellings; case, spaces and the signs <c>_-./()</c> never matter.</param>
public sealed record Marker(
    string Name,
    MarkerKind Kind,
    string? Chromosome,
    double? PositionMb,
    int? PeriodBases,
    IReadOnlyList<string> Aliases);
