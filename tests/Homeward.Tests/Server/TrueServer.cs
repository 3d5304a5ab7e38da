using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cli.Commands.Installations;
using Homeward.Cli.Inputs;
using Homeward.Server;
using Homeward.Server.Features.SettingUp;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Server;

/// <summary>A true installation on a port of its own, as <c>homeward serve</c> makes it in an empty folder. Its clock
/// stands until it is moved.</summary>
public sealed class TrueServer : IAsyncLifetime
{
    readonly TemporaryFolder _folder = Directory.Exists("/dev/shm") ? new("/dev/shm") : new();
    readonly ServedFolder _served;

    public TrueServer() => _served = new(Data.Path);

    public IReadOnlyList<FirstLink> Links => _served.Links;

    public string Url => _served.Url;

    internal MovingClock Clock => _served.Clock;

    internal DataFolder Data => new(_folder["data"]);

    /// <summary>Of those who joined, by the name with which they sign in.</summary>
    internal Dictionary<string, Colleague> People { get; } = [];

    internal Colleague First => People["first.admin"];
    internal Colleague Second => People["second.admin"];

    public Visit Visit() => new(Url);

    public async ValueTask InitializeAsync()
    {
        await EmptyInstallation.MakeAsync(Data, Clock, CancellationToken.None);
        await StartAsync(it => it);
    }

    public async ValueTask DisposeAsync()
    {
        await _served.DisposeAsync();
        _folder.Dispose();
    }

    internal Task StartAsync(Func<ServerSettings, ServerSettings> with) => _served.StartAsync(with);

    /// <summary>Sets the installation up in its pages, once, and comes back with two administrators.</summary>
    internal async Task SetUpAsync()
    {
        if (People.Count > 0) return;
        using var visit = Visit();
        await visit.PageAsync(Links.Single().Place);
        await visit.GoAsync("/set-up", ("key", Links.Single().Place.Split('=')[1]));
        await visit.GoAsync("/set-up/profile", ("profile", "cn"));
        await visit.GoAsync(
            "/set-up/agencies", ("agency-1", "SYNTHETIC headquarters"), ("kind-1", "PublicSecurity"),
            ("region-1", "CN"), ("agency-2", "SYNTHETIC home"), ("kind-2", "WelfareInstitution"),
            ("region-2", "130000"));
        foreach (var name in new[] { "first.admin", "second.admin" })
            await JoinAsync(visit, "/set-up", "/set-up/administrator", name, ("title", "SYNTHETIC " + name));
        await visit.PageAsync("/set-up");
        await visit.PostAsync("/set-up/finish");
    }

    /// <summary>Chooses password and authenticator on a page that asks for them.</summary>
    internal async Task<Colleague> JoinAsync(
        Visit visit, string page, string form, string name, params (string, string)[] other)
    {
        var colleague = Colleague.Of(name, await visit.PageAsync(page), Clock);
        var answer = await visit.PostAsync(form, [.. colleague.Fields(), .. other]);
        colleague.TakeCodes(await answer.Content.ReadAsStringAsync());
        return People[name] = colleague;
    }

    /// <summary>Somebody new with a role, from the form of an administrator to his own first page.</summary>
    internal async Task<Colleague> HireAsync(string name, Role role, int agency)
    {
        await SetUpAsync();
        using var administrator = await EnterAsync(First);
        var page = await administrator.PageAsync("/users");
        var offices = Markup.Options(page, "agency").Where(it => it.Length > 0).Distinct().ToList();
        var id = Markup.Value(page, "form");
        await administrator.PostAsync(
            "/users", ("form", id), ("name", "SYNTHETIC " + name), ("agency", offices[agency]));
        await administrator.PageAsync($"/users/{id}");
        var link = Markup.Link(await administrator.PostedAsync($"/users/{id}/invitation"));
        using (var visit = Visit()) await JoinAsync(visit, link, "/join", name, ("key", link.Split('=')[1]));
        People[name].Id = Guid.Parse(id);
        using var giver = RolePowers.IsOfCases(role) ? await EnterAsync(People[$"approver.{agency}"]) : administrator;
        await giver.PageAsync($"/users/{id}");
        await giver.PostAsync(
            $"/users/{id}/roles", ("role", role.ToString()), ("region", "CN"),
            ("until", Clock.GetUtcNow().AddDays(200).ToString("yyyy-MM-dd", null)));
        return People[name];
    }

    /// <summary>Signed in, by password and the next code.</summary>
    internal async Task<Visit> EnterAsync(Colleague colleague)
    {
        var visit = Visit();
        var answer = await EnterAsync(visit, colleague, colleague.NextCode());
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        await visit.PageAsync("/account");
        return visit;
    }

    internal static async Task<HttpResponseMessage> EnterAsync(Visit visit, Colleague colleague, string code)
    {
        await visit.PageAsync("/sign-in");
        return await visit.PostAsync(
            "/sign-in", ("name", colleague.Name), ("password", colleague.Password), ("code", code));
    }

    /// <summary>The log's entries about accounts, in their order.</summary>
    internal async Task<IReadOnlyList<AuditRecord>> LogAsync() =>
        [.. (await AuditLines.ReadAsync(Data.Audit)).Where(it => it.What >= Permission.SignIn)];
}
