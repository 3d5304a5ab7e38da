using Homeward.Cases.Time;

namespace Homeward.Cases.Jurisdictions;

/// <summary>By when something must be done, on what basis, in which years.</summary>
public sealed record ClockRule(ClockKind Kind, ClockStart Start, ClockSpan Span, Validity Validity, Wording Basis)
{
    /// <summary>When a clock that starts now is due.</summary>
    /// <remarks>
    /// Hours run from the instant. Days and months are the calendar's: the first day is not counted and the last one
    /// ends at midnight, so one month from 15 July ends with 15 August, and one from 31 January with 28 February.
    /// </remarks>
    public Instant Due(Instant started, Zone zone)
    {
        if (Span.Hours > 0) return started + TimeSpan.FromHours(Span.Hours);
        var lastDay = zone.DayOf(started).AddMonths(Span.Months).AddDays(Span.Days);
        return zone.StartOf(lastDay.AddDays(1));
    }
}
