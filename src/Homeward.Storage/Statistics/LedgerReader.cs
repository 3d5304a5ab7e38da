using Homeward.Cases.People;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Statistics;

/// <summary>What the ledger adds up to. Sums are made by the database; only people come one by one, since age rules
/// look at each.</summary>
static class LedgerReader
{
    public static async Task<LedgerSums> ReadAsync(
        CaseContext context, StatisticsQuestion question, CancellationToken cancel)
    {
        var head = question.LastLine is { } line ? new(line) : await LedgerStore.HeadAsync(context, cancel);
        var places = await CreditedPlaces.ReadAsync(context, cancel);
        var lines = await LedgerPeople.ReadAsync(context, question, head, cancel);
        lines.AddRange(await OthersAsync(context, question, head, cancel));
        for (var it = 0; it < lines.Count; it++)
            if (places.Credit.TryGetValue(lines[it].Lead, out var credit) && credit != lines[it].Lead)
                lines[it] = lines[it] with { Lead = credit };
        return new(head, lines, places.Country);
    }

    static IQueryable<CountEntry> Asked(CaseContext context, StatisticsQuestion question, LedgerHead head) =>
        context.Set<CountEntry>().AsNoTracking().Where(it =>
            it.Number <= head.Number && it.OccurredOn >= question.Since && it.OccurredOn <= question.AsOf);

    static async Task<List<LedgerLine>> OthersAsync(
        CaseContext context, StatisticsQuestion question, LedgerHead head, CancellationToken cancel)
    {
        var sums = await Asked(context, question, head)
            .Where(it => it.Metric != Metric.PersonsRescued)
            .GroupBy(it => new { it.Metric, it.Version, it.Lead, it.Operation })
            .Select(it => new
            {
                it.Key,
                Count = it.Sum(line => line.Delta),
                Strength = it.Sum(line => line.Delta * (line.Strength ?? 0)),
            })
            .ToListAsync(cancel);
        return
        [
            .. from sum in sums
               where sum.Key.Version == MetricDefinition.Of(sum.Key.Metric).Version
               select new LedgerLine
               {
                   Metric = sum.Key.Metric,
                   Lead = sum.Key.Lead,
                   Operation = sum.Key.Operation,
                   OccurredOn = question.AsOf,
                   Sex = Sex.Unknown,
                   Birth = DayInterval.Unknown,
                   Count = sum.Count,
                   Strength = sum.Strength,
               },
        ];
    }
}
