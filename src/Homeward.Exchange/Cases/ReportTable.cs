using Homeward.Cases.Agencies;
using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Cases;

/// <summary>Reads reports of missing people from a table:
/// <c>number,name,sex,born,basis,marks,last_seen,region,category</c>.</summary>
public static class ReportTable
{
    static readonly string[][] Columns =
    [
        ["number", "编号", "报案编号"],
        ["name", "姓名"],
        ["sex", "gender", "性别"],
        ["born", "出生日期", "出生"],
        ["basis", "依据"],
        ["marks", "特征"],
        ["lastseen", "失踪日期", "失踪时间"],
        ["region", "失踪地区", "地区"],
        ["category", "类别"],
    ];

    /// <returns>The reports in the order of the file; or everything that is wrong, by row and column.</returns>
    public static Parsed<IReadOnlyList<ReportRow>> Read(Stream stream)
    {
        var table = new CaseTable(stream, Columns, ["number", "name", "lastseen", "region"]);
        if (table.Problems.Any) return table.Problems;
        var rows = new List<ReportRow>();
        while (table.Read(out var number))
        {
            var region = Region(table);
            var name = table.Name();
            var row = new ReportRow(table.Place, number)
            {
                Name = name,
                Sex = table.Sex(),
                Born = table.Days("born"),
                Basis = table.OneOf<DateBasis>("basis"),
                Marks = table.OrNull("marks"),
                LastSeen = table.Days("lastseen"),
                Region = region ?? new("0"),
                Category = table.OneOf<MissingCategory>("category"),
            };
            if (row.LastSeen.Latest < row.Born.Earliest)
                table.Fault("lastseen", "is before the person was born");
            rows.Add(row);
        }
        if (rows.Count == 0 && !table.Problems.Any) table.Problems.Add("", "the file holds no reports");
        return table.Problems.Any ? new(table.Problems) : new(rows);
    }

    static RegionCode? Region(CaseTable table)
    {
        var cell = table["region"].ToUpperInvariant();
        if (cell.Length is > 0 and <= RegionCode.MostCharacters
            && cell.All(it => char.IsAsciiLetterUpper(it) || char.IsAsciiDigit(it) || it == '-')) return new(cell);
        table.Fault("region", "is no code of a region, such as 440000");
        return null;
    }
}
