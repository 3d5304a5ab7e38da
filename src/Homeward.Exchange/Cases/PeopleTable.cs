using Homeward.Cases.People;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Cases;

/// <summary>Reads people from a table: <c>number,name,sex,born,basis,citizenship,language,marks</c>.</summary>
public static class PeopleTable
{
    static readonly string[][] Columns =
    [
        ["number", "编号"],
        ["name", "姓名"],
        ["sex", "gender", "性别"],
        ["born", "出生日期", "出生"],
        ["basis", "依据"],
        ["citizenship", "国籍"],
        ["language", "语言"],
        ["marks", "特征"],
    ];

    /// <returns>The people in the order of the file; or everything that is wrong, by row and column.</returns>
    public static Parsed<IReadOnlyList<PersonRow>> Read(Stream stream)
    {
        var table = new CaseTable(stream, Columns, ["number", "name"]);
        if (table.Problems.Any) return table.Problems;
        var rows = new List<PersonRow>();
        while (table.Read(out var number))
            rows.Add(new(table.Place, number)
            {
                Name = table.Name(),
                Sex = table.Sex(),
                Born = table.Days("born"),
                Basis = table.OneOf<DateBasis>("basis"),
                Citizenship = table.Code("citizenship", 3)?.ToUpperInvariant(),
                Language = table.Code("language", 3)?.ToLowerInvariant(),
                Marks = table.OrNull("marks"),
            });
        if (rows.Count == 0 && !table.Problems.Any) table.Problems.Add("", "the file holds no people");
        return table.Problems.Any ? new(table.Problems) : new(rows);
    }
}
