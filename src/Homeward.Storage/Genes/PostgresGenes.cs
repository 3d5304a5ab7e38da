using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Homeward.Storage.Genes;

/// <summary>Genes and keys as the schemas <c>genes</c> and <c>keys</c>.</summary>
/// <param name="connectionString">The owner's to create, the application's to write and read.</param>
/// <param name="application">The role that adds and reads; it owns nothing.</param>
public sealed class PostgresGenes(string connectionString, string application) : GeneLocation
{
    /// <summary>Tables, views, columns, checks, triggers, functions and rights of a schema, as the catalogue tells
    /// them.</summary>
    const string Contents = """
        SELECT coalesce(string_agg(line, E'\n' ORDER BY line), '') FROM (
            SELECT 'function ' || pg_get_functiondef(oid) || coalesce(proacl::text, '') AS line
            FROM pg_proc WHERE pronamespace = to_regnamespace(@schema)
            UNION ALL
            SELECT 'trigger ' || pg_get_triggerdef(t.oid) || t.tgenabled::text
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = to_regnamespace(@schema) AND NOT t.tgisinternal
            UNION ALL
            SELECT 'relation ' || relname || ' ' || relkind::text || ' ' || coalesce(relacl::text, '') || ' '
                || CASE WHEN relkind = 'v' THEN pg_get_viewdef(oid) WHEN relkind = 'i' THEN pg_get_indexdef(oid)
                   ELSE '' END
            FROM pg_class WHERE relnamespace = to_regnamespace(@schema)
            UNION ALL
            SELECT 'constraint ' || conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = to_regnamespace(@schema) AND contype IN ('c', 'p', 'u', 'f')
            UNION ALL
            SELECT 'column ' || c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
                || a.attnotnull::text || coalesce(a.attacl::text, '')
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = to_regnamespace(@schema) AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        ) lines
        """;

    static readonly string[] Schemas = ["genes", "keys"];

    internal override void Create()
    {
        using var connection = Open("");
        using var transaction = connection.BeginTransaction();
        foreach (var schema in Schemas)
        {
            Run(connection, ScriptOf(schema));
            Run(connection, $"INSERT INTO {schema}.schema_seal (digest) VALUES ('{Digest(connection, schema)}')");
        }
        transaction.Commit();
    }

    internal override IReadOnlyList<string> Faults()
    {
        using var connection = Open("");
        return [.. Schemas.Where(it => Seal(connection, it) != Digest(connection, it)).Select(it => "schema " + it)];
    }

    internal override DbConnection ConnectToGenes() => Durable("genes");

    internal override DbConnection ConnectToKeys() => Durable("keys");

    internal override DbTransaction BeginWrite(DbConnection connection)
    {
        var transaction = connection.BeginTransaction();
        using var command = Prepared(
            transaction, "SELECT pg_advisory_xact_lock(hashtextextended('homeward ' || current_schema(), 0))");
        command.ExecuteNonQuery();
        return transaction;
    }

    internal override DbTransaction BeginRead(DbConnection connection) =>
        connection.BeginTransaction(IsolationLevel.RepeatableRead);

    internal override object IdValue(Guid id) => id;

    internal override Guid IdOf(DbDataReader reader, int column) => reader.GetGuid(column);

    string ScriptOf(string schema) => (schema == "genes"
            ? Script("genes.postgres.sql") + Script("search.postgres.sql")
            : Script("keys.postgres.sql"))
        .Replace("{application}", new NpgsqlCommandBuilder().QuoteIdentifier(application), StringComparison.Ordinal);

    string Digest(NpgsqlConnection connection, string schema)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Contents;
        command.Parameters.AddWithValue("schema", schema);
        // The same catalogue is worded differently under another search path.
        Run(connection, $"SET search_path = {schema}");
        var text = ScriptOf(schema) + "\n" + command.ExecuteScalar();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    static string? Seal(NpgsqlConnection connection, string schema)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT string_agg(digest, ' ') FROM {schema}.schema_seal";
        return command.ExecuteScalar() as string;
    }

    NpgsqlConnection Durable(string schema)
    {
        var connection = Open(schema);
        // A cluster may have been set to answer before the disk does; not for this.
        Run(connection, "SET synchronous_commit = on");
        return connection;
    }

    NpgsqlConnection Open(string schema)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (schema.Length > 0) settings.SearchPath = schema;
        var connection = new NpgsqlConnection(settings.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
