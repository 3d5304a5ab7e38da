using Homeward.Exchange.Tables;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Pedigrees;

/// <summary>Reads families from a table: <c>family,individual,father,mother,sex,sample,missing</c>.</summary>
public static class PedigreeTable
{
    const int LongestName = 100;

    static readonly string[][] Columns =
    [
        ["family", "familyid", "家系", "家庭", "家系编号"],
        ["individual", "individualid", "member", "个体", "成员"],
        ["father", "父亲", "父"],
        ["mother", "母亲", "母"],
        ["sex", "gender", "性别"],
        ["sample", "samplename", "样本", "样品", "样本名称", "样品名称"],
        ["missing", "失踪", "查找"],
    ];

    /// <summary>
    /// Whether the columns are a pedigree's, if not in our own names: <c>fid</c> and <c>mid</c> are those of R's
    /// pedsuite, <c>pat</c> and <c>mat</c> PLINK's.
    /// </summary>
    public static bool Recognizes(TableHeader header) =>
        header.IndexOf(Columns[2]) >= 0 || header.IndexOf(Columns[3]) >= 0
        || (header.IndexOf("fid", "pat") >= 0 && header.IndexOf("mid", "mat") >= 0);

    /// <param name="stream">The table.</param>
    /// <param name="samples">Names of the samples that were read; null when they are not to be checked.</param>
    /// <param name="isSearch">Whether a family that seeks nobody is warned of.</param>
    /// <returns>The families in the order of the file; or everything that is wrong, by row and column.</returns>
    public static Parsed<IReadOnlyList<Family>> Read(Stream stream, IReadOnlySet<string>? samples, bool isSearch = true)
    {
        var table = new TableReader(stream);
        var columns = Array.ConvertAll(Columns, it => table.Header.IndexOf(it));
        if (table.Header.Names.Count > 0) CheckColumns(table, columns);
        if (table.Problems.Any) return table.Problems;
        var families = new Dictionary<string, FamilyReading>(StringComparer.Ordinal);
        var warnings = new Problems();
        while (table.Read())
        {
            if (Row(table, columns, samples) is not { } row) continue;
            if (!families.TryGetValue(row.Family, out var family))
                families.Add(row.Family, family = new(row.Family, table.Problems, warnings, isSearch));
            family.Add(row);
        }
        if (families.Count == 0 && !table.Problems.Any) table.Problems.Add("", "the file holds no families");
        var read = families.Values.Select(it => it.Result()).ToList();
        return table.Problems.Any ? new(table.Problems, warnings) : new(read.ConvertAll(it => it!), warnings);
    }

    static void CheckColumns(TableReader table, int[] columns)
    {
        if (table.Header.IsSeparatedBySpaces)
        {
            table.Problems.Add(
                table.Place(), "the header is one field: it must be family,individual,father,mother,sex,sample,"
                + "missing, with tabs, semicolons or commas between");
            return;
        }
        if (columns[2] < 0 && columns[3] < 0 && Recognizes(table.Header))
        {
            table.Problems.Add(
                table.Place(), "the columns have the names of another program; name them family, individual, father, "
                + "mother, sex, sample and missing, and give profiles in a table of their own");
            return;
        }
        for (var i = 0; i < Columns.Length; i++)
        {
            if (columns[i] < 0 && Columns[i][0] != "missing")
                table.Problems.Add(table.Place(), $"there is no column {Columns[i][0]}");
            if (table.Header.AllOf(Columns[i]) is [_, var second, ..])
                table.Problems.Add(table.Place(second), "the column is given twice");
        }
    }

    /// <summary>One line; a faulty one too, so that those who name it as a parent are not faulted for it.</summary>
    static MemberRow? Row(TableReader table, int[] columns, IReadOnlySet<string>? samples)
    {
        var cells = Array.ConvertAll(columns, it => it < 0 ? "" : table[it].ToString());
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].Length > LongestName)
                table.Problems.Add(table.Place(columns[i]), "is longer than 100 characters");
        if (cells[0].Length == 0) table.Problems.Add(table.Place(columns[0]), "the family has no name");
        if (cells[1] is "" or "0") table.Problems.Add(table.Place(columns[1]), "the individual has no name");
        if (cells[0].Length == 0 || cells[1] is "" or "0") return null;
        var sex = SexOf(cells[4]);
        if (sex is null) table.Problems.Add(table.Place(columns[4]), "is no sex; write male, female or unknown");
        var isMissing = YesOrNo(cells[6]);
        if (isMissing is null) table.Problems.Add(table.Place(columns[6]), "is neither yes nor no");
        if (samples is not null && cells[5].Length > 0 && !samples.Contains(cells[5]))
            table.Problems.Add(table.Place(columns[5]), "the sample is in none of the profiles given");
        if (isMissing == true && cells[5].Length > 0)
            table.Problems.Add(table.Place(columns[5]), "a missing person has no sample");
        var (father, mother) = (Parent(cells[2]), Parent(cells[3]));
        return new(
            table.Place(), cells[0], cells[1], father, mother, sex ?? Sex.Unknown, cells[5], isMissing == true);
    }

    /// <summary>An empty cell, or 0 as pedigree programs write it: not in the family.</summary>
    static string? Parent(string cell) => cell is "" or "0" ? null : cell;

    static Sex? SexOf(string cell) => cell.ToUpperInvariant() switch
    {
        "MALE" or "M" or "1" or "男" => Sex.Male,
        "FEMALE" or "F" or "2" or "女" => Sex.Female,
        "UNKNOWN" or "U" or "0" or "" or "未知" => Sex.Unknown,
        _ => null,
    };

    static bool? YesOrNo(string cell) => cell.ToUpperInvariant() switch
    {
        "YES" or "Y" or "TRUE" or "1" or "X" or "是" => true,
        "NO" or "N" or "FALSE" or "0" or "" or "否" => false,
        _ => null,
    };
}
