using System.Globalization;
using Homeward.Cases.Time;

namespace Homeward.Cases.Jurisdictions;

/// <summary>How long a clock runs, in one unit: hours from the instant, or whole days or months of the calendar.
/// </summary>
public readonly record struct ClockSpan(int Months, int Days, int Hours)
{
    /// <summary><c>PT24H</c>, <c>P7D</c>, <c>P1M</c>: one unit of ISO 8601; null for anything else.</summary>
    public static ClockSpan? Read(string text)
    {
        var isHours = text.StartsWith("PT", StringComparison.Ordinal);
        var number = isHours ? 2 : 1;
        if (text.Length <= number + 1 || text[0] != 'P') return null;
        var digits = text[number..^1];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        if (count is 0 or > 10_000) return null;
        return (isHours, text[^1]) switch
        {
            (true, 'H') => new(Months: 0, Days: 0, Hours: count),
            (false, 'D') => new(Months: 0, Days: count, Hours: 0),
            (false, 'M') => new(Months: count, Days: 0, Hours: 0),
            _ => null,
        };
    }

    /// <summary>The moment at which it has passed.</summary>
    /// <remarks>
    /// Hours run from the instant. Days and months are the calendar's: the first day is not counted and the last one
    /// ends at midnight, so one month from 15 July ends with 15 August, and one from 31 January with 28 February.
    /// </remarks>
    public Instant After(Instant started, Zone zone)
    {
        if (Hours > 0) return started + TimeSpan.FromHours(Hours);
        var lastDay = zone.DayOf(started).AddMonths(Months).AddDays(Days);
        return zone.StartOf(lastDay.AddDays(1));
    }

    public override string ToString() => Hours > 0 ? $"PT{Hours}H" : Days > 0 ? $"P{Days}D" : $"P{Months}M";
}
