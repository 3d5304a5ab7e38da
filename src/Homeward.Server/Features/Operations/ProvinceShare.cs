using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;

namespace Homeward.Server.Features.Operations;

/// <summary>What one province, or one country, put into an operation and what came of it there.</summary>
public sealed record ProvinceShare(RegionCode Place, int Forces, int Rescued, int Detained)
{
    /// <summary>Of every place that took part or in which there were results, most people first.</summary>
    public static IReadOnlyList<ProvinceShare> Of(OperationFacts facts, IReadOnlyList<OperationEvent> events)
    {
        var forces = facts.Participants.ToLookup(it => it.Region, it => it.Forces);
        var results = events.ToLookup(it => it.Place);
        return
        [
            .. forces.Select(it => it.Key).Concat(results.Select(it => it.Key)).Distinct()
                .Select(it => new ProvinceShare(
                    it, forces[it].Sum(), Sum(results[it], ResultKind.Rescued), Sum(results[it], ResultKind.Detained)))
                .OrderByDescending(it => it.Rescued).ThenByDescending(it => it.Detained)
                .ThenBy(it => it.Place.Value, StringComparer.Ordinal),
        ];
    }

    static int Sum(IEnumerable<OperationEvent> events, ResultKind kind) =>
        events.Where(it => it.Kind == kind).Sum(it => it.Count);
}
