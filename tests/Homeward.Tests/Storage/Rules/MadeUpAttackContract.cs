using System.Data.Common;
using Homeward.Cases.Installations;
using Homeward.Cases.People;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Rules.RawSql;

namespace Homeward.Tests.Storage.Rules;

/// <summary>Somebody mixes real people and made-up ones, past the application. Everybody here is made up, also those
/// whose names are not marked.</summary>
public abstract class MadeUpAttackContract(TestDatabase database)
{
    /// <param name="kind">What the database is settled for.</param>
    /// <param name="fits">A name that may enter.</param>
    /// <param name="others">Names that may not.</param>
    protected async Task NobodyElseEntersAsync(InstallationKind kind, string fits, params string[] others)
    {
        _ = database.Cases;
        await using var connection = await database.RawAsync();
        await RunAsync(connection, Settled(kind, 1));
        var person = await new CaseWorld(database).PersonAsync();
        var other = Enum.GetValues<InstallationKind>().Single(it => it != kind);

        await RunAsync(connection, Named(person, fits));
        foreach (var attack in others.Select(it => Named(person, it)).Concat(
        [
            $"UPDATE installations SET kind = '{other}'",
            "DELETE FROM installations",
            Settled(other, 1),
            Settled(other, 2),
            $"UPDATE person_names SET text = '{others[0]}'",
        ]))
        {
            var failure = await Record.ExceptionAsync(() => RunAsync(connection, attack));
            Assert.True(failure is DbException, "Nothing refused: " + attack);
        }
    }

    /// <summary>As a statement that settles what a database is for.</summary>
    internal static string Settled(InstallationKind kind, long id) =>
        Insert("installations", ("id", id), ("kind", kind.ToString()), ("profile", "cn"), ("at", 1L));

    static string Named(PersonId person, string text) => Insert(
        "person_names",
        ("id", Guid.CreateVersion7()),
        ("person_id", person),
        ("text", text),
        ("script", nameof(Script.Latn)),
        ("kind", nameof(NameKind.Alias)),
        ("at", 1L),
        ("keys", "[]"));
}

public abstract class DemonstrationAttackContract(TestDatabase database) : MadeUpAttackContract(database)
{
    [Fact]
    public Task Nobody_whose_name_is_not_marked_enters_a_demonstration() => NobodyElseEntersAsync(
        InstallationKind.Demonstration, "SYNTHETIC one", "Unmarked", "SYNTHETICone", " SYNTHETIC one", "");
}

public abstract class RealAttackContract(TestDatabase database) : MadeUpAttackContract(database)
{
    [Fact]
    public Task Nobody_made_up_enters_a_database_of_real_people() => NobodyElseEntersAsync(
        InstallationKind.Real, "Unmarked", "SYNTHETIC one", "synthetic one");
}

public sealed class SqliteDemonstrationAttackTests(SqliteTestDatabase database)
    : DemonstrationAttackContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresDemonstrationAttackTests(PostgresTestDatabase database)
    : DemonstrationAttackContract(database), IClassFixture<PostgresTestDatabase>;

public sealed class SqliteRealAttackTests(SqliteTestDatabase database)
    : RealAttackContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresRealAttackTests(PostgresTestDatabase database)
    : RealAttackContract(database), IClassFixture<PostgresTestDatabase>;
