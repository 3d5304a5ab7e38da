using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Routes;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Operations;
using Homeward.Storage.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Routes;

/// <summary>Routes, their legs, and what became of them.</summary>
public sealed class RouteStore(CaseSession session)
{
    UserId User => session.Actor.User;

    public Task<Outcome<Route>> AddAsync(
        string name, RouteKind kind, IReadOnlyList<LegDraft> legs, CancellationToken cancel)
    {
        var id = new RouteId(session.Ids.Next());
        return session.ActAsync<Route>(
            new(Permission.RecordRoute, FieldClasses.Internal, id.Value),
            context =>
            {
                var route = new Route { Id = id, Name = name, Kind = kind, By = User, At = session.Now };
                context.Add(route);
                context.AddRange(legs.Select(it => New(id, it, route.At)));
                return Task.FromResult<Outcome<Route>>(route);
            },
            cancel);
    }

    /// <summary>Adds legs, or says better what some of them are.</summary>
    public Task<Outcome<RouteFacts>> DescribeAsync(
        RouteId route, IReadOnlyList<LegDraft> legs, CancellationToken cancel) =>
        session.ActAsync<RouteFacts>(
            new(Permission.RecordRoute, FieldClasses.Internal, route.Value),
            async context =>
            {
                if (await context.FindAsync(route, cancel) is not { } facts) return new RouteRefusal.NotFound();
                var now = session.Now;
                context.AddRange(legs.Select(it => New(route, it, now)));
                return facts;
            },
            cancel);

    public Task<Outcome<RouteStep>> SourceAsync(
        RouteId route, RouteSource source, string reference, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordRoute, route,
            (_, _, now) => Task.FromResult<Outcome<RouteStep>>(new RouteStep.Sourced
            {
                Id = session.Ids.Next(),
                Route = route,
                By = User,
                At = now,
                Source = source,
                Reference = reference,
            }),
            cancel);

    /// <summary>Says that a route is closed; it counts once somebody else has approved it.</summary>
    public Task<Outcome<RouteStep>> ProposeAsync(
        RouteId route, OperationId during, RouteClosing how, DateOnly reviewOn, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordRoute, route,
            async (context, facts, now) =>
            {
                if (await context.FindAsync(during, cancel) is null) return new OperationRefusal.NotFound();
                return RouteRules.Propose(facts, new()
                {
                    Id = session.Ids.Next(),
                    Route = route,
                    By = User,
                    At = now,
                    During = during,
                    How = how,
                    ReviewOn = reviewOn,
                });
            },
            cancel);

    public Task<Outcome<RouteStep>> ApproveAsync(RouteId route, CancellationToken cancel) =>
        StepAsync(
            Permission.CloseRoute, route,
            (_, facts, now) => Task.FromResult(RouteRules.Approve(facts, session.Ids.Next(), User, now)), cancel);

    public Task<Outcome<RouteStep>> ReviewAsync(RouteId route, DateOnly nextOn, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordRoute, route,
            (_, facts, now) => Task.FromResult(RouteRules.Review(facts, new()
            {
                Id = session.Ids.Next(),
                Route = route,
                By = User,
                At = now,
                NextOn = nextOn,
            })),
            cancel);

    public Task<Outcome<RouteStep>> ReactivateAsync(RouteId route, string basis, CancellationToken cancel) =>
        StepAsync(
            Permission.RecordRoute, route,
            (_, facts, now) => Task.FromResult(RouteRules.Reactivate(facts, new()
            {
                Id = session.Ids.Next(),
                Route = route,
                By = User,
                At = now,
                Basis = basis,
            })),
            cancel);

    public Task<RouteFacts?> FindAsync(RouteId route, CancellationToken cancel) =>
        session.ReadAsync<RouteFacts?>(
            new(Permission.ReadRoutes, FieldClasses.Internal),
            async context =>
            {
                var facts = await context.FindAsync(route, cancel);
                return new(facts, facts is null ? [] : [route.Value]);
            },
            cancel);

    public Task<IReadOnlyList<Route>> ListAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Route>>(
            new(Permission.ReadRoutes, FieldClasses.Internal),
            async context =>
            {
                var all = await context.Set<Route>().OrderBy(it => it.Name).ToListAsync(cancel);
                return new(all, [.. all.Select(it => it.Id.Value)]);
            },
            cancel);

    /// <summary>All that is recorded about all of them, as a map shows it.</summary>
    public Task<IReadOnlyList<RouteFacts>> AllAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<RouteFacts>>(
            new(Permission.ReadRoutes, FieldClasses.Internal),
            async context =>
            {
                var all = await context.AllAsync(cancel);
                return new(all, [.. all.Select(it => it.Route.Id.Value)]);
            },
            cancel);

    /// <summary>All that is recorded about a part of them, by name.</summary>
    public Task<Part<RouteFacts>> PartAsync(int skip, int take, CancellationToken cancel) =>
        session.ReadAsync<Part<RouteFacts>>(
            new(Permission.ReadRoutes, FieldClasses.Internal),
            async context =>
            {
                var all = context.Set<Route>();
                var ids = await all.OrderBy(it => it.Name).ThenBy(it => it.Id)
                    .Skip(skip).Take(take).Select(it => it.Id).ToListAsync(cancel);
                var rows = new List<RouteFacts>();
                foreach (var id in ids) rows.Add((await context.FindAsync(id, cancel))!);
                return new(new(rows, await all.CountAsync(cancel)), [.. ids.Select(it => it.Value)]);
            },
            cancel);

    RouteLeg New(RouteId route, LegDraft leg, Instant now) => new()
    {
        Id = session.Ids.Next(),
        Route = route,
        Number = leg.Number,
        From = leg.From,
        To = leg.To,
        Mode = leg.Mode,
        CrossingPoint = leg.CrossingPoint,
        KnownFrom = leg.KnownFrom,
        KnownTo = leg.KnownTo,
        Certainty = leg.Certainty,
        By = User,
        At = now,
    };

    Task<Outcome<RouteStep>> StepAsync(
        Permission what, RouteId route, Func<CaseContext, RouteFacts, Instant, Task<Outcome<RouteStep>>> decide,
        CancellationToken cancel) =>
        session.ActAsync<RouteStep>(
            new(what, FieldClasses.Internal, route.Value),
            async context =>
            {
                if (await context.FindAsync(route, cancel) is not { } facts) return new RouteRefusal.NotFound();
                var step = await decide(context, facts, session.Now);
                if (!step.IsAllowed) return step;
                context.Add(step.Value);
                var counted = new FactsCounted(context, step.Value.At, cancel);
                await counted.BookAsync(
                [
                    Counting.Of(
                        facts with { Steps = [.. facts.Steps, step.Value] },
                        await counted.PlaceAsync(facts.Route.By)),
                ]);
                return step;
            },
            cancel);
}
