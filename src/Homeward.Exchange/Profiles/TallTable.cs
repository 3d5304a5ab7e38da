using System.Globalization;
using Homeward.Exchange.Tables;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Profiles;

/// <summary>
/// A row for each sample and marker with its alleles in columns of their own: GeneMapper's genotype tables, English or
/// Chinese, and plain CSV. Columns are found by name; those that are not named here are not read.
/// </summary>
static class TallTable
{
    public const int MostAlleles = 100;

    public static readonly string[] SampleColumn =
    [
        "sample", "samplename", "sampleid",
        "样本名称", "样品名称", "样本名", "样品名", "样本", "样品", "样本编号", "样品编号", "检材编号",
    ];

    public static readonly string[] MarkerColumn =
        ["marker", "markername", "locus", "基因座", "基因座名称", "位点", "标记"];

    static readonly string[] GeneMapperOnly =
        ["samplefile", "panel", "dye", "size1", "height1", "peakarea1", "datapoint1", "峰面积1", "峰高1", "样本文件"];

    static readonly string[] AlleleStems = ["allele", "a", "等位基因", "等位"];

    public static bool Recognizes(TableHeader header) =>
        header.IndexOf(SampleColumn) >= 0 && header.IndexOf(MarkerColumn) >= 0;

    public static ProfileFormat FormatOf(TableHeader header) =>
        header.IndexOf(GeneMapperOnly) >= 0 ? ProfileFormat.GeneMapper : ProfileFormat.TallTable;

    public static Parsed<IReadOnlyList<Profile>> Read(TableReader table) => Read(table, onRow: null);

    /// <param name="table">The table, its header read.</param>
    /// <param name="onRow">Looks at each row with the sample's name, for a format with more rules.</param>
    public static Parsed<IReadOnlyList<Profile>> Read(TableReader table, Action<string>? onRow)
    {
        var problems = table.Problems;
        var collector = new ProfileCollector(table.Place, problems, new());
        var sampleColumn = Only(table, SampleColumn, "a sample column");
        var markerColumn = Only(table, MarkerColumn, "a marker column");
        var alleleColumns = AlleleColumns(table);
        var isOfR = Array.Exists(alleleColumns, it => IsNameOfR(table.Header.Names[it]));
        if (problems.Any) return problems;
        while (table.Read())
        {
            var sample = collector.SampleNamed(table[sampleColumn], sampleColumn);
            var marker = collector.MarkerNamed(table[markerColumn], markerColumn);
            if (sample is not null) onRow?.Invoke(sample.Id);
            collector.BeginMarker();
            var isRead = true;
            foreach (var column in alleleColumns)
                if (!isOfR || table[column] is not "NA") isRead &= collector.AddCell(table[column], column, marker);
            if (isRead && sample is not null && marker is not null) collector.EndMarker(sample, marker);
        }
        return collector.Result();
    }

    static int Only(TableReader table, string[] names, string what)
    {
        var columns = table.Header.AllOf(names);
        if (columns.Count > 1) table.Problems.Add(table.Place(columns[1]), $"{what} is given twice");
        return columns.Count == 0 ? -1 : columns[0];
    }

    static int[] AlleleColumns(TableReader table)
    {
        var columns = new SortedDictionary<int, int>();
        for (var i = 0; i < table.Header.Names.Count; i++)
            if (NumberOf(table.Header.KeyOf(i)) is { } number && !columns.TryAdd(number, i))
                table.Problems.Add(table.Place(i), "the column is given twice");
        if (columns.Count == 0 && table.Header.IndexOf([.. AlleleStems, "allelename"]) >= 0)
        {
            table.Problems.Add(
                table.Place(), "has a row for each allele, which is not read; give each marker of a sample one row, "
                + "with the columns Allele 1 and Allele 2");
            return [];
        }
        for (var number = 1; number <= 2; number++)
            if (!columns.ContainsKey(number))
                table.Problems.Add(table.Place(), $"there is no column Allele {number}");
        return [.. columns.Values];
    }

    /// <summary><c>Allele.1</c>: R puts a dot for a space, and NA into an empty cell.</summary>
    static bool IsNameOfR(string name) => name.StartsWith("Allele.", StringComparison.OrdinalIgnoreCase);

    /// <summary>1 for <c>allele1</c>, <c>a1</c>, <c>等位基因1</c>; null for a column that is not an allele's.</summary>
    static int? NumberOf(string key)
    {
        foreach (var stem in AlleleStems)
            if (key.StartsWith(stem, StringComparison.Ordinal)
                && int.TryParse(
                    key.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is >= 1 and <= MostAlleles)
                return number;
        return null;
    }
}
