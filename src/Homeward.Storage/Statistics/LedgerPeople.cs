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
        var isText = reader.GetFieldType(2) == typeof(string);
        while (reader.Read()) lines.Add(LineOf(reader, isText));
        return lines;
    }

    static LedgerLine LineOf(DbDataReader row, bool isText) => new()
    {
        Metric = Metric.PersonsRescued,
        Lead = new(row.GetString(0)),
        Operation = row.IsDBNull(1) ? null : new(row.GetGuid(1)),
        OccurredOn = DayOf(row, 2, isText),
        Sex = row.IsDBNull(3) ? Sex.Unknown : Enum.Parse<Sex>(row.GetString(3)),
        Birth = new DayInterval(DayOrNull(row, 4, isText), DayOrNull(row, 5, isText)),
        Count = row.GetInt32(6),
    };

    static DateOnly? DayOrNull(DbDataReader row, int column, bool isText) =>
        row.IsDBNull(column) ? null : DayOf(row, column, isText);

    /// <summary>SQLite keeps a day as its text, of which the rules allow one form only: 2011-07-27.</summary>
    static DateOnly DayOf(DbDataReader row, int column, bool isText)
    {
        if (!isText) return row.GetFieldValue<DateOnly>(column);
        var text = row.GetString(column);
        return new(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
    }

    static int Number(string text, int from, int length)
    {
        var number = 0;
        foreach (var digit in text.AsSpan(from, length)) number = number * 10 + digit - '0';
        return number;
    }

    static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
