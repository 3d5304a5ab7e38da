using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Statistics;

namespace Homeward.Tests.Storage.Statistics;

/// <summary>Random commands against a ledger, most of them forbidden, by somebody who goes past the application; and
/// what must hold whatever was tried.</summary>
static class LedgerAttack
{
    const int CommandsOfOneTransaction = 200;

    static readonly string[] Others =
    [
        "UPDATE count_entries SET delta = -delta", "DELETE FROM count_entries WHERE ordinal = 2",
        "UPDATE count_entries SET ordinal = ordinal + 2", "UPDATE count_entries SET recorded = recorded - 1",
        "INSERT INTO count_entries SELECT * FROM count_entries",
    ];

    public static int Commands => Environment.GetEnvironmentVariable("HOMEWARD_SOAK") is null ? 5_000 : 100_000;

    /// <returns>How many of the commands were accepted.</returns>
    public static async Task<int> RunAsync(DbConnection connection, int seed, CancellationToken cancel)
    {
        var random = new Random(seed);
        var accepted = 0;
        for (var done = 0; done < Commands; done += CommandsOfOneTransaction)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            for (var command = 0; command < CommandsOfOneTransaction; command++)
                if (await TryAsync(connection, transaction, Next(random), cancel)) accepted++;
            if (random.Next(5) == 0) await transaction.RollbackAsync(cancel);
            else await transaction.CommitAsync(cancel);
        }
        return accepted;
    }

    /// <summary>Every key's ordinals are 1, 2, 3 …, its signs alternate and it counts at most once, a line that
    /// undoes says what the undone one says, and numbers have no gap.</summary>
    public static void Holds(IReadOnlyList<CountEntry> lines, int seed)
    {
        Assert.True(lines.Index().All(it => it.Item.Number == it.Index + 1), $"gap, seed {seed}");
        foreach (var key in lines.GroupBy(it => it.Key))
        {
            var chain = key.OrderBy(it => it.Number).ToList();
            Assert.True(chain.Index().All(it => it.Item.Ordinal == it.Index + 1), $"ordinals, seed {seed}");
            Assert.True(chain.All(it => it.Delta == (it.Ordinal % 2 == 1 ? 1 : -1)), $"signs, seed {seed}");
            Assert.InRange(chain.Sum(it => it.Delta), 0, 1);
            foreach (var pair in chain.Chunk(2).Where(it => it.Length == 2))
                Assert.True(pair[0].What == pair[1].What, $"undone, seed {seed}");
        }
    }

    /// <summary>Few keys and ordinals, so that right lines are hit often enough.</summary>
    static string Next(Random random) =>
        random.Next(10) == 0
            ? Others[random.Next(Others.Length)]
            : RawLine.Sql(
                ordinal: random.Next(-1, 7),
                delta: random.Next(8) == 0 ? random.Next(-2, 3) : random.Next(2) * 2 - 1,
                subject: string.Create(CultureInfo.InvariantCulture, $"subject {random.Next(40)}"),
                metric: random.Next(2) == 0 ? "Rescues" : "CasesSolved",
                day: random.Next(4) == 0 ? "2011-07-21" : "2011-07-20");

    static async Task<bool> TryAsync(
        DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancel)
    {
        await transaction.SaveAsync("before", cancel);
        try
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancel);
            return true;
        }
        catch (DbException)
        {
            await transaction.RollbackAsync("before", cancel);
            return false;
        }
    }
}
