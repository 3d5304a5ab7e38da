using System.Data.Common;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Storage.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Storage.Demonstrations;

/// <summary>Adds rows one after the other by one statement a table, which is made of the model: no column is forgotten,
/// and every rule judges every row. A tracked row each costs several times as much.</summary>
/// <param name="context">Of the act; its entry is each row's.</param>
sealed class RowInsert(CaseContext context) : IDisposable
{
    readonly Dictionary<Type, Statement> _statements = [];

    /// <summary>Adds rows in this order.</summary>
    public async Task AddAsync(IEnumerable<object> rows, CancellationToken cancel)
    {
        foreach (var row in rows)
        {
            if (!_statements.TryGetValue(row.GetType(), out var statement))
                statement = _statements[row.GetType()] = StatementOf(context.Model.FindEntityType(row.GetType())!);
            var values = statement.Command.Parameters;
            for (var it = 0; it < values.Count; it++) values[it].Value = statement.Values[it](row) ?? DBNull.Value;
            await statement.Command.ExecuteNonQueryAsync(cancel);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Command.Dispose();
    }

    sealed record Statement(DbCommand Command, Func<object, object?>[] Values);

    Statement StatementOf(IEntityType table)
    {
        var names = context.GetService<ISqlGenerationHelper>();
        var columns = table.GetProperties().ToList();
        Check.That(columns.TrueForAll(it => it.ClrType != typeof(long) || !it.IsKey()), "no row waits for its number");
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (number, column) in columns.Index())
            command.Parameters.Add(
                column.GetRelationalTypeMapping().CreateParameter(command, $"@p{number}", null, nullable: true));
        command.CommandText =
            $"INSERT INTO {names.DelimitIdentifier(table.GetTableName()!, table.GetSchema())} ("
            + string.Join(", ", columns.Select(it => names.DelimitIdentifier(it.GetColumnName())))
            + $") VALUES ({string.Join(", ", columns.Select((_, number) => $"@p{number}"))})";
        return new(command, [.. columns.Select(it => ValueOf(table, it))]);
    }

    Func<object, object?> ValueOf(IEntityType table, IProperty column)
    {
        var converter = column.GetTypeMapping().Converter;
        Func<object, object?> value =
            column.Name == TableConventions.Entry ? _ => context.ActEntry
            : column == table.FindDiscriminatorProperty() ? _ => table.GetDiscriminatorValue()
            : column.Name == PeopleTables.Keys ? row => PeopleTables.KeysOf((PersonName)row)
            : column.GetGetter().GetClrValueUsingContainingEntity;
        return converter is null ? value : row => converter.ConvertToProvider(value(row));
    }
}
