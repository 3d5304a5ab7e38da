using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Routes;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Server.Features.Maps;
using Homeward.Server.Features.Recording;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.RingsAndRoutes;

/// <summary>One route's page: its legs as a line and as a table, where knowledge of it comes from, and who closed it.
/// </summary>
public static class RouteFile
{
    /// <param name="Now">The moment for which states hold.</param>
    /// <param name="Facts">What is recorded of the route.</param>
    /// <param name="Users">Who recorded, proposed and approved.</param>
    /// <param name="Operations">The operations that closed it, as far as the reader may know of them.</param>
    /// <param name="Map">Its legs from province to province.</param>
    public sealed record Shown(
        Instant Now, RouteFacts Facts, IReadOnlyDictionary<UserId, string> Users,
        IReadOnlyDictionary<OperationId, string> Operations, MapContent Map)
    {
        /// <summary>Operations under way, one of which may have closed it.</summary>
        public IReadOnlyList<Operation> Running { get; init; } = [];

        public IReadOnlyList<string> Problems { get; init; } = [];
        public Refusal? Refusal { get; init; }

        public RouteState State => RouteState.Of(Facts, Now);

        /// <summary>What waits for a signature; new sources do no harm to it. Null when nothing does.</summary>
        public RouteStep.Proposed? Proposal =>
            Facts.Steps.Where(it => it is not RouteStep.Sourced).MaxBy(it => it.At) as RouteStep.Proposed;
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/routes/{id:guid}", HandleAsync).Needs(Permission.ReadRoutes);

    static async Task<IResult> HandleAsync(
        Guid id, Visitor visitor, Case cases, MapSheet sheet, CancellationToken cancel) =>
        await ReadAsync(id, visitor, cases, sheet, cancel) is { } view ? Page.Of<RoutePage>(view) : Results.NotFound();

    internal static async Task<Shown?> ReadAsync(
        Guid id, Visitor visitor, Case cases, MapSheet sheet, CancellationToken cancel)
    {
        if (await new RouteStore(cases.Session).FindAsync(new(id), cancel) is not { } facts) return null;
        UserId[] signers = [facts.Route.By, .. facts.Steps.Select(it => it.By)];
        var users = await new AgencyStore(cases.Session).NamesAsync(signers, cancel);
        var during = facts.Steps.Select(it => (it as RouteStep.Closed)?.During ?? (it as RouteStep.Proposed)?.During);
        return new(
            cases.Now, facts, users, await RingFile.CodesAsync(during, visitor, cases, cancel),
            new(sheet.Boundaries, MapLeg.Of([facts], cases.Now), MapContent.Unshaded) { IsCloseUp = true })
        {
            Running = visitor.May(Permission.RecordRoute) ? await RunningOperations.OfAsync(cases, cancel) : [],
        };
    }
}
