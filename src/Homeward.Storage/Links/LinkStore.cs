using Homeward.Cases.Access;
using Homeward.Cases.Detentions;
using Homeward.Cases.Investigations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Links;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Rings;
using Homeward.Cases.Routes;
using Homeward.Cases.Time;
using Homeward.Storage.Access;
using Homeward.Storage.Operations;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Links;

/// <summary>What ties people, rings, operations, routes and children together. Each part asks for the permission of
/// what it shows, so that a chart has what its reader may see.</summary>
public sealed class LinkStore(CaseSession session)
{
    static Zone Zone => JurisdictionProfile.China.Zone;

    /// <summary>The memberships of these people as last recorded, in whatever ring.</summary>
    public Task<IReadOnlyList<Link>> OfMembersAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Link>>(
            new(Permission.ReadRings, FieldClasses.Identifying),
            async context =>
            {
                var asked = people.ToArray();
                var rows = await context.Set<RingMembership>().Where(it => asked.Contains(it.Person))
                    .ToListAsync(cancel);
                var last = rows.GroupBy(it => (it.Ring, it.Person), (_, all) => all.MaxBy(it => it.At)!);
                return Recorded(last.Select(it => new Link(
                    new(LinkKind.Person, it.Person.Value), new(LinkKind.Ring, it.Ring.Value),
                    it.Role switch
                    {
                        RingRole.Organiser => LinkRelation.Organises,
                        RingRole.Core => LinkRelation.IsCoreOf,
                        RingRole.Associate => LinkRelation.BelongsTo,
                    },
                    it.Certainty, it.KnownFrom ?? Zone.DayOf(it.At))));
            },
            cancel);

    /// <summary>What these operations brought of rings and routes, and who of these people was detained in them.
    /// Operations that do not exist for who asks bring nothing.</summary>
    public Task<IReadOnlyList<Link>> OfOperationsAsync(
        IReadOnlyCollection<OperationId> operations, IReadOnlyCollection<PersonId> people, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Link>>(
            new(Permission.ReadOperations, FieldClasses.Identifying),
            async context =>
            {
                var visible = await VisibleAsync(context, operations, cancel);
                var asked = people.ToArray();
                var rings = await context.Set<RingStep.BrokenUp>()
                    .Where(it => it.During != null && visible.Contains(it.During.Value))
                    .Select(it => new { it.Ring, it.During, it.At }).ToListAsync(cancel);
                var routes = await context.Set<RouteStep.Closed>().Where(it => visible.Contains(it.During))
                    .Select(it => new { it.Route, it.During, it.At }).ToListAsync(cancel);
                var detained = await context.Set<Detention>()
                    .Where(it => it.During != null && visible.Contains(it.During.Value) && asked.Contains(it.Person))
                    .Select(it => new { it.Person, it.During, it.Since }).ToListAsync(cancel);
                return Recorded(
                [
                    .. rings.Select(it => Sure(
                        new(LinkKind.Ring, it.Ring.Value), it.During!.Value, LinkRelation.BrokenUpIn, it.At)),
                    .. routes.Select(it => Sure(
                        new(LinkKind.Route, it.Route.Value), it.During, LinkRelation.ClosedIn, it.At)),
                    .. detained.GroupBy(it => (it.Person, it.During), (key, all) => Sure(
                        new(LinkKind.Person, key.Person.Value), key.During!.Value, LinkRelation.DetainedIn,
                        all.Min(it => it.Since))),
                ]);
            },
            cancel);

    /// <summary>Who was rescued in these operations, and who was found with them and is not cleared.</summary>
    public Task<IReadOnlyList<Link>> OfRescuesAsync(
        IReadOnlyCollection<OperationId> operations, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Link>>(
            new(Permission.ReadInvestigations, FieldClasses.Identifying),
            async context =>
            {
                var visible = await VisibleAsync(context, operations, cancel);
                var times = context.RootsInSight() is not { } seen ? context.Set<RescueTime>()
                    : context.Set<RescueTime>().Where(it => seen.Contains(it.Identity));
                var rescued = await (
                    from link in context.Set<OperationRescue>()
                    join time in times on link.Rescue equals time.Rescue
                    where visible.Contains(link.Operation)
                    select new { link.Operation, time.Rescue, time.Identity, time.Since }).ToListAsync(cancel);
                var rescues = rescued.Select(it => (RescueId?)it.Rescue).ToArray();
                var found = await context.Set<PartyLink>()
                    .Where(it => it.Role == PartyRole.FoundWith && rescues.Contains(it.Rescue)
                        && !context.Set<Clearing>().Any(clearing => clearing.Link == it.Id
                            && context.Set<ClearingConfirmation>().Any(second => second.Clearing == clearing.Id)))
                    .Select(it => new { it.Person, it.Rescue, it.Certainty }).ToListAsync(cancel);
                var children = rescued.ToDictionary(it => it.Rescue);
                return Recorded(
                [
                    .. rescued.GroupBy(it => (it.Operation, it.Identity), (key, all) => Sure(
                        new(LinkKind.Child, key.Identity.Value), key.Operation, LinkRelation.RescuedIn,
                        all.Min(it => it.Since))),
                    .. found.Select(it => new Link(
                        new(LinkKind.Person, it.Person.Value),
                        new(LinkKind.Child, children[it.Rescue!.Value].Identity.Value), LinkRelation.FoundWith,
                        it.Certainty, Zone.DayOf(children[it.Rescue!.Value].Since))),
                ]);
            },
            cancel);

    static Task<List<OperationId>> VisibleAsync(
        CaseContext context, IReadOnlyCollection<OperationId> operations, CancellationToken cancel)
    {
        var asked = operations.ToArray();
        return context.VisibleOperations().Where(it => asked.Contains(it.Id)).Select(it => it.Id).ToListAsync(cancel);
    }

    static Link Sure(LinkNode from, OperationId operation, LinkRelation relation, Instant since) => new(
        from, new(LinkKind.Operation, operation.Value), relation, LinkCertainty.Confirmed, Zone.DayOf(since));

    /// <summary>Everybody and everything at either end is a subject of the read.</summary>
    static Found<IReadOnlyList<Link>> Recorded(IEnumerable<Link> links)
    {
        List<Link> all = [.. links];
        return new(all, [.. all.SelectMany(it => new[] { it.From.Id, it.To.Id }).Distinct()]);
    }
}
