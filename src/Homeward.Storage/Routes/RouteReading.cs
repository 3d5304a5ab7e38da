using Homeward.Cases.Routes;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Routes;

/// <summary>Puts together what the rules need to know of a route.</summary>
static class RouteReading
{
    public static async Task<RouteFacts?> FindAsync(this CaseContext context, RouteId id, CancellationToken cancel) =>
        await context.Set<Route>().SingleOrDefaultAsync(it => it.Id == id, cancel) is not { } route ? null : new()
        {
            Route = route,
            LegRows = await context.Set<RouteLeg>().Where(it => it.Route == id).ToListAsync(cancel),
            Steps = await context.Set<RouteStep>().Where(it => it.Route == id).ToListAsync(cancel),
        };

    /// <summary>All of them, in three statements.</summary>
    public static async Task<IReadOnlyList<RouteFacts>> AllAsync(this CaseContext context, CancellationToken cancel)
    {
        var routes = await context.Set<Route>().OrderBy(it => it.Name).ThenBy(it => it.Id).ToListAsync(cancel);
        var legs = (await context.Set<RouteLeg>().ToListAsync(cancel)).ToLookup(it => it.Route);
        var steps = (await context.Set<RouteStep>().ToListAsync(cancel)).ToLookup(it => it.Route);
        return
        [
            .. routes.Select(it => new RouteFacts
            {
                Route = it,
                LegRows = [.. legs[it.Id]],
                Steps = [.. steps[it.Id]],
            }),
        ];
    }
}
