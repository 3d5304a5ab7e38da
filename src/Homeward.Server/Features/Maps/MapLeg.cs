using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.Routes;
using Homeward.Cases.Time;
using Homeward.Server.Features.Children;

namespace Homeward.Server.Features.Maps;

/// <summary>What goes from one province or country to another: all routes that have a leg there, drawn as one arrow.
/// </summary>
/// <param name="From">A province or a country.</param>
/// <param name="To">Another one.</param>
/// <param name="Open">Routes that are not closed.</param>
/// <param name="Closed">Routes that are.</param>
/// <param name="Certainty">The best known of them.</param>
public sealed record MapLeg(RegionCode From, RegionCode To, int Open, int Closed, LinkCertainty Certainty)
{
    public int Routes => Open + Closed;

    public bool IsClosed => Open == 0;

    /// <summary>Legs within one province are left out: there is nothing to draw. The busiest first.</summary>
    public static IReadOnlyList<MapLeg> Of(IEnumerable<RouteFacts> routes, Instant now)
    {
        var legs =
            from facts in routes
            let isClosed = RouteState.Of(facts, now) is RouteState.Closed
            from leg in facts.LegsAt(now)
            let way = (From: ProvinceOf(leg.From), To: ProvinceOf(leg.To))
            where way.From != way.To
            group (Route: facts.Route.Id, isClosed, leg.Certainty) by way;
        return
        [
            .. legs.Select(it => new MapLeg(
                    it.Key.From, it.Key.To,
                    it.Where(leg => !leg.isClosed).Select(leg => leg.Route).Distinct().Count(),
                    it.Where(leg => leg.isClosed).Select(leg => leg.Route).Distinct().Count(),
                    it.Max(leg => leg.Certainty)))
                .OrderByDescending(it => it.Routes).ThenBy(it => it.From.Value, StringComparer.Ordinal)
                .ThenBy(it => it.To.Value, StringComparer.Ordinal),
        ];
    }

    static RegionCode ProvinceOf(RegionCode place) =>
        RegionChoice.ProvinceOf(place) is { } province ? new(province) : place;
}
