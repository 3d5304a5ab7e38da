using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;
using Homeward.Storage.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Operations;

/// <summary>The results of an operation by moment and province.</summary>
static class OperationEventReading
{
    public static async Task<IReadOnlyList<OperationEvent>> OfAsync(
        CaseContext context, OperationId id, CancellationToken cancel)
    {
        var (rescues, detained) = await OperationCount.RowsAsync(context, id, cancel);
        var credit = (await CreditedPlaces.ReadAsync(context, cancel)).Credit;
        var rescued = rescues.Select(it => it.Rescue).ToArray();
        var places = await context.Set<Rescue>().Where(it => rescued.Contains(it.Id))
            .ToDictionaryAsync(it => it.Id, it => it.Region, cancel);
        var authorities = detained.Select(it => it.Authority).Distinct().ToArray();
        var regions = await context.Set<Agency>().Where(it => authorities.Contains(it.Id))
            .ToDictionaryAsync(it => it.Id, it => it.Region, cancel);
        // Somebody rescued twice in one operation is one person, at the first moment.
        var found = rescues.GroupBy(it => it.Identity).Select(it => it.MinBy(rescue => rescue.Since)!);
        return
        [
            .. Grouped(ResultKind.Rescued, found.Select(it => (it.Since, credit[places[it.Rescue]])))
                .Concat(Grouped(ResultKind.Detained, detained.Select(it => (it.Since, credit[regions[it.Authority]]))))
                .OrderBy(it => it.Since).ThenBy(it => it.Kind).ThenBy(it => it.Place.Value, StringComparer.Ordinal),
        ];
    }

    static IEnumerable<OperationEvent> Grouped(ResultKind kind, IEnumerable<(Instant Since, RegionCode Place)> all) =>
        all.GroupBy(it => it).Select(it => new OperationEvent(kind, it.Key.Since, it.Key.Place, it.Count()));
}
