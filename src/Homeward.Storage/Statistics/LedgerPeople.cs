using System.Data.Common;
using Homeward.Cases.People;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Storage.Statistics;

/// <summary>Reads the lines of people one by one, past the model: they are tens of thousands, and to convert each value
/// by it takes most of the time of a bulletin's figures.</summary>
static class LedgerPeople
{
    const string Sql =
        """
        SELECT lead, operation_id, occurred_on, sex, born_earliest, born_latest, delta FROM count_entries
        WHERE metric = @metric AND version = @version AND number <= @last AND occurred_on BETWEEN @since AND @as_of
        """;

    public static async Task<List<LedgerLine>> ReadAsync(
        CaseContext context, StatisticsQuestion question, LedgerHead head, CancellationToken cancel)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Sql;
        Add(command, "@metric", nameof(Metric.PersonsRescued));
        Add(command, "@version", MetricDefinition.Of(Metric.PersonsRescued).Version);
        Add(command, "@last", head.Number);
        Add(command, "@since", question.Since);
        Add(command, "@as_of", question.AsOf);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var lines = new List<LedgerLine>();
        while (await reader.ReadAsync(cancel)) lines.Add(LineOf(reader));
        return lines;
    }

    static LedgerLine LineOf(DbDataReader row) => new()
    {
        Metric = Metric.PersonsRescued,
        Lead = new(row.GetString(0)),
        Operation = row.IsDBNull(1) ? null : new(row.GetGuid(1)),
        OccurredOn = row.GetFieldValue<DateOnly>(2),
        Sex = row.IsDBNull(3) ? Sex.Unknown : Enum.Parse<Sex>(row.GetString(3)),
        Birth = new DayInterval(DayOf(row, 4), DayOf(row, 5)),
        Count = row.GetInt32(6),
    };

    static DateOnly? DayOf(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
