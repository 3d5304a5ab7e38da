using Homeward.Cases.Access;
using Homeward.Cases.Links;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rings;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Links;
using Homeward.Storage.Operations;
using Homeward.Storage.People;
using Homeward.Storage.Rings;
using Homeward.Storage.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.LinkChart;

/// <summary>The link chart of a ring: everybody and everything that is tied to it, as far as the reader may see.
/// </summary>
static class LinkChartDesk
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/rings/{id:guid}/links", HandleAsync).Needs(Permission.ReadRings);

    static async Task<IResult> HandleAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (await new RingStore(cases.Session).FindAsync(new(id), cancel) is not { } facts) return Results.NotFound();
        var links = await LinksAsync(facts, visitor, cases, cancel);
        var names = await NamesAsync(facts, links, visitor, cases, cancel);
        return Page.Of<LinkChartPage>(
            new LinkChartView(facts, new(links), names, LinkChoice.Of(request.Query)));
    }

    static async Task<List<Link>> LinksAsync(
        RingFacts facts, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var store = new LinkStore(cases.Session);
        PersonId[] people = [.. facts.MembersAt(cases.Now).Select(it => it.Person)];
        OperationId[] operations =
        [
            .. facts.Steps
                .Select(it => (it as RingStep.BrokenUp)?.During ?? (it as RingStep.Proposed)?.During)
                .OfType<OperationId>().Distinct(),
        ];
        var links = (await store.OfMembersAsync(people, cancel)).ToList();
        if (visitor.May(Permission.ReadOperations))
            links.AddRange(await store.OfOperationsAsync(operations, people, cancel));
        if (visitor.May(Permission.ReadOperations) && visitor.May(Permission.ReadInvestigations))
            links.AddRange(await store.OfRescuesAsync(operations, cancel));
        return links;
    }

    static async Task<IReadOnlyDictionary<LinkNode, string>> NamesAsync(
        RingFacts facts, List<Link> links, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var nodes = links.SelectMany(it => new[] { it.From, it.To }).ToHashSet();
        var own = new LinkNode(LinkKind.Ring, facts.Ring.Id.Value);
        var names = new Dictionary<LinkNode, string> { [own] = facts.Ring.CodeName };
        if (nodes.Any(it => it.Kind == LinkKind.Ring && it != own))
            foreach (var ring in await new RingStore(cases.Session).ListAsync(cancel))
                names[new(LinkKind.Ring, ring.Id.Value)] = ring.CodeName;
        if (nodes.Any(it => it.Kind == LinkKind.Route) && visitor.May(Permission.ReadRoutes))
            foreach (var route in await new RouteStore(cases.Session).ListAsync(cancel))
                names[new(LinkKind.Route, route.Id.Value)] = route.Name;
        if (nodes.Any(it => it.Kind == LinkKind.Operation))
            foreach (var operation in await new OperationStore(cases.Session).ListAsync(cancel))
                names[new(LinkKind.Operation, operation.Id.Value)] = operation.Code;
        PersonId[] people =
        [
            .. nodes.Where(it => it.Kind is LinkKind.Person or LinkKind.Child).Select(it => new PersonId(it.Id))
                .Distinct(),
        ];
        var called = await new PeopleStore(cases.Session).NamesAsync(people, cancel);
        foreach (var node in nodes)
            if (node.Kind is LinkKind.Person or LinkKind.Child && called.TryGetValue(new(node.Id), out var name))
                names[node] = name;
        return names;
    }
}
