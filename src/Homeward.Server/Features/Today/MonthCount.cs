using Homeward.Cases.Statistics;

namespace Homeward.Server.Features.Today;

/// <summary>How many people were rescued in a month.</summary>
/// <param name="First">The first day of the month.</param>
/// <param name="Count">By the ledger.</param>
public sealed record MonthCount(DateOnly First, int Count)
{
    public const int Months = 12;

    /// <summary>The first day of the twelve months that end with the one of <paramref name="today"/>.</summary>
    public static DateOnly StartOf(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);

    /// <summary>All twelve, also those without a rescue.</summary>
    public static IReadOnlyList<MonthCount> Of(IEnumerable<LedgerLine> lines, DateOnly today)
    {
        var counts = lines.Where(it => it.Metric == Metric.PersonsRescued)
            .ToLookup(it => new DateOnly(it.OccurredOn.Year, it.OccurredOn.Month, 1), it => it.Count);
        var start = StartOf(today);
        return
        [
            .. Enumerable.Range(0, Months).Select(start.AddMonths).Select(it => new MonthCount(it, counts[it].Sum())),
        ];
    }
}
