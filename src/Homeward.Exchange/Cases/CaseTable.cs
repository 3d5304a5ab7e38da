using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Exchange.Tables;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Cases;

/// <summary>What tables of people and tables of reports have in common: a number of its own for each row, and cells
/// that are checked one by one.</summary>
sealed class CaseTable
{
    const int LongestCell = 200;
    const int LongestNumber = 40;

    readonly TableReader _table;
    readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal);

    /// <param name="stream">The file.</param>
    /// <param name="columns">Names of each column; the first is the one used here and in messages.</param>
    /// <param name="needed">The columns that must be there.</param>
    public CaseTable(Stream stream, IReadOnlyList<string[]> columns, IReadOnlyList<string> needed)
    {
        _table = new(stream);
        if (_table.Header.Names.Count == 0) return;
        foreach (var names in columns) Find(names, needed.Contains(names[0]));
        var strange = Enumerable.Range(0, _table.Header.Names.Count).Except(_columns.Values);
        foreach (var column in strange)
            Problems.Add(_table.Place(column), "is no column of such a table");
    }

    public Problems Problems => _table.Problems;
    public string Place => _table.Place();

    /// <summary>The next row that has a number of its own.</summary>
    public bool Read(out string number)
    {
        while (_table.Read())
        {
            number = this["number"];
            if (number.Length is 0 or > LongestNumber)
                Fault("number", number.Length == 0 ? "the row has no number" : "is longer than 40 characters");
            else if (_numbers.TryGetValue(number, out var earlier)) Fault("number", $"is that of {earlier}");
            else
            {
                _numbers.Add(number, Place);
                return true;
            }
        }
        number = "";
        return false;
    }

    public string this[string column]
    {
        get
        {
            var cell = _columns.TryGetValue(column, out var index) ? _table[index].ToString() : "";
            if (cell.Length > LongestCell) Fault(column, "is longer than 200 characters");
            return cell;
        }
    }

    public string? OrNull(string column) => this[column] is { Length: > 0 } cell ? cell : null;

    public void Fault(string column, string what) =>
        Problems.Add(_table.Place(_columns.GetValueOrDefault(column, -1)), what);

    public string Name()
    {
        var name = this["name"];
        if (name.Length == 0) Fault("name", "the person has no name; write what the person is called by");
        return name;
    }

    public DayInterval Days(string column)
    {
        if (DayCell.Read(this[column]) is { } days) return days;
        Fault(column, "is no day, month or year: write 2011-05-20, 2011-05, 2011 or 2011-05..2011-07");
        return DayInterval.Unknown;
    }

    public Sex Sex()
    {
        switch (this["sex"].ToUpperInvariant())
        {
            case "MALE" or "M" or "男": return Homeward.Cases.People.Sex.Male;
            case "FEMALE" or "F" or "女": return Homeward.Cases.People.Sex.Female;
            case "INTERSEX": return Homeward.Cases.People.Sex.Intersex;
            case "UNKNOWN" or "U" or "" or "未知": return Homeward.Cases.People.Sex.Unknown;
            default:
                Fault("sex", "is no sex; write male, female, intersex or unknown");
                return Homeward.Cases.People.Sex.Unknown;
        }
    }

    /// <summary>One of the names of a closed list, in any case; empty is its first.</summary>
    public T OneOf<T>(string column)
        where T : struct, Enum
    {
        var cell = this[column];
        if (cell.Length == 0) return default;
        if (Enum.TryParse<T>(cell, ignoreCase: true, out var value) && Enum.IsDefined(value)
            && !char.IsAsciiDigit(cell[0])) return value;
        Fault(column, "is none of " + string.Join(", ", Enum.GetNames<T>()));
        return default;
    }

    /// <summary>Letters of a code: <c>VNM</c>, <c>vie</c>.</summary>
    public string? Code(string column, int letters)
    {
        if (OrNull(column) is not { } cell) return null;
        if (cell.Length == letters && cell.All(char.IsAsciiLetter)) return cell;
        Fault(column, $"is no code of {letters} letters");
        return null;
    }

    void Find(string[] names, bool isNeeded)
    {
        var found = _table.Header.AllOf(names);
        if (found is [var first, ..]) _columns.Add(names[0], first);
        else if (isNeeded) Problems.Add(Place, $"there is no column {names[0]}");
        foreach (var again in found.Skip(1))
        {
            Problems.Add(_table.Place(again), "the column is given twice");
            _columns.TryAdd(names[0] + again, again);
        }
    }
}
