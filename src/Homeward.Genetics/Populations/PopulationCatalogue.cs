using System.Globalization;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Populations;

/// <summary>The frequency tables that come with Homeward, each from the file of its name in <c>Tables</c>.</summary>
public static class PopulationCatalogue
{
    public static IReadOnlyList<AlleleFrequencies> All { get; } =
    [
        Read("china-han"),
        Read("china-hgdp"),
        Read("east-asia"),
        Read("filipino"),
        Read("norway"),
        Read("us-african-american"),
        Read("us-asian"),
        Read("us-caucasian"),
        Read("us-hispanic"),
    ];

    /// <summary>The population of this name, as in <c>china-han</c>; null when there is none.</summary>
    public static AlleleFrequencies? Find(string name) =>
        All.FirstOrDefault(it => string.Equals(it.Name, name, StringComparison.OrdinalIgnoreCase));

    static AlleleFrequencies Read(string name)
    {
        var table = EmbeddedTable.Read(name + ".csv", "marker,2N,allele,frequency");
        var markers = table.Rows.GroupBy(it => it[0]).Select(FromRows).ToList();
        return new(name, table["citation"] ?? "", markers)
        {
            Title = table["title"] ?? name,
            Licence = table["licence"] ?? "",
            Notes = table.Notes,
            StatedMinimum = table["minimum"] is { } stated ? double.Parse(stated, CultureInfo.InvariantCulture) : null,
        };
    }

    static MarkerFrequencies FromRows(IGrouping<string, string[]> rows)
    {
        var chromosomes = rows.First()[1];
        return new(
            rows.Key,
            [.. rows.Select(it => ToAllele(it[2]))],
            [.. rows.Select(it => double.Parse(it[3], CultureInfo.InvariantCulture))],
            chromosomes.Length == 0 ? null : int.Parse(chromosomes, CultureInfo.InvariantCulture));
    }

    static Allele ToAllele(string text)
    {
        Check.That(Allele.TryParse(text, out var allele), text);
        return allele;
    }
}
