using System.Net;
using System.Text.Json;
using Homeward.Cases.Access;
using Homeward.Cases.Time;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Tests.Server.Api;

public sealed class ApiTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    static readonly Ids Ids = new(TimeProvider.System);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static object Rescue(string place = "SYNTHETIC village") => new
    {
        Name = "SYNTHETIC 小雨",
        Sex = "female",
        Age = new { From = 3, To = 4, Unit = "years", Basis = "appearance" },
        At = DateTimeOffset.UnixEpoch.AddYears(41),
        Region = "130000",
        Place = place,
        Condition = "good",
    };

    [Fact]
    public async Task A_rescue_that_is_sent_again_under_its_key_is_one_record()
    {
        using var client = await ClientAsync(Role.Investigator);
        var key = Ids.Next();

        var first = await client.SendAsync("POST", "/api/v1/rescues", Rescue(), key);
        var again = await client.SendAsync("POST", "/api/v1/rescues", Rescue(), key);
        var other = await client.SendAsync("POST", "/api/v1/rescues", Rescue("SYNTHETIC town"), key);
        var shown = await client.SendAsync("GET", first.Headers.Location!.OriginalString);

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK],
            [first.StatusCode, again.StatusCode, other.StatusCode, shown.StatusCode]);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await again.Content.ReadAsStringAsync(Cancel));
        var rescue = await ApiClient.BodyAsync(shown);
        Assert.Equal(
            ("SYNTHETIC 小雨", "SYNTHETIC village", "policeEmergency", key),
            (rescue.GetProperty("name").GetString(), rescue.GetProperty("place").GetString(),
                rescue.GetProperty("custody").GetString(), rescue.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task A_detention_that_is_sent_again_under_its_key_is_one_record()
    {
        using var client = await ClientAsync(Role.Investigator);
        var key = Ids.Next();
        object Detention(string measure) => new
        {
            Name = "SYNTHETIC suspect",
            Sex = "male",
            At = DateTimeOffset.UnixEpoch.AddYears(41),
            Measure = measure,
        };

        var first = await client.SendAsync("POST", "/api/v1/detentions", Detention("criminalDetention"), key);
        var again = await client.SendAsync("POST", "/api/v1/detentions", Detention("criminalDetention"), key);
        var other = await client.SendAsync("POST", "/api/v1/detentions", Detention("arrest"), key);

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict],
            [first.StatusCode, again.StatusCode, other.StatusCode]);
    }

    [Fact]
    public async Task Every_problem_is_named_by_its_field()
    {
        using var client = await ClientAsync(Role.Investigator);
        var sent = new
        {
            Sex = "male",
            Age = new { From = 5, To = 4, Unit = "years", Basis = "appearance" },
            At = DateTimeOffset.UnixEpoch.AddYears(1000),
            Region = "999999",
            Place = "",
        };

        var answer = await client.SendAsync("POST", "/api/v1/rescues", sent, Ids.Next());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            ["age", "at", "place", "region"],
            (await ApiClient.BodyAsync(answer)).GetProperty("errors").EnumerateObject().Select(it => it.Name).Order());
    }

    [Theory]
    [InlineData("""{"sex":"male","at":"2011-07-20T04:00:00+08:00","region":"130000","place":"x","plcae":"y"}""")]
    [InlineData("""{"sex":"boy","at":"2011-07-20T04:00:00+08:00","region":"130000","place":"x"}""")]
    [InlineData("""{"sex":1,"at":"2011-07-20T04:00:00+08:00","region":"130000","place":"x"}""")]
    [InlineData("""{"sex":"male","at":"yesterday","region":"130000","place":"x"}""")]
    [InlineData("""{"sex":"male"}""")]
    [InlineData("null")]
    public async Task What_cannot_be_meant_is_refused(string body)
    {
        using var client = await ClientAsync(Role.Investigator);

        var answer = await client.SendAsync(
            "POST", "/api/v1/rescues", JsonSerializer.Deserialize<JsonElement>(body), Ids.Next());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_record_without_a_key_is_refused()
    {
        using var client = await ClientAsync(Role.Investigator);

        var answer = await client.SendAsync("POST", "/api/v1/rescues", Rescue());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Idempotency-Key", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_was_recorded_is_found_by_a_name_in_letters()
    {
        using var client = await ClientAsync(Role.Investigator);
        await client.SendAsync("POST", "/api/v1/rescues", Rescue(), Ids.Next());

        var answer = await client.SendAsync("POST", "/api/v1/people/search", new { Name = "xiaoyu", Sex = "female" });

        var nearest = (await ApiClient.BodyAsync(answer)).GetProperty("nearest")[0];
        Assert.Equal(
            ("SYNTHETIC 小雨", "agrees"),
            (nearest.GetProperty("name").GetString(), nearest.GetProperty("sex").GetString()));
    }

    [Fact]
    public async Task Candidates_are_an_analysts()
    {
        using var analyst = await ClientAsync(Role.Analyst);
        using var officer = await ClientAsync(Role.Investigator);

        var answer = await analyst.SendAsync("GET", "/api/v1/candidates");

        Assert.Equal("[]", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(
            HttpStatusCode.Forbidden, (await officer.SendAsync("GET", "/api/v1/candidates")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_opens_no_route_of_the_API_and_a_token_no_page()
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        using var client = new ApiClient(server.Url, await visit.TokenAsync());

        var byCookie = await visit.GetAsync("/api/v1/rescues/" + Ids.Next());
        var byToken = await client.SendAsync("GET", "/account");

        Assert.Equal(HttpStatusCode.Unauthorized, byCookie.StatusCode);
        Assert.Equal("/sign-in", byToken.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task A_token_that_was_ended_is_worth_nothing()
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        var token = await visit.TokenAsync();
        using var client = new ApiClient(server.Url, token);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client));

        await visit.GoAsync("/account/tokens/end", ("token", Guid.Parse(token.Split('.')[0]).ToString()));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    [Fact]
    public async Task Signing_out_everywhere_else_ends_what_programs_use()
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        using var client = new ApiClient(server.Url, await visit.TokenAsync());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client));

        await visit.GoAsync("/account/sessions", ("session", "others"));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("00000000000040008000000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_nobody_made_opens_nothing(string token)
    {
        using var client = new ApiClient(server.Url, token);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    [Fact]
    public async Task The_description_names_every_route_of_the_API()
    {
        using var client = new ApiClient(server.Url, "");

        var description = await ApiClient.BodyAsync(await client.SendAsync("GET", "/api/v1/openapi.json"));

        var described = description.GetProperty("paths").EnumerateObject().Select(it => it.Name);
        var there = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(it => it.RoutePattern.RawText!.Replace("{id:guid}", "{id}", StringComparison.Ordinal))
            .Where(it => it.StartsWith("/api/", StringComparison.Ordinal))
            .Where(it => !it.EndsWith(".json", StringComparison.Ordinal));
        Assert.Equal(there.Distinct().Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    async Task<ApiClient> ClientAsync(Role role)
    {
        using var visit = await server.VisitAsync(role);
        return new(server.Url, await visit.TokenAsync());
    }

    static async Task<HttpStatusCode> StatusAsync(ApiClient client) =>
        (await client.SendAsync("GET", "/api/v1/rescues/" + Ids.Next())).StatusCode;
}
