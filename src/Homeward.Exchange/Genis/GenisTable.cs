using System.Globalization;
using Homeward.Exchange.Profiles;
using Homeward.Exchange.Tables;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Genis;

/// <summary>
/// GENis's bulk upload of STR profiles: tab-separated, the exact column names below, all eight allele columns, and the
/// rows of a sample one after the other. UD1, UD2 and the category are for GENis's own books and are not read.
/// </summary>
static class GenisTable
{
    const int AlleleColumns = 8;

    static readonly string[] Columns =
    [
        "Sample Name", "UD1", "Marker", "UD2", "Specimen Category",
        .. Enumerable.Range(1, AlleleColumns).Select(it => string.Create(CultureInfo.InvariantCulture, $"Allele {it}")),
    ];

    static readonly HashSet<string> Keys = [.. Columns.Select(TableHeader.Key)];

    /// <remarks>GeneMapper tables may have UD1 and a category too, but then other columns beside.</remarks>
    public static bool Recognizes(TableHeader header) =>
        header.IndexOf("ud1") >= 0
        && header.IndexOf("specimencategory") >= 0
        && header.IndexOf("marker") >= 0
        && Enumerable.Range(0, header.Names.Count).All(it => Keys.Contains(header.KeyOf(it)));

    public static bool IsMitochondrial(TableHeader header) =>
        header.IndexOf("rangefrom") >= 0 && header.IndexOf("mut1") >= 0;

    public static Parsed<IReadOnlyList<Profile>> Read(TableReader table)
    {
        CheckColumns(table);
        if (table.Problems.Any) return table.Problems;
        var closed = new HashSet<string>(StringComparer.Ordinal);
        string? current = null;
        return TallTable.Read(table, sample =>
        {
            if (sample == current) return;
            if (current is not null) closed.Add(current);
            if (closed.Contains(sample)) table.Problems.Add(table.Place(), "the rows of a sample must stand together");
            current = sample;
        });
    }

    static void CheckColumns(TableReader table)
    {
        if (table.Header.Separator != '\t') table.Problems.Add(table.Place(), "GENis tables are separated by tabs");
        foreach (var name in Columns.Where(it => it != "UD2"))
            if (!table.Header.Names.Contains(name)) table.Problems.Add(table.Place(), $"there is no column {name}");
    }
}
