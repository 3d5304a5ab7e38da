using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Server;
using Homeward.Server.Accounts;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Genes;
using Homeward.Storage.Keys;
using Homeward.Tests.Cli;
using Homeward.Tests.Storage.Databases;
using Microsoft.AspNetCore.Builder;

namespace Homeward.Tests.Server;

/// <summary>A whole server on a port of its own, with one user of each role.</summary>
public sealed class MadeUpServer : IAsyncLifetime
{
    readonly SqliteTestDatabase _database = new();
    readonly TemporaryFolder _folder = new();
    readonly Dictionary<Role, User> _users = [];

    public WebApplication App { get; private set; } = null!;

    /// <summary>What seals photos.</summary>
    public HolderKeys Keys { get; private set; } = null!;

    public string Url => App.Urls.Single();

    public CaseSession As(Role role) => _database.As(_users[role]);

    public CaseSession AsApproverOf(AgencyId agency) => As(MadeUpState.ApproverOf(agency));

    /// <summary>Somebody else who publishes.</summary>
    public CaseSession AsThird() => As(MadeUpState.ThirdOfficer);

    public User UserOf(Role role) => _users[role];

    /// <summary>A browser without pictures: it keeps cookies and follows nothing.</summary>
    public Visit Visit() => new(Url);

    /// <summary>What this server asks of its case database.</summary>
    internal ServerStatements Statements() => new(_database.Folder);

    public async Task<Visit> VisitAsync(Role role)
    {
        var visit = Visit();
        await visit.SignInAsync(_users[role].Id);
        return visit;
    }

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        var ids = new Ids(TimeProvider.System);
        foreach (var role in Enum.GetValues<Role>()) _users[role] = await HireAsync(role, new(ids.Next()));
        var genes = new SqliteGenes(_folder["genes.db"], _folder["keys.db"]);
        var epochs = new EpochKeys(_folder["keys"]);
        GeneDatabase.Create(genes, epochs, TimeProvider.System);
        Keys = new(genes, epochs);
        App = await HomewardServer.BuildAsync(
            new()
            {
                Cases = _database.Cases,
                Folder = _folder.Path,
                Url = "http://127.0.0.1:0",
                Keys = Keys,
                ReadyUsers =
                    [.. _users.Select(it => new ReadyUser(it.Value.Id, it.Value.Agency, it.Key, "SYNTHETIC office"))],
            },
            CancellationToken.None);
        await App.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _database.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    /// <summary>Police for those who record, a home for those who care, and the agency that has an administrator for
    /// the rest.</summary>
    async Task<User> HireAsync(Role role, UserId id)
    {
        var agency = role switch
        {
            Role.Investigator or Role.Commander or Role.Headquarters => MadeUpState.Police,
            Role.Caseworker => MadeUpState.Welfare,
            _ => MadeUpState.CivilAffairs,
        };
        var user = new User { Id = id, Agency = agency.Id, Name = "SYNTHETIC " + role };
        var hirer = As(MadeUpState.Administrator);
        MadeUpState.Allowed(await new AgencyStore(hirer).AddAsync(user, CancellationToken.None));
        var giver = RolePowers.IsOfCases(role) ? As(MadeUpState.ApproverOf(agency.Id)) : hirer;
        MadeUpState.Allowed(await new AccessStore(giver).GiveAsync(
            user, role, MadeUpState.Country.Code, hirer.Now + TimeSpan.FromDays(30), CancellationToken.None));
        return user;
    }

    CaseSession As(User user) => _database.Cases.For(new(user.Id, user.Agency), Purpose.Administration);
}
