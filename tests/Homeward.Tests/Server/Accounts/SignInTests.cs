using System.Net;
using System.Text.RegularExpressions;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;

namespace Homeward.Tests.Server.Accounts;

/// <summary>Attempts at the way in: OWASP ASVS 5, chapters 6 (authentication) and 7 (sessions).</summary>
public sealed class SignInTests(TrueServer server) : IClassFixture<TrueServer>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await server.SetUpAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_refusal_tells_nothing_of_what_was_wrong()
    {
        var known = server.First;
        var code = known.NextCode();
        var answers = new List<string>();
        foreach (var (name, password, typed) in new[]
        {
            ("nobody.here", known.Password, code), (known.Name, "quite another phrase", code),
            (known.Name, known.Password, "000000"), (known.Name, "", ""), ("' OR 1=1 --", "' OR 1=1 --", "' OR 1=1 --"),
        })
        {
            using var visit = server.Visit();
            await visit.PageAsync("/sign-in");
            var answer = await visit.PostAsync("/sign-in", ("name", name), ("password", password), ("code", typed));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            answers.Add(Regex.Replace(Visit.WithoutTokens(page), "name=\"name\" value=\"[^\"]*\"", ""));
        }

        Assert.Single(answers.Distinct());
        var refused = (await server.LogAsync()).Where(it => it.Kind == AuditKind.Refused).TakeLast(5).ToList();
        Assert.All(refused, it => Assert.Equal((Permission.SignIn, null), (it.What, it.Who)));
        Assert.Equal([0, 1, 1, 1, 0], refused.Select(it => it.Subjects.Count));
        using var right = await server.EnterAsync(known);
    }

    [Fact]
    public async Task Five_failures_lock_for_a_quarter_of_an_hour_and_what_is_right_does_not_help()
    {
        var known = server.Second;
        using var visit = server.Visit();
        for (var count = 0; count < 5; count++)
            await TrueServer.EnterAsync(visit, known, "000000");

        var locked = await TrueServer.EnterAsync(visit, known, known.NextCode());
        server.Clock.Move(TimeSpan.FromMinutes(14));
        var still = await TrueServer.EnterAsync(visit, known, known.NextCode());
        server.Clock.Move(TimeSpan.FromMinutes(1.5));
        var open = await TrueServer.EnterAsync(visit, known, known.NextCode());

        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, still.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, open.StatusCode);
    }

    /// <summary>Guesses that arrive together are counted as many: of twelve, five are looked at.</summary>
    [Fact]
    public async Task Guesses_at_once_are_counted_as_many()
    {
        var known = server.Second;
        using var visit = server.Visit();
        await visit.PageAsync("/sign-in");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => visit.PostAsync(
            "/sign-in", ("name", known.Name), ("password", known.Password), ("code", "000000"))));
        var locked = await TrueServer.EnterAsync(visit, known, known.NextCode());
        server.Clock.Move(TimeSpan.FromMinutes(16));

        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        using var open = await server.EnterAsync(known);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var code = server.First.NextCode();
        using var one = server.Visit();
        using var two = server.Visit();

        Assert.Equal(HttpStatusCode.Redirect, (await TrueServer.EnterAsync(one, server.First, code)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TrueServer.EnterAsync(two, server.First, code)).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_takes_the_place_of_the_authenticator_once()
    {
        var code = server.First.Codes[3].ToLowerInvariant();
        using var one = server.Visit();
        using var two = server.Visit();

        Assert.Equal(HttpStatusCode.Redirect, (await TrueServer.EnterAsync(one, server.First, code)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TrueServer.EnterAsync(two, server.First, code)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_half_an_hour_after_its_last_request()
    {
        using var visit = await server.EnterAsync(server.First);
        server.Clock.Move(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync("/account")).StatusCode);
        server.Clock.Move(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync("/account")).StatusCode);
        server.Clock.Move(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Redirect, (await visit.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        using var visit = await server.EnterAsync(server.First);
        for (var count = 0; count < 29; count++)
        {
            server.Clock.Move(TimeSpan.FromMinutes(24.5));
            Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync("/account")).StatusCode);
        }
        server.Clock.Move(TimeSpan.FromMinutes(24.5));
        Assert.Equal(HttpStatusCode.Redirect, (await visit.GetAsync("/account")).StatusCode);
    }

    /// <summary>Somebody who planted a cookie, or saw the old one, has nothing.</summary>
    [Fact]
    public async Task Signing_in_again_gives_a_new_session_and_ends_the_old_one()
    {
        using var visit = await server.EnterAsync(server.First);
        var before = visit.Cookie("homeward");
        await TrueServer.EnterAsync(visit, server.First, server.First.NextCode());
        var after = visit.Cookie("homeward");
        using var thief = server.Visit();
        thief.Plant("homeward", before);

        Assert.NotEqual(before, after);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_is_worth_nothing_after_signing_out()
    {
        using var visit = await server.EnterAsync(server.First);
        var cookie = visit.Cookie("homeward");
        await visit.PostAsync("/sign-out");
        using var thief = server.Visit();
        thief.Plant("homeward", cookie);

        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Somebody_sees_his_sessions_and_ends_the_others()
    {
        using var here = await server.EnterAsync(server.First);
        using var there = await server.EnterAsync(server.First);
        await here.PageAsync("/account");
        await here.PostAsync("/account/sessions", ("session", "others"));

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var victim = await server.EnterAsync(server.First);
        var page = await victim.PageAsync("/account");
        using var second = await server.EnterAsync(server.First);
        var session = Markup.SessionEnded(await second.PageAsync("/account"));
        using var attacker = await server.EnterAsync(server.Second);
        await attacker.PostAsync("/account/sessions", ("session", session));

        Assert.NotEmpty(page);
        Assert.Equal(HttpStatusCode.OK, (await victim.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Changing_the_password_needs_the_old_one_and_ends_all_other_sessions()
    {
        await server.HireAsync("approver.0", Role.Approver, 0);
        using var visit = await server.EnterAsync(server.People["approver.0"]);
        using var other = await server.EnterAsync(server.People["approver.0"]);
        const string Next = "eleven quiet harbours at dawn";
        await visit.PageAsync("/account");
        var wrong = await visit.PostAsync(
            "/account/password", ("old", "not what it was before"), ("password", Next), ("again", Next));
        var right = await visit.PostAsync(
            "/account/password", ("old", server.People["approver.0"].Password), ("password", Next), ("again", Next));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account")).StatusCode);
        using var old = server.Visit();
        var refused = await TrueServer.EnterAsync(
            old, server.People["approver.0"], server.People["approver.0"].NextCode());
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        server.People.Remove("approver.0");
    }
}
