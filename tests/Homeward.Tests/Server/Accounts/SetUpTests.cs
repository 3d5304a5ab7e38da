using System.Net;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Installations;
using Homeward.Storage.Installations;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Server.Accounts;

/// <summary>From an empty folder to the first officer at work, in the pages alone.</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    readonly TrueServer _server = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Two_administrators_set_up_and_people_come_in_and_each_sees_what_is_his()
    {
        await _server.SetUpAsync();
        await _server.HireAsync("approver.0", Role.Approver, 0);
        var officer = await _server.HireAsync("officer", Role.Investigator, 0);

        Assert.Equal(
            InstallationKind.Real, await InstallationStore.KindAsync(_server.Data.CaseLocation, Cancel));
        using var visit = await _server.EnterAsync(officer);
        Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync("/rescues/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visit.GetAsync("/users")).StatusCode);
        using var administrator = await _server.EnterAsync(_server.Second);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/users")).StatusCode);
        foreach (var place in new[] { "/children", "/people", "/operations", "/rings", "/statistics", "/rescues/new" })
            Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync(place)).StatusCode);
        var log = await _server.LogAsync();
        Assert.All(
            new[] { Permission.SignIn, Permission.ChangeSignIn, Permission.InviteUser },
            what => Assert.Contains(log, it => it.What == what && it.Kind == AuditKind.Act));
        var audit = await CommandLine.Run("audit", "verify", "--data", _server.Data.Path, "--json");
        Assert.True(audit.Json().GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task Until_it_is_set_up_nothing_is_open_and_afterwards_it_cannot_be_set_up_again()
    {
        using var stranger = _server.Visit();
        Assert.Equal("/sign-in", (await stranger.GetAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal("/set-up", (await stranger.GetAsync("/sign-in")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/set-up")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/set-up?key=guessed")).StatusCode);
        // Without the link no step is taken, though the form is one of ours.
        foreach (var step in new[] { "profile", "agencies", "administrator", "finish", "again" })
            Assert.Equal("/set-up", (await stranger.PostAsync($"/set-up/{step}", ("profile", "cn"))).Headers
                .Location!.OriginalString);

        await _server.SetUpAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/set-up")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(_server.Links.Single().Place)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync("/set-up/again")).StatusCode);
        await _server.StartAsync(it => it);
        Assert.Empty(_server.Links);
    }

    [Fact]
    public async Task The_link_works_once_and_for_a_day_and_a_new_start_makes_the_old_one_worthless()
    {
        var key = _server.Links.Single().Place.Split('=')[1];
        Assert.DoesNotContain(key, await EverythingKeptAsync(), StringComparison.Ordinal);
        await _server.StartAsync(it => it);
        var second = _server.Links.Single().Place.Split('=')[1];
        Assert.Equal(HttpStatusCode.Forbidden, (await BeginAsync(key)).StatusCode);
        _server.Clock.Move(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Forbidden, (await BeginAsync(second)).StatusCode);
        await _server.StartAsync(it => it);
        var third = _server.Links.Single().Place.Split('=')[1];
        Assert.Equal(HttpStatusCode.Redirect, (await BeginAsync(third)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await BeginAsync(third)).StatusCode);
    }

    /// <summary>Set up by half, stopped, and gone on with.</summary>
    [Fact]
    public async Task What_was_chosen_is_kept_over_a_stop()
    {
        using (var visit = _server.Visit())
        {
            await visit.PageAsync(_server.Links.Single().Place);
            await visit.GoAsync("/set-up", ("key", _server.Links.Single().Place.Split('=')[1]));
            await visit.GoAsync("/set-up/profile", ("profile", "cn"));
        }
        await _server.StartAsync(it => it);
        using var again = _server.Visit();
        await again.PageAsync(_server.Links.Single().Place);
        await again.GoAsync("/set-up", ("key", _server.Links.Single().Place.Split('=')[1]));

        Assert.Contains("name=\"agency-1\"", await again.PageAsync("/set-up"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_cookies_and_of_authenticators_are_nowhere_in_the_clear_and_for_their_owner_alone()
    {
        await _server.SetUpAsync();
        var ring = Directory.GetFiles(Path.Combine(_server.Data.Path, "keys", "web"));

        Assert.NotEmpty(ring);
        Assert.All(ring, it => Assert.Contains("<sealed", File.ReadAllText(it), StringComparison.Ordinal));
        Assert.All(ring, it => Assert.DoesNotContain("<masterKey", File.ReadAllText(it), StringComparison.Ordinal));
        Assert.DoesNotContain("ABCDEFGHIJKLMNOP", await EverythingKeptAsync(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(_server.Data.Path, "keys", "master.key")));
        // The ring opens again with the key beside it: a cookie outlives a new start.
        using var visit = await _server.EnterAsync(_server.First);
        await _server.StartAsync(it => it with { Url = visit.Url });
        Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync("/account")).StatusCode);
    }

    /// <summary>Whom <c>homeward init</c> made has no way to sign in: each administrator gets a link of his own.
    /// </summary>
    [Fact]
    public async Task An_installation_made_by_the_command_line_gives_each_administrator_a_link()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.Run(
            "init", "--data", folder["data"], "--agency", "SYNTHETIC police", "--administrator", "SYNTHETIC one",
            "--administrator", "SYNTHETIC two", "--approver", "SYNTHETIC three", "--operator", "desk");
        await using var server = new ServedFolder(folder["data"]);
        await server.StartAsync();

        Assert.Equal(["SYNTHETIC one", "SYNTHETIC two"], server.Links.Select(it => it.For));
        using var visit = new Visit(server.Url);
        var place = server.Links[1].Place;
        var page = await visit.PageAsync(place);
        Assert.Contains("SYNTHETIC two", page, StringComparison.Ordinal);
        var colleague = Colleague.Of("two", page, server.Clock);
        var joined = await visit.PostedAsync("/join", [.. colleague.Fields(), ("key", place.Split('=')[1])]);
        colleague.TakeCodes(joined);
        Assert.Equal(10, colleague.Codes.Count);
        Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync("/users")).StatusCode);
        await server.StartAsync();
        Assert.Empty(server.Links);
    }

    async Task<HttpResponseMessage> BeginAsync(string key)
    {
        using var visit = _server.Visit();
        await visit.GetAsync("/set-up");
        return await visit.PostAsync("/set-up", ("key", key));
    }

    /// <summary>All files of the folder as text of single bytes.</summary>
    async Task<string> EverythingKeptAsync()
    {
        var text = new System.Text.StringBuilder();
        foreach (var file in Directory.GetFiles(_server.Data.Path, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, Cancel);
            text.Append(System.Text.Encoding.Latin1.GetString(memory.ToArray()));
        }
        return text.ToString();
    }
}
