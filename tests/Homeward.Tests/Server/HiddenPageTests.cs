using System.Net;
using Homeward.Cases.Access;
using Homeward.Cases.Operations;
using Homeward.Server.Security;
using Homeward.Storage.Operations;
using Homeward.Tests.Storage.Databases;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Tests.Server;

/// <summary>What somebody may not know of answers like what there is not, through the pages: OWASP ASVS 5, chapter 8
/// (authorization).</summary>
public sealed class HiddenPageTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    /// <summary>Every field that a form about an operation has.</summary>
    static readonly (string Name, string Value)[] Anything =
    [
        ("form", Guid.CreateVersion7().ToString()), ("participant", Guid.CreateVersion7().ToString()),
        ("reservation", Guid.CreateVersion7().ToString()), ("answer", "Accept"), ("step", "Secure"),
        ("reason", "SYNTHETIC"), ("when", "2999-01-01T00:00"),
    ];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planned_operation_answers_as_one_that_does_not_exist_with_the_same_statements()
    {
        var hidden = await PlanAsync();
        // A commander may plan operations of his own, and knows nothing of this one.
        using var outsider = await server.VisitAsync(Role.Commander);
        using var leader = await server.VisitAsync(Role.Headquarters);
        using var statements = server.Statements();
        await statements.BeginAsync(() => outsider.GetAsync("/operations"));

        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync($"/operations/{hidden.Value}")).StatusCode);
        using var chief = await server.VisitAsync(Role.Headquarters);
        await chief.PageAsync("/operations");
        foreach (var (pattern, isPost, who) in OfOperations())
        {
            // What only headquarters may sign is asked for by headquarters, of a plan that is not its own.
            var (visit, plan) = who == Permission.AuthoriseOperation
                ? (chief, await PlanAsync(Role.Commander)) : (outsider, hidden);
            var none = Guid.CreateVersion7();
            var (ofNone, pageOfNone) = await AskAsync(visit, statements, (pattern, isPost), none);
            var (ofHidden, pageOfHidden) = await AskAsync(visit, statements, (pattern, isPost), plan.Value);

            Assert.NotEmpty(ofNone);
            Assert.Equal(ofNone, ofHidden);
            Assert.Equal(pageOfNone, pageOfHidden);
        }
        using var inspector = await server.VisitAsync(Role.Inspector);
        foreach (var (visit, code) in new[]
        {
            (outsider, "covert of Headquarters"), (chief, "covert of Commander"), (inspector, "SYNTHETIC covert"),
        })
            foreach (var place in new[] { "/", "/operations", "/statistics", "/audit", "/bulletins/new", "/rings" })
            {
                var page = await (await visit.GetAsync(place)).Content.ReadAsStringAsync(Cancel);
                Assert.DoesNotContain(code, page, StringComparison.Ordinal);
            }
    }

    /// <summary>For every route with an id, every role, and ids of nobody, of another kind of thing, and of a hidden
    /// operation: nothing is handed out, and nothing fails.</summary>
    [Fact]
    public async Task A_guessed_id_gives_nothing_to_any_role()
    {
        var hidden = await PlanAsync();
        Guid[] guesses =
        [
            Guid.Empty, Guid.CreateVersion7(), server.UserOf(Role.Administrator).Id.Value, MadeUpState.Police.Id.Value,
            hidden.Value,
        ];
        var routes = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(it => it.RoutePattern.RawText!.Contains("{id:guid}", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 10);
        foreach (var role in Enum.GetValues<Role>())
        {
            using var visit = await server.VisitAsync(role);
            foreach (var route in routes)
                foreach (var guess in guesses)
                    await GuessAsync(visit, role, route, guess);
        }
    }

    async Task GuessAsync(Visit visit, Role role, RouteEndpoint route, Guid guess)
    {
        var pattern = route.RoutePattern.RawText!;
        var isOwn = (pattern.StartsWith("/users/", StringComparison.Ordinal)
                && guess == server.UserOf(Role.Administrator).Id.Value)
            || (pattern.StartsWith("/agencies/", StringComparison.Ordinal) && guess == MadeUpState.Police.Id.Value)
            || (pattern.StartsWith("/operations/", StringComparison.Ordinal) && role == Role.Headquarters);
        if (isOwn) return;
        var place = pattern.Replace("{id:guid}", guess.ToString(), StringComparison.Ordinal);
        var isPost = route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("POST");
        var answer = isPost ? await visit.PostAsync(place) : await visit.GetAsync(place);
        var isLetIn = route.Metadata.GetMetadata<RouteAccess>() is RouteAccess.Needs needs
            && RolePowers.Of(role).Permissions.Contains(needs.Permission);
        Assert.True(
            answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest
                // A liaison takes people into care and reads nobody: the store refuses every id alike.
                || (answer.StatusCode == HttpStatusCode.Forbidden && (!isLetIn || role == Role.Liaison))
                // A cookie opens no door of the API.
                || (answer.StatusCode == HttpStatusCode.Unauthorized
                    && pattern.StartsWith("/api/", StringComparison.Ordinal))
                || (answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Forbidden && isPost),
            $"{role} {place}: {answer.StatusCode}");
    }

    IEnumerable<(string Pattern, bool IsPost, Permission Who)> OfOperations() =>
        server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(it => it.RoutePattern.RawText!.StartsWith("/operations/{id:guid}", StringComparison.Ordinal))
            .Select(it => (
                it.RoutePattern.RawText!,
                it.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("POST"),
                ((RouteAccess.Needs)it.Metadata.GetMetadata<RouteAccess>()!).Permission));

    static async Task<(IReadOnlyList<string>, string)> AskAsync(
        Visit visit, ServerStatements statements, (string Pattern, bool IsPost) route, Guid id)
    {
        var answer = new HttpResponseMessage();
        var place = route.Pattern.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal);
        var sent = await statements.OfAsync(async () => answer = route.IsPost
            ? await visit.PostAsync(place, Anything) : await visit.GetAsync(place));
        Assert.Equal((place, HttpStatusCode.NotFound), (place, answer.StatusCode));
        var page = Visit.WithoutTokens(await answer.Content.ReadAsStringAsync(Cancel));
        return (sent, page.Replace(id.ToString(), "", StringComparison.Ordinal));
    }

    Task<OperationId> PlanAsync() => PlanAsync(Role.Headquarters);

    async Task<OperationId> PlanAsync(Role author) => MadeUpState.Allowed(await new OperationStore(server.As(author))
        .PlanAsync(
            new()
            {
                Code = $"SYNTHETIC covert of {author} " + Guid.CreateVersion7(),
                Kind = OperationKind.Joint,
                Lead = MadeUpState.Police.Id,
                HHour = server.As(author).Now + TimeSpan.FromDays(1),
                ExpectedChildren = 0,
            },
            Cancel)).Id;
}
