using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Homeward.Storage.Sqlite;

/// <summary>A command to EF Core, run by one that is compiled already.</summary>
sealed class SqliteStatement(SqliteConnection connection) : DbCommand
{
    /// <summary>Holds the parameters; it is never run.</summary>
    readonly SqliteCommand _said = new();
    SqliteCommand? _run;

    [AllowNull]
    public override string CommandText { get; set; } = "";
    public override int CommandTimeout { get; set; } = connection.DefaultTimeout;
    public override CommandType CommandType { get; set; } = CommandType.Text;
    public override UpdateRowSource UpdatedRowSource { get; set; }
    public override bool DesignTimeVisible { get; set; }
    protected override DbConnection? DbConnection { get; set; } = connection;
    protected override DbTransaction? DbTransaction { get; set; }
    protected override DbParameterCollection DbParameterCollection => _said.Parameters;

    public override int ExecuteNonQuery() => Compiled().ExecuteNonQuery();

    public override object? ExecuteScalar() => Compiled().ExecuteScalar();

    public override void Prepare() => Compiled();

    public override void Cancel()
    {
        // SQLite has nothing to cancel, as its own command says.
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Compiled().ExecuteReader(behavior);

    protected override DbParameter CreateDbParameter() => _said.CreateParameter();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (_run is not null) SqliteStatements.GiveBack(_run);
            _run = null;
            _said.Dispose();
        }
        base.Dispose(disposing);
    }

    SqliteCommand Compiled()
    {
        if (_run?.CommandText != CommandText)
        {
            if (_run is not null) SqliteStatements.GiveBack(_run);
            _run = SqliteStatements.Take(connection, CommandText);
        }
        _run.Transaction = (SqliteTransaction?)DbTransaction;
        _run.CommandTimeout = CommandTimeout;
        _run.Parameters.Clear();
        foreach (SqliteParameter parameter in _said.Parameters) _run.Parameters.Add(parameter);
        _run.Prepare();
        return _run;
    }
}
