using System.Net;
using Homeward.Cases.Access;
using Homeward.Cases.Detentions;
using Homeward.Cases.Investigations;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rings;
using Homeward.Cases.Routes;
using Homeward.Storage.Detentions;
using Homeward.Storage.Operations;
using Homeward.Storage.People;
using Homeward.Storage.Rings;
using Homeward.Storage.Routes;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Server.RingsAndRoutes;

/// <summary>One says that a ring is broken up or a route closed, another signs, over HTTP and sent twice.</summary>
public sealed class RingAndRouteDeskTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ring_is_broken_up_by_two_and_comes_back_by_one()
    {
        var ring = await RingAsync(isDetained: true);
        var place = $"/rings/{ring.Value}";
        using var author = await server.VisitAsync(Role.Commander);
        using var signer = await server.VisitAsync(Role.Headquarters);
        await author.PageAsync(place);
        await signer.PageAsync(place);
        Assert.Equal(HttpStatusCode.Conflict, (await signer.PostAsync(place + "/approval")).StatusCode);
        for (var i = 0; i < 2; i++) await author.GoAsync(place + "/proposal");
        Assert.Equal(HttpStatusCode.Conflict, (await author.PostAsync(place + "/approval")).StatusCode);
        for (var i = 0; i < 2; i++) await signer.GoAsync(place + "/approval");
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await author.PostAsync(place + "/return", ("basis", "\t"))).StatusCode);
        for (var i = 0; i < 2; i++) await author.GoAsync(place + "/return", ("basis", "SYNTHETIC basis"));

        var steps = (await new RingStore(server.As(Role.Commander)).FindAsync(ring, Cancel))!.Steps;
        Assert.Equal(
            [typeof(RingStep.Proposed), typeof(RingStep.BrokenUp), typeof(RingStep.Resurfaced)],
            steps.OrderBy(it => it.At).Select(it => it.GetType()));
    }

    [Fact]
    public async Task A_ring_whose_organiser_is_free_is_not_signed_off_and_the_page_says_why()
    {
        var ring = await RingAsync(isDetained: false);
        var place = $"/rings/{ring.Value}";
        using var author = await server.VisitAsync(Role.Investigator);
        using var signer = await server.VisitAsync(Role.Commander);
        await author.PageAsync(place);
        await author.GoAsync(place + "/proposal");
        var page = await signer.PageAsync(place);
        Assert.Contains("organisers detained 0 of 1", page, StringComparison.Ordinal);

        var answer = await signer.PostAsync(place + "/approval");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "criteria are not met", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await author.PostAsync(place + "/approval")).StatusCode);
    }

    [Fact]
    public async Task A_route_is_closed_by_two_looked_at_again_and_in_use_again()
    {
        var (route, operation) = (await RouteAsync(sources: 2), await RunningAsync());
        var place = $"/routes/{route.Value}";
        using var author = await server.VisitAsync(Role.Commander);
        using var signer = await server.VisitAsync(Role.Headquarters);
        Assert.Contains(operation.Value.ToString(), await author.PageAsync(place), StringComparison.Ordinal);
        (string, string)[] proposal =
        [
            ("operation", operation.Value.ToString()), ("how", "CrossingGuarded"), ("review", "2999-01-01"),
        ];
        for (var i = 0; i < 2; i++) await author.GoAsync(place + "/proposal", proposal);
        Assert.Equal(HttpStatusCode.Conflict, (await author.PostAsync(place + "/approval")).StatusCode);
        await signer.PageAsync(place);
        for (var i = 0; i < 2; i++) await signer.GoAsync(place + "/approval");
        for (var i = 0; i < 2; i++) await author.GoAsync(place + "/review", ("review", "2999-02-01"));
        for (var i = 0; i < 2; i++) await author.GoAsync(place + "/return", ("basis", "SYNTHETIC basis"));

        var facts = (await new RouteStore(server.As(Role.Commander)).FindAsync(route, Cancel))!;
        Assert.Equal(
            [
                typeof(RouteStep.Proposed), typeof(RouteStep.Closed), typeof(RouteStep.Reviewed),
                typeof(RouteStep.Reactivated),
            ],
            facts.Steps.Where(it => it is not RouteStep.Sourced).OrderBy(it => it.At).Select(it => it.GetType()));
    }

    [Fact]
    public async Task A_route_with_one_source_is_not_signed_off_and_every_problem_of_the_form_is_told()
    {
        var (route, operation) = (await RouteAsync(sources: 1), await RunningAsync());
        var place = $"/routes/{route.Value}";
        using var author = await server.VisitAsync(Role.Commander);
        using var signer = await server.VisitAsync(Role.Headquarters);
        await author.PageAsync(place);
        var wrong = await author.PostAsync(place + "/proposal", ("operation", "x"), ("how", "99"), ("review", "soon"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await wrong.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(3, page.Split("class=\"fault\"").Length - 1);
        await author.GoAsync(
            place + "/proposal", ("operation", operation.Value.ToString()), ("how", "TransportSeized"),
            ("review", "2999-01-01"));
        await signer.PageAsync(place);

        Assert.Equal(HttpStatusCode.Conflict, (await signer.PostAsync(place + "/approval")).StatusCode);
    }

    /// <summary>With one organiser.</summary>
    async Task<RingId> RingAsync(bool isDetained)
    {
        var session = server.As(Role.Investigator);
        var ring = MadeUpState.Allowed(await new RingStore(session).AddAsync(
            "SYNTHETIC ring " + isDetained, RingKind.Family, Cancel));
        var person = new Person { Id = new(session.NewId()), Sex = Sex.Male };
        MadeUpState.Allowed(await new PeopleStore(session).AddAsync(person, [], Cancel));
        MadeUpState.Allowed(await new RingStore(session).JoinAsync(
            ring.Id, [new(person.Id, RingRole.Organiser, LinkCertainty.Confirmed)], Cancel));
        if (isDetained)
            MadeUpState.Allowed(await new DetentionStore(session).RecordAsync(
                new() { Person = person.Id, Measure = Measure.Arrest, Since = session.Now, During = null }, Cancel));
        return ring.Id;
    }

    async Task<RouteId> RouteAsync(int sources)
    {
        var store = new RouteStore(server.As(Role.Investigator));
        var route = MadeUpState.Allowed(await store.AddAsync(
            $"SYNTHETIC route {sources}", RouteKind.Local, [], Cancel));
        for (var i = 0; i < sources; i++)
            MadeUpState.Allowed(await store.SourceAsync(route.Id, RouteSource.Tip, $"SYNTHETIC {i}", Cancel));
        return route.Id;
    }

    async Task<OperationId> RunningAsync()
    {
        var session = server.As(Role.Commander);
        var plan = MadeUpState.Allowed(await new OperationStore(session).PlanAsync(
            new()
            {
                Code = "SYNTHETIC running",
                Kind = OperationKind.Provincial,
                Lead = MadeUpState.Police.Id,
                HHour = session.Now + TimeSpan.FromHours(-1),
                ExpectedChildren = 0,
            },
            Cancel));
        MadeUpState.Allowed(await new OperationStore(server.As(Role.Headquarters)).AuthoriseAsync(plan.Id, Cancel));
        return plan.Id;
    }
}
