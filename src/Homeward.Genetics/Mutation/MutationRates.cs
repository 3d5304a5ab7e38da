using System.Globalization;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Mutation;

/// <summary>Mutation rates of autosomal and X markers, from <c>Tables/mutation-rates.csv</c>.</summary>
/// <remarks>
/// A marker with published rates for both sexes has those. One with an overall rate only has it split by the
/// paternal to maternal ratio of the same study. Every other marker, all of the X chromosome included, has
/// <see cref="ChinaDefault"/>. Why: docs/decisions/0002-mutation-rates.md.
/// </remarks>
public static class MutationRates
{
    const string DefaultRow = "default-autosomal-china";

    static readonly Dictionary<string, MutationRate> ByMarker = EmbeddedTable
        .Read("mutation-rates.csv", "marker,female,male,source").Rows
        .ToDictionary(it => it[0], it => new MutationRate(Male: Rate(it[2]), Female: Rate(it[1]), Source: it[3]));

    /// <summary>The overall rate of Chinese Han families, for markers without rates of their own.</summary>
    public static MutationRate ChinaDefault { get; } = ByMarker[DefaultRow];

    /// <summary>Canonical names of the markers that have rates of their own.</summary>
    public static IReadOnlyList<string> Markers { get; } = [.. ByMarker.Keys.Where(it => it != DefaultRow)];

    /// <summary>The rates of a marker, given by any of its names.</summary>
    public static MutationRate Of(string marker) =>
        ByMarker.GetValueOrDefault(MarkerCatalogue.Canonical(marker), ChinaDefault);

    static double Rate(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
