using Homeward.Cases.Custody;

namespace Homeward.Cli.Commands.Demonstration.Nation;

/// <summary>Houses of each province's home: as many as its children of the past need, and some beds free.</summary>
sealed class NationHouses
{
    const int Beds = 120;
    const int FilledBeds = 100;

    readonly Dictionary<string, List<Facility>> _houses = [];

    public NationHouses(DemoState state, NationPlan plan)
    {
        foreach (var (region, children) in plan.ChildrenByProvince())
        {
            var home = state.Home(region).Agency;
            _houses[region] =
            [
                .. Enumerable.Range(1, (children + FilledBeds - 1) / FilledBeds)
                    .Select(it => DemoState.NewHouse(home, $"{home.Name}, house {it}", Beds)),
            ];
        }
    }

    public IEnumerable<(string Region, Facility House)> All =>
        _houses.SelectMany(it => it.Value, (it, house) => (it.Key, house));

    /// <param name="region">The province.</param>
    /// <param name="child">Which of its children, from 0.</param>
    public Facility Of(string region, int child) => _houses[region][child / FilledBeds];
}
