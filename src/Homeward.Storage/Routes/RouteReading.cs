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
}
