using Homeward.Exchange.Tables;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Profiles;

/// <summary>
/// A row for each sample. A marker has one column with both alleles (<c>15/16</c>, or <c>15,16</c> in quotes), or one
/// column for each allele (<c>D3S1358 1</c> and <c>D3S1358 2</c>, or the same name twice).
/// </summary>
static class WideTable
{
    static readonly string[] AlleleWords = ["allele", "等位基因", " a", "_a", "-a", ".a"];

    /// <param name="Marker">The marker's name as the header has it, without the allele's number.</param>
    /// <param name="Columns">Its columns, one or more.</param>
    sealed record MarkerColumns(string Marker, List<int> Columns);

    public static bool Recognizes(TableHeader header) =>
        header.IndexOf(TallTable.SampleColumn) >= 0
        && header.IndexOf(TallTable.MarkerColumn) < 0
        && HasMarkers(header);

    public static bool HasMarkers(TableHeader header) => header.Names.Any(it => MarkerOf(it).IsKnown);

    public static Parsed<IReadOnlyList<Profile>> Read(TableReader table)
    {
        var collector = new ProfileCollector(table.Place, table.Problems, new());
        var sampleColumn = table.Header.IndexOf(TallTable.SampleColumn);
        var markers = ColumnsOfMarkers(table, sampleColumn, collector.Warnings);
        if (table.Problems.Any) return table.Problems;
        var seen = new HashSet<ProfileCollector.Sample>();
        while (table.Read())
        {
            if (collector.SampleNamed(table[sampleColumn], sampleColumn) is not { } sample) continue;
            if (seen.Add(sample))
                foreach (var marker in markers) ReadMarker(table, collector, sample, marker);
            else
                collector.Problems.Add(table.Place(sampleColumn), "the sample is given a second time");
        }
        return collector.Result();
    }

    /// <summary>The same, a profile at a time: of rows without a fault. Whether all of them were is known at the end.
    /// </summary>
    public static IEnumerable<Profile> Stream(TableReader table, Problems warnings)
    {
        var collector = new ProfileCollector(table.Place, table.Problems, warnings);
        var sampleColumn = table.Header.IndexOf(TallTable.SampleColumn);
        var markers = ColumnsOfMarkers(table, sampleColumn, warnings);
        if (table.Problems.Any) yield break;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (table.Read())
        {
            var before = table.Problems.Total;
            if (collector.SampleNamed(table[sampleColumn], sampleColumn) is not { } sample) continue;
            foreach (var marker in markers) ReadMarker(table, collector, sample, marker);
            var profile = collector.Take(sample);
            if (!seen.Add(profile.Id))
                table.Problems.Add(table.Place(sampleColumn), "the sample is given a second time");
            if (table.Problems.Total == before) yield return profile;
        }
        if (seen.Count == 0 && !table.Problems.Any) table.Problems.Add("", "the file holds no samples");
    }

    static void ReadMarker(
        TableReader table, ProfileCollector collector, ProfileCollector.Sample sample, MarkerColumns marker)
    {
        collector.BeginMarker();
        var isRead = true;
        foreach (var column in marker.Columns)
            isRead &= marker.Columns.Count > 1
                ? collector.AddCell(table[column], column)
                : AddPair(table, collector, column);
        if (isRead && collector.MarkerNamed(marker.Marker, marker.Columns[0]) is { } named)
            collector.EndMarker(sample, named, marker.Columns[0]);
    }

    static bool AddPair(TableReader table, ProfileCollector collector, int column)
    {
        var cell = table[column];
        if (cell is "N/A" or "n/a") return collector.AddCell(cell, column);
        if (MayBeDecimalComma(cell))
        {
            collector.Problems.Add(table.Place(column), "may be two alleles or a decimal comma; write 15/16 or 9.3");
            return false;
        }
        var isRead = true;
        foreach (var part in cell.SplitAny('/', ',')) isRead &= collector.AddCell(cell[part], column);
        return isRead;
    }

    /// <summary>9,3: allele 9.3 with a decimal comma, or alleles 9 and 3. From 5 on no fraction is meant.</summary>
    static bool MayBeDecimalComma(ReadOnlySpan<char> cell)
    {
        var comma = cell.IndexOf(',');
        return comma > 0
            && !cell.ContainsAny('.', '/')
            && cell[(comma + 1)..] is [>= '0' and <= '4'] or [>= '0' and <= '4', ',' or ' ', ..];
    }

    static List<MarkerColumns> ColumnsOfMarkers(TableReader table, int sampleColumn, Problems warnings)
    {
        var found = new Dictionary<string, MarkerColumns>(StringComparer.Ordinal);
        var numbered = new HashSet<(string, string)>();
        for (var i = 0; i < table.Header.Names.Count; i++)
        {
            if (i == sampleColumn) continue;
            var (marker, suffix, isKnown) = MarkerOf(table.Header.Names[i]);
            var canonical = MarkerCatalogue.Canonical(marker);
            if (IsSecondOfMarker(table.Header, i))
                table.Problems.Add(
                    table.Place(i), "the column may be a marker's second allele; name the two as D3S1358 1 and D3S1358 "
                    + "2, or write both in one column as 15/16");
            else if (!isKnown)
                warnings.Add(table.Place(i), "the column is no marker of the catalogue; it is not read");
            else if (suffix.Length > 0 && !numbered.Add((canonical, suffix)))
                table.Problems.Add(table.Place(i), "the column is given twice");
            else if (found.TryGetValue(canonical, out var columns)) columns.Columns.Add(i);
            else found.Add(canonical, new(marker, [i]));
        }
        foreach (var columns in found.Values.Where(it => it.Columns.Count == 1))
            if (MarkerOf(table.Header.Names[columns.Columns[0]]).Suffix.Length > 0)
                table.Problems.Add(table.Place(columns.Columns[0]), "the marker's other allele column is missing");
        return [.. found.Values];
    }

    /// <summary>
    /// A column without a heading right of a marker's, as merged cells leave it, or <c>D3S1358 b</c>: to pass over it
    /// would make a homozygote of everybody.
    /// </summary>
    static bool IsSecondOfMarker(TableHeader header, int column)
    {
        var name = header.Names[column];
        if (name.Length == 0) return column > 0 && MarkerOf(header.Names[column - 1]).IsKnown;
        if (MarkerOf(name).IsKnown || !char.IsLetter(name[^1])) return false;
        return MarkerCatalogue.Find(name[..^1].TrimEnd(' ', '_', '-', '.', '(')) is not null;
    }

    /// <summary>
    /// <c>D3S1358 1</c>, <c>D3S1358_A1</c>, <c>D3S1358 (1)</c> → D3S1358 and 1. An allele's number stands behind a
    /// space, a mark or a word.
    /// </summary>
    static (string Marker, string Suffix, bool IsKnown) MarkerOf(string header)
    {
        if (MarkerCatalogue.Find(header) is not null) return (header, "", true);
        var text = header.AsSpan().TrimEnd(')');
        var number = text.TrimEnd("0123456789");
        var suffix = text[number.Length..];
        var name = number.TrimEnd(" _-.(");
        foreach (var word in AlleleWords)
            if (name.EndsWith(word, StringComparison.OrdinalIgnoreCase)) name = name[..^word.Length].TrimEnd(" _-.(");
        if (suffix.Length is 0 or > 2 || name.Length == number.Length) return (header, "", false);
        var marker = name.ToString();
        return (marker, suffix.TrimStart('0').ToString(), MarkerCatalogue.Find(marker) is not null);
    }
}
