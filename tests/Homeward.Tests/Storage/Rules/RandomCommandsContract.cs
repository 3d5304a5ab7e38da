using System.Globalization;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Rules;

public abstract class RandomCommandsContract(TestDatabase database)
{
    /// <summary>In how many acts the whole database is checked once.</summary>
    const int Between = 250;

    static readonly bool IsSoak = Environment.GetEnvironmentVariable("HOMEWARD_SOAK") is not null;

    static readonly ulong Seed =
        ulong.Parse(Environment.GetEnvironmentVariable("HOMEWARD_SEED") ?? "20110727", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_random_command_of_anybody_breaks_a_rule()
    {
        _ = database.Cases;
        var commands = new RandomCommands(database, Seed);
        await commands.PrepareAsync();
        await using var connection = await database.RawAsync();

        for (var done = 1; done <= (IsSoak ? 100_000 : 5_000); done++)
        {
            await commands.NextAsync();
            if (done % Between != 0) continue;
            var broken = await Invariants.BrokenAsync(connection);
            Assert.True(broken.Count == 0, $"Seed {Seed}, before act {done}: {string.Join("; ", broken)}");
        }

        // Otherwise the test has shown nothing.
        Assert.All(commands.Counts, it => Assert.True(it.Value is { Done: > 0, Refused: > 0 }, it.ToString()));
        Assert.Equal(11, commands.Counts.Count);
    }
}

public sealed class SqliteRandomCommandsTests(SqliteTestDatabase database)
    : RandomCommandsContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresRandomCommandsTests(PostgresTestDatabase database)
    : RandomCommandsContract(database), IClassFixture<PostgresTestDatabase>;
