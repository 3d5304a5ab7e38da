using Homeward.Cases.Agencies;
using Homeward.Cases.Routes;

namespace Homeward.Server.Features.RingsAndRoutes;

/// <summary>The legs of a route as one line of stops. Where a leg does not begin at the end of the one before, the line
/// is interrupted: what lies between is not known.</summary>
/// <param name="Place">The stop.</param>
/// <param name="By">The leg that leads to it from the stop before; null at the beginning and after a gap.</param>
public sealed record RouteWay(RegionCode Place, RouteLeg? By)
{
    public static IReadOnlyList<RouteWay> Of(IReadOnlyList<RouteLeg> legs)
    {
        var stops = new List<RouteWay>();
        foreach (var leg in legs)
        {
            if (stops.Count == 0 || stops[^1].Place != leg.From) stops.Add(new(leg.From, null));
            stops.Add(new(leg.To, leg));
        }
        return stops;
    }
}
