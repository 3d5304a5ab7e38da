using Homeward.Cases.Access;
using Homeward.Cases.Routes;
using Homeward.Cases.Time;
using Homeward.Server.Features.Maps;
using Homeward.Server.Security;
using Homeward.Storage;
using Homeward.Storage.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.RingsAndRoutes;

/// <summary>Routes with their legs, a page at a time.</summary>
public static class RouteList
{
    const int Page = 20;

    /// <param name="Now">The moment for which states hold.</param>
    /// <param name="List">A part of the list.</param>
    /// <param name="Number">Which page.</param>
    /// <param name="Map">All of them, whatever the page.</param>
    public sealed record Shown(Instant Now, Part<RouteFacts> List, int Number, MapContent Map)
    {
        public int Pages => Math.Max(1, (List.Total + Page - 1) / Page);
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/routes", HandleAsync).Needs(Permission.ReadRoutes);

    static async Task<IResult> HandleAsync([FromQuery] int? page, Case cases, MapSheet sheet, CancellationToken cancel)
    {
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var all = await new RouteStore(cases.Session).AllAsync(cancel);
        var list = new Part<RouteFacts>([.. all.Skip((number - 1) * Page).Take(Page)], all.Count);
        return Layout.Page.Of<RouteListPage>(new Shown(
            cases.Now, list, number,
            new(sheet.Boundaries, MapLeg.Of(all, cases.Now), MapContent.Unshaded)));
    }
}
