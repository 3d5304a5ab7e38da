using System.Net;
using System.Text;

namespace Homeward.Tests.Server.Accounts;

/// <summary>Attempts below the pages: OWASP ASVS 5, chapters 3 (front end), 4 (web service) and 12 (communication).
/// </summary>
public sealed class WireTests(TrueServer server) : IClassFixture<TrueServer>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await server.SetUpAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("elsewhere.example")]
    [InlineData("localhost.elsewhere.example")]
    [InlineData("127.0.0.1.elsewhere.example")]
    public async Task A_request_for_another_host_is_refused(string host)
    {
        using var visit = server.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { Host = host } };
        var answer = await visit.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(host, page, StringComparison.Ordinal);
    }

    /// <summary>Without a proxy nobody is believed what a proxy would say.</summary>
    [Fact]
    public async Task Forwarded_headers_of_strangers_change_nothing()
    {
        using var visit = server.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in")
        {
            Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Host", "elsewhere.example" } },
        };
        var answer = await visit.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Cookies_are_closed_to_scripts_and_other_sites()
    {
        using var visit = server.Visit();
        var shown = await visit.GetAsync("/sign-in");
        var entered = await TrueServer.EnterAsync(visit, server.First, server.First.NextCode());
        var cookies = shown.Headers.GetValues("Set-Cookie").Concat(entered.Headers.GetValues("Set-Cookie")).ToList();

        Assert.Contains(cookies, it => it.StartsWith("homeward=", StringComparison.Ordinal));
        Assert.Contains(cookies, it => it.StartsWith("homeward-form=", StringComparison.Ordinal));
        Assert.All(cookies, it => Assert.Contains("httponly", it, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, it => Assert.Contains("samesite=strict", it, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, it => Assert.DoesNotContain("domain=", it, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Behind_a_proxy_cookies_belong_to_the_host_and_travel_by_HTTPS_alone()
    {
        await server.StartAsync(it => it with { IsBehindProxy = true, HostName = "homeward.example" });
        try
        {
            using var visit = server.Visit();
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in")
            {
                Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "192.0.2.7" } },
            };
            request.Headers.Host = "homeward.example";
            var answer = await visit.SendAsync(request);
            var cookies = answer.Headers.GetValues("Set-Cookie").ToList();

            Assert.NotEmpty(cookies);
            Assert.All(cookies, it => Assert.StartsWith("__Host-", it, StringComparison.Ordinal));
            Assert.All(cookies, it => Assert.Contains("secure", it, StringComparison.OrdinalIgnoreCase));
            Assert.All(cookies, it => Assert.Contains("path=/", it, StringComparison.OrdinalIgnoreCase));
            Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        }
        finally
        {
            await server.StartAsync(it => it);
        }
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused_and_the_server_goes_on()
    {
        using var visit = server.Visit();
        await visit.PageAsync("/sign-in");
        foreach (var bytes in new[] { 3 * 1024 * 1024, 5 * 1024 * 1024 })
        {
            using var body = new StringContent(
                "name=" + new string('a', bytes), Encoding.ASCII, "application/x-www-form-urlencoded");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = body };
            try
            {
                var answer = await visit.SendAsync(request);
                Assert.Contains(
                    answer.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
            }
            catch (HttpRequestException)
            {
                // The server hung up in the middle of it.
            }
        }
        Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync("/sign-in")).StatusCode);
    }

    [Fact]
    public async Task A_form_of_thousands_of_fields_is_refused()
    {
        using var visit = server.Visit();
        await visit.PageAsync("/sign-in");
        var answer = await visit.PostAsync(
            "/sign-in", [.. Enumerable.Range(0, 5000).Select(it => ($"field{it}", "x"))]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_not_there(string method)
    {
        using var visit = server.Visit();
        foreach (var place in new[] { "/sign-in", "/account", "/users", "/files/site.css" })
        {
            using var request = new HttpRequestMessage(new(method), place);
            var answer = await visit.SendAsync(request);
            Assert.Contains(
                answer.StatusCode,
                new[] { HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized });
        }
    }

    /// <summary>Of one address; others are not held up by it.</summary>
    [Fact]
    public async Task Somebody_who_tries_sixty_times_a_minute_is_told_to_wait()
    {
        using var attacker = server.Visit();
        await attacker.PageAsync("/sign-in");
        var answers = new List<HttpStatusCode>();
        for (var count = 0; count < 61; count++)
            answers.Add((await attacker.PostAsync("/sign-in/passkey", ("passkey", ""))).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Contains(HttpStatusCode.Unauthorized, answers);
        using var other = await server.EnterAsync(server.Second);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("\\\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in_or_confirming(string to)
    {
        using var visit = server.Visit();
        await visit.PageAsync("/sign-in");
        var entered = await visit.PostAsync(
            "/sign-in", ("name", server.First.Name), ("password", server.First.Password),
            ("code", server.First.NextCode()), ("to", to));
        await visit.PageAsync("/account");
        var confirmed = await visit.PostAsync("/account/confirm", ("to", to));
        var tongue = await visit.PostAsync("/language", ("tongue", "zh"), ("to", to));

        Assert.All(
            new[] { entered, confirmed, tongue }, it => Assert.Equal("/", it.Headers.Location!.OriginalString));
    }

    /// <summary>An answer to a passkey that was asked of nobody, or that is no answer.</summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task What_is_no_answer_of_a_passkey_is_refused(string answer)
    {
        using var visit = server.Visit();
        await visit.PageAsync("/sign-in");
        var unasked = await visit.PostAsync("/sign-in/passkey", ("passkey", answer));
        var options = await visit.PostAsync("/sign-in/passkey-options");
        var asked = await visit.PostAsync("/sign-in/passkey", ("passkey", answer));

        Assert.Equal(HttpStatusCode.OK, options.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unasked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
    }
}
