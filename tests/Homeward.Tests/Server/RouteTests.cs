using System.Net;
using Homeward.Cases.Access;
using Homeward.Server.Security;
using Homeward.Tests.Architecture;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Tests.Server;

/// <summary>Who gets through to which route: asked of the running server, and approved in a file.</summary>
public sealed class RouteTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    const string Approved = "tests/Homeward.Tests/Server/routes.approved.txt";
    const string NoSuchId = "00000000-0000-4000-8000-000000000000";

    sealed record Route(string Method, string Pattern, RouteAccess? Access)
    {
        /// <summary>The route with ids that nobody has.</summary>
        public string Place => Pattern.Replace("{id:guid}", NoSuchId, StringComparison.Ordinal)
            .Replace("{name}", "nothing", StringComparison.Ordinal)
            .Replace("{number}", "nothing", StringComparison.Ordinal);

        public bool IsOfApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

        public string AccessInWords => Access switch
        {
            RouteAccess.Everybody => "everybody",
            RouteAccess.SignedIn => "signed in",
            RouteAccess.SettingUp => "setting up",
            RouteAccess.Needs needs => needs.Permission.ToString(),
            _ => "NOT SAID",
        };
    }

    List<Route> Routes =>
    [
        .. server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(it => (it.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method =>
                new Route(method, it.RoutePattern.RawText!, it.Metadata.GetMetadata<RouteAccess>())))
            .OrderBy(it => it.Pattern, StringComparer.Ordinal).ThenBy(it => it.Method, StringComparer.Ordinal),
    ];

    /// <summary>A new route, a changed permission or a role that gets further than before shows in the file.</summary>
    [Fact]
    public async Task Every_route_lets_through_exactly_the_approved_roles()
    {
        var visits = new Dictionary<Role, (Visit Visit, ApiClient Client)>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var visit = await server.VisitAsync(role);
            visits[role] = (visit, new(server.Url, await visit.TokenAsync()));
        }
        var lines = new List<string>();
        foreach (var route in Routes)
        {
            var through = new List<Role>();
            foreach (var (role, (visit, client)) in visits)
                if (await IsLetThroughAsync(visit, client, route)) through.Add(role);
            lines.Add($"{route.Method} {route.Pattern} | {route.AccessInWords} | {Told(through)}");
        }

        var received = string.Join('\n', lines);
        var approved = SourceTree.Read(Approved).Trim();
        if (approved != received)
            await File.WriteAllTextAsync(
                Path.Combine(SourceTree.Root, "artifacts", "routes.received.txt"), received + "\n",
                TestContext.Current.CancellationToken);
        Assert.Equal(approved, received);
    }

    [Fact]
    public async Task Without_an_account_only_open_routes_answer()
    {
        using var visit = server.Visit();
        using var client = new ApiClient(server.Url, "");
        foreach (var route in Routes.Where(it => it is { IsOfApi: true, Access: not RouteAccess.Everybody }))
            Assert.Equal(
                HttpStatusCode.Unauthorized, (await client.SendAsync(route.Method, route.Place, new { })).StatusCode);
        foreach (var route in Routes.Where(it =>
            it is { Method: "GET", IsOfApi: false, Access: not RouteAccess.Everybody }))
        {
            var answer = await visit.GetAsync(route.Place);
            if (route.Access is RouteAccess.SettingUp)
            {
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                continue;
            }
            Assert.Equal((route.Pattern, HttpStatusCode.Redirect), (route.Pattern, answer.StatusCode));
            Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
        foreach (var route in Routes.Where(it =>
            it is { Method: "POST", IsOfApi: false, Access: not RouteAccess.Everybody }))
            Assert.Equal(
                route.Access is RouteAccess.SettingUp ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized,
                (await visit.PostForeignAsync(route.Place)).StatusCode);
    }

    /// <summary>A form of somebody else's page carries the cookies of its victim and no token.</summary>
    [Fact]
    public async Task No_route_that_changes_anything_takes_a_form_of_another_page()
    {
        using var visit = await server.VisitAsync(Role.Headquarters);
        foreach (var route in Routes.Where(it => it.Method == "POST"))
        {
            var answer = await visit.PostForeignAsync(route.Place, ("user", NoSuchId), ("tongue", "zh"), ("to", "/"));
            Assert.True(
                answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden
                || (route.IsOfApi
                    && answer.StatusCode is HttpStatusCode.UnsupportedMediaType or HttpStatusCode.Unauthorized)
                || (route.Access is RouteAccess.SettingUp && answer.StatusCode == HttpStatusCode.NotFound),
                $"{route.Pattern}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_frames_and_keeping()
    {
        using var visit = await server.VisitAsync(Role.Headquarters);
        foreach (var place in new[] { "/", "/sign-in", "/nothing", "/children", "/children/" + NoSuchId })
        {
            var answer = await visit.GetAsync(place);
            Assert.Contains("script-src 'self';", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Contains("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_sent_elsewhere_by_a_link_to_the_way_in(string to)
    {
        using var visit = server.Visit();
        await visit.PageAsync("/sign-in");
        var answer = await visit.PostAsync(
            "/sign-in/ready", ("user", server.UserOf(Role.Analyst).Id.Value.ToString()), ("to", to));

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    static string Header(HttpResponseMessage answer, string name) => string.Join(' ', answer.Headers.GetValues(name));

    static async Task<bool> IsLetThroughAsync(Visit visit, ApiClient client, Route route)
    {
        // A form without fields is refused by its handler: whoever is told so was let through to it.
        var answer = route.IsOfApi ? await client.SendAsync(route.Method, route.Place, new { })
            : route.Method == "GET" ? await visit.GetAsync(route.Place)
            : route.Pattern == "/sign-out" ? new(HttpStatusCode.OK)
            : await visit.PostAsync(route.Place);
        Assert.True((int)answer.StatusCode < 500, $"{route.Method} {route.Pattern}: {answer.StatusCode}");
        // What is set up already is not there any more.
        return answer.StatusCode != HttpStatusCode.Forbidden && route.Access is not RouteAccess.SettingUp
            && answer.StatusCode != HttpStatusCode.TooManyRequests;
    }

    static string Told(List<Role> roles) =>
        roles.Count == Enum.GetValues<Role>().Length ? "all"
        : roles.Count == 0 ? "nobody"
        : string.Join(" ", roles);
}
