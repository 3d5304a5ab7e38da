using System.Data.Common;
using Homeward.Cases.Statistics;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Storage.Statistics;

/// <summary>Writes lines one after the other with one statement: what an earlier register counted is tens of thousands
/// of them, for which a tracked row each is too slow.</summary>
static class LedgerInsert
{
    static readonly string[] Columns =
    [
        "metric", "version", "subject", "ordinal", "delta", "reason", "recorded", "occurred_on", "lead", "operation_id",
        "sex", "born_earliest", "born_latest", "citizenship", "offence", "route", "strength", "entry_id",
    ];

    static readonly string Sql =
        $"INSERT INTO count_entries ({string.Join(", ", Columns)}) "
        + $"VALUES ({string.Join(", ", Columns.Select(it => "@" + it))})";

    public static async Task RunAsync(CaseContext context, IEnumerable<CountEntry> lines, CancellationToken cancel)
    {
        Check.That(context.ActEntry is not null);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Sql;
        foreach (var column in Columns) command.Parameters.Add(Named(command, column));
        foreach (var line in lines)
        {
            object?[] values = [.. ValuesOf(line), context.ActEntry.Value.Value];
            for (var it = 0; it < values.Length; it++) command.Parameters[it].Value = values[it] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    static object?[] ValuesOf(CountEntry it) =>
    [
        it.Metric.ToString(), it.Version, it.Subject, it.Ordinal, it.Delta, it.Reason.ToString(),
        it.Recorded.Microseconds, it.OccurredOn, it.Lead.Value, it.Operation?.Value, it.Sex?.ToString(),
        it.BornEarliest, it.BornLatest, it.Citizenship, it.Offence, it.Route?.ToString(), it.Strength,
    ];

    static DbParameter Named(DbCommand command, string column)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@" + column;
        return parameter;
    }
}
