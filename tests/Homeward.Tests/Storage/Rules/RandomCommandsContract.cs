using System.Diagnostics;
using System.Globalization;
using Homeward.Storage.Audit;
using Homeward.Tests.Architecture;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Rules;

public abstract class RandomCommandsContract(TestDatabase database)
{
    /// <summary>In how many acts the whole database is checked once.</summary>
    const int Between = 250;

    static readonly int Commands = Soak.IsOn ? 100_000 : 5_000;

    static readonly ulong Seed =
        ulong.Parse(Environment.GetEnvironmentVariable("HOMEWARD_SEED") ?? "20110727", CultureInfo.InvariantCulture);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_random_command_of_anybody_breaks_a_rule()
    {
        _ = database.Cases;
        var (commands, watch) = (new RandomCommands(database, Seed), Stopwatch.StartNew());
        var (done, result) = (0, "BROKEN");
        try
        {
            await commands.PrepareAsync();
            await using var connection = await database.RawAsync();
            while (done < Commands)
            {
                await commands.NextAsync();
                if (++done % Between != 0) continue;
                string[] broken =
                [
                    .. await Invariants.BrokenAsync(connection), .. await Invariants.MiscountedAsync(connection),
                ];
                Assert.True(broken.Length == 0, $"Seed {Seed}, before act {done}: {string.Join("; ", broken)}");
            }
            var log = await AuditVerification.RunAsync(database.Audit, database.Location, [], Cancel);
            Assert.True(log.IsWhole, $"Seed {Seed}: {string.Join("; ", log.Findings.Select(it => it.What))}");
            Assert.Equal(0, log.NotDoneInAll);

            // Otherwise the test has shown nothing.
            Assert.All(commands.Counts, it => Assert.True(it.Value is { Done: > 0, Refused: > 0 }, it.ToString()));
            Assert.Equal(11, commands.Counts.Count);
            result = "no rule broken";
        }
        finally
        {
            Tell($"seed {Seed}, {done:N0} commands in {watch.Elapsed.TotalMinutes:0.0} min: {result}", commands);
        }
    }

    /// <summary>A soak is written down: to the console, and to a file beside the build.</summary>
    void Tell(string what, RandomCommands commands)
    {
        if (!Soak.IsOn) return;
        var text = $"{GetType().Name}: {what}\n" + string.Concat(commands.Counts.OrderBy(it => it.Key).Select(
            it => $"  {it.Key}: {it.Value.Done:N0} done, {it.Value.Refused:N0} refused\n"));
        Console.Write(text);
        File.WriteAllText(
            Path.Combine(SourceTree.Root, "artifacts", $"soak-{GetType().Name}.txt"), text);
    }
}

public sealed class SqliteRandomCommandsTests(SqliteTestDatabase database)
    : RandomCommandsContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresRandomCommandsTests(PostgresTestDatabase database)
    : RandomCommandsContract(database), IClassFixture<PostgresTestDatabase>;
