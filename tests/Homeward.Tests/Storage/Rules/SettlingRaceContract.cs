using System.Data;
using System.Data.Common;
using Homeward.Cases.Installations;
using Homeward.Cases.People;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Rules.RawSql;

namespace Homeward.Tests.Storage.Rules;

/// <summary>It is settled what a database is for while somebody is recorded in it.</summary>
public abstract class SettlingRaceContract(TestDatabase database)
{
    static readonly Dictionary<string, (string First, string Second)> Pairs = new()
    {
        ["a demonstration and a person"] = (Settled(InstallationKind.Demonstration), PersonSql(Guid.CreateVersion7())),
        ["real people and a person"] = (Settled(InstallationKind.Real), PersonSql(Guid.CreateVersion7())),
        ["a demonstration and an unmarked name"] = (Settled(InstallationKind.Demonstration), Named("Unmarked")),
        ["real people and a marked name"] = (Settled(InstallationKind.Real), Named("SYNTHETIC one")),
        ["both kinds"] = (Settled(InstallationKind.Real), Settled(InstallationKind.Demonstration)),
    };

    protected static IEnumerable<string> Names => Pairs.Keys;

    /// <summary>Whoever comes first: nobody is in a database before it is settled, and nobody of the other kind
    /// afterwards.</summary>
    protected async Task NobodyIsMixedAsync(IsolationLevel level, string pair, bool isReversed)
    {
        _ = database.Cases;
        await EmptyAsync();
        var (one, two) = Pairs[pair];
        var (first, second) = isReversed ? (two, one) : (one, two);

        var failed = await Race.RunAsync(database, level, first, second);

        await using var connection = await database.RawAsync();
        var settled = await CountAsync(connection, "installations");
        var people = await CountAsync(connection, "persons");
        // A person without a name is neither made up nor real, and may come after the settling.
        var mayFollow = pair.EndsWith("a person", StringComparison.Ordinal) && !isReversed;
        Assert.False(failed is (null, null) && !mayFollow, $"Both were done: {settled} settled, {people} people");
        if (settled == 0 || pair == "both kinds") return;
        Assert.Equal(0, await CountAsync(connection, "person_names"));
        if (people > 0) Assert.True(mayFollow && failed is (null, null));
    }

    /// <summary>Nobody is in the database, and it is not settled.</summary>
    protected abstract Task EmptyAsync();

    static string Settled(InstallationKind kind) => MadeUpAttackContract.Settled(kind, 1);

    /// <summary>One statement's worth of a person with a name, as an importer would write them.</summary>
    static string Named(string text)
    {
        var person = Guid.CreateVersion7();
        return PersonSql(person) + "; " + Insert(
            "person_names",
            ("id", Guid.CreateVersion7()),
            ("person_id", person),
            ("text", text),
            ("script", nameof(Script.Latn)),
            ("kind", nameof(NameKind.Alias)),
            ("at", 1L),
            ("keys", "[]"));
    }

    static string PersonSql(Guid id) => Insert(
        "persons", ("id", id), ("sex", "Female"), ("birth_basis", "Unknown"), ("vital", "Alive"), ("version", 1L));

    static async Task<long> CountAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM " + table;
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}

/// <summary>A file for each race.</summary>
public sealed class SqliteSettlingRaceTests : SettlingRaceContract, IAsyncLifetime
{
    readonly SqliteTestDatabase _database;

    public SqliteSettlingRaceTests()
        : this(new SqliteTestDatabase())
    {
    }

    SqliteSettlingRaceTests(SqliteTestDatabase database)
        : base(database) => _database = database;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    protected override Task EmptyAsync() => Task.CompletedTask;

    public static TheoryData<IsolationLevel, string, bool> Races() => Race.BothWays(Race.LevelsOfSqlite, Names);

    [Theory]
    [MemberData(nameof(Races))]
    public Task Made_up_people_and_real_ones_are_not_mixed(IsolationLevel level, string pair, bool isReversed) =>
        NobodyIsMixedAsync(level, pair, isReversed);
}

/// <summary>One database, in which everything is undone by who may switch the rules off.</summary>
public sealed class PostgresSettlingRaceTests(PostgresTestDatabase database)
    : SettlingRaceContract(database), IClassFixture<PostgresTestDatabase>
{
    readonly PostgresTestDatabase _database = database;

    protected override async Task EmptyAsync()
    {
        await using var owner = await _database.OwnerAsync();
        await RunAsync(
            owner,
            "SET session_replication_role = replica; DELETE FROM installations; DELETE FROM name_keys; "
            + "DELETE FROM person_names; DELETE FROM identities; DELETE FROM persons");
    }

    public static TheoryData<IsolationLevel, string, bool> Races() => Race.BothWays(Race.LevelsOfPostgres, Names);

    [Theory]
    [MemberData(nameof(Races))]
    public Task Made_up_people_and_real_ones_are_not_mixed(IsolationLevel level, string pair, bool isReversed) =>
        NobodyIsMixedAsync(level, pair, isReversed);
}
