using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Identification;
using Homeward.Cases.People;
using Homeward.Server;
using Homeward.Server.Accounts;
using Homeward.Storage.Identification;
using Homeward.Storage.People;
using Homeward.Tests.Cli;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Genes;
using Homeward.Tests.Storage.Identification;
using Microsoft.AspNetCore.Builder;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Server.Laboratory;

/// <summary>Pages over cases and genes: families and children who were typed, searched and carried, each child with a
/// name that no analyst may see.</summary>
public sealed class LaboratoryServer : IAsyncLifetime
{
    public const string Name = "SYNTHETIC Nobodyelse";

    readonly TemporaryFolder _folder = new();
    WebApplication? _app;
    int _taken;

    public SqliteTestDatabase Cases { get; } = new();

    public SqliteGeneTestDatabase Genes { get; } = new();

    internal CarriedHistory History { get; private set; } = null!;

    internal CandidateStore Candidates => new(Cases.As(Analyst));

    public async Task<Visit> VisitAsync(User user)
    {
        var visit = new Visit(_app!.Urls.Single());
        await visit.SignInAsync(user.Id);
        return visit;
    }

    /// <summary>Open candidates that no other test has taken.</summary>
    public async Task<FoundCandidate> AnyAsync()
    {
        var open = await Candidates.OpenAsync(CancellationToken.None);
        var next = Interlocked.Increment(ref _taken);
        Assert.True(open.Count > next, "the history has too few candidates");
        return open[^next];
    }

    public async ValueTask InitializeAsync()
    {
        await Cases.InitializeAsync();
        await Genes.InitializeAsync();
        History = new(Cases, Genes, seed: 20110727);
        for (var i = 0; i < 14; i++) await History.ArriveAsync();
        await History.SettleAsync();
        var police = Cases.As(Officer);
        foreach (var child in History.Children)
            Allowed(await new PeopleStore(police).AddNameAsync(
                new()
                {
                    Id = new(police.NewId()),
                    Person = child.Person,
                    Text = Name,
                    Script = Script.Latn,
                    Kind = NameKind.Birth,
                    At = police.Now,
                },
                CancellationToken.None));
        _app = await HomewardServer.BuildAsync(
            new()
            {
                Cases = Cases.Cases,
                Folder = _folder.Path,
                Url = "http://127.0.0.1:0",
                Genes = new()
                {
                    Database = Genes.Genes,
                    Settings = History.Settings,
                    Clock = TimeProvider.System,
                    Carrier = null,
                },
                ReadyUsers =
                [
                    ReadyOf(Analyst, Role.Analyst), ReadyOf(Officer, Role.Investigator),
                    ReadyOf(Matron, Role.Caseworker), ReadyOf(Judge, Role.PanelMember),
                ],
            },
            CancellationToken.None);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        await Genes.DisposeAsync();
        await Cases.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    static ReadyUser ReadyOf(User user, Role role) => new(user.Id, user.Agency, role, "SYNTHETIC office");
}
