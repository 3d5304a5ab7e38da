using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Profiles;

/// <summary>The public profiles of commercial control DNA, from <c>Tables/control-dna.csv</c>.</summary>
/// <remarks>They tell whether a kit and a reader work; they belong to no family.</remarks>
public static class ControlDna
{
    public static IReadOnlyList<Profile> All { get; } =
    [
        .. EmbeddedTable.Read("control-dna.csv", "sample,marker,allele1,allele2,allele3").Rows
            .GroupBy(it => it[0]).Select(it => FromRows(it.Key, [.. it])),
    ];

    /// <summary>The control of this name, as in <c>2800M</c>; null when there is none.</summary>
    public static Profile? Find(string name) =>
        All.FirstOrDefault(it => string.Equals(it.Id, name, StringComparison.OrdinalIgnoreCase));

    static Profile FromRows(string sample, IReadOnlyList<string[]> rows) =>
        new(sample, rows.Where(it => it[4].Length == 0).ToDictionary(it => it[1], ToGenotype))
        {
            Unused = rows.Where(it => it[4].Length > 0).ToDictionary(it => it[1], it => string.Join('/', it[2..])),
        };

    static Genotype ToGenotype(string[] row)
    {
        Check.That(Allele.TryParse(row[2], out var first), row[2]);
        var second = first;
        Check.That(row[3].Length == 0 || Allele.TryParse(row[3], out second), row[3]);
        return new(first, second);
    }
}
