using System.Globalization;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Markers;

/// <summary>The markers Homeward knows, and their one spelling. Sources: <c>Tables/markers.csv</c>.</summary>
public static class MarkerCatalogue
{
    static readonly Dictionary<string, Marker> ByName = new(StringComparer.Ordinal);
    static readonly Dictionary<string, Marker> BySpelling = new(StringComparer.Ordinal);

    static MarkerCatalogue()
    {
        var table = EmbeddedTable.Read("markers.csv", "name,kind,chromosome,position_mb,period_bases,aliases");
        (All, Citation) = ([.. table.Rows.Select(FromCells)], table["citation"] ?? "");
        foreach (var marker in All)
        {
            ByName.Add(marker.Name, marker);
            BySpelling.Add(NameKey.Of(marker.Name), marker);
            foreach (var alias in marker.Aliases) BySpelling.Add(NameKey.Of(alias), marker);
        }
    }

    /// <summary>By chromosome, then along it where positions are known.</summary>
    public static IReadOnlyList<Marker> All { get; }

    /// <summary>Where the catalogue's figures come from.</summary>
    public static string Citation { get; }

    /// <summary>The marker with this name or alias in any spelling; null when there is none.</summary>
    public static Marker? Find(string nameOrAlias) =>
        ByName.GetValueOrDefault(nameOrAlias) ?? BySpelling.GetValueOrDefault(NameKey.Of(nameOrAlias));

    /// <summary>The one spelling of a marker's name: THO1 → TH01, Penta_E → Penta E; others are only trimmed.</summary>
    public static string Canonical(string anyName) => Find(anyName)?.Name ?? anyName.Trim();

    static Marker FromCells(string[] cells) => new(
        Name: cells[0],
        Kind: Enum.Parse<MarkerKind>(cells[1], ignoreCase: true),
        Chromosome: cells[2].Length == 0 ? null : cells[2],
        PositionMb: cells[3].Length == 0 ? null : double.Parse(cells[3], CultureInfo.InvariantCulture),
        PeriodBases: cells[4].Length == 0 ? null : int.Parse(cells[4], CultureInfo.InvariantCulture),
        Aliases: cells[5].Length == 0 ? [] : cells[5].Split(';'));
}
