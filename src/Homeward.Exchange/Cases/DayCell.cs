using System.Globalization;
using Homeward.Cases.Time;

namespace Homeward.Exchange.Cases;

/// <summary>Days as people write what they know of them: <c>2011-05-20</c>, <c>2011-05</c>, <c>2011</c>, or from one to
/// another of these: <c>2011-05..2011-07-03</c>. Empty is not known.</summary>
static class DayCell
{
    const string Between = "..";
    static readonly DateOnly Earliest = new(1850, 1, 1);

    /// <summary>Null when the cell is none of these.</summary>
    public static DayInterval? Read(string cell)
    {
        if (cell.Length == 0) return DayInterval.Unknown;
        var ends = cell.Split(Between);
        if (ends.Length > 2) return null;
        if (One(ends[0].Trim()) is not { } first || One(ends[^1].Trim()) is not { } last) return null;
        return first.From >= Earliest && first.From <= last.To ? new DayInterval(first.From, last.To) : null;
    }

    static (DateOnly From, DateOnly To)? One(string text)
    {
        if (Is(text, "yyyy-MM-dd", out var day)) return (day, day);
        if (Is(text, "yyyy-MM", out var month)) return (month, month.AddMonths(1).AddDays(-1));
        return Is(text, "yyyy", out var year) ? (year, year.AddYears(1).AddDays(-1)) : null;
    }

    static bool Is(string text, string format, out DateOnly day) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
