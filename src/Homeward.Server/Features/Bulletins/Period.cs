using System.Globalization;
using Homeward.Cases.Statistics;

namespace Homeward.Server.Features.Bulletins;

/// <summary>The days for which somebody asks figures.</summary>
static class Period
{
    const string Format = "yyyy-MM-dd";

    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>From one day to the other, whichever was named first; this year so far where a day is missing or none.
    /// </summary>
    public static StatisticsQuestion Of(string? since, string? until, DateOnly today)
    {
        var last = Day(until) ?? today;
        var first = Day(since) ?? new(last.Year, 1, 1);
        return first <= last ? new(first, last) : new(last, first);
    }

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
