using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Homeward.Storage.Postgres;

/// <summary>What PostgreSQL knows of the schema, and the seal that its owner puts on it: a digest of the rules' text
/// and of the catalogue. The application's role can read the seal and cannot change it.</summary>
static class PostgresCatalogue
{
    const string Contents = """
        SELECT string_agg(line, E'\n' ORDER BY line) FROM (
            SELECT 'function ' || pg_get_functiondef(p.oid) || coalesce(p.proacl::text, '') AS line
            FROM pg_proc p WHERE p.pronamespace = 'cases'::regnamespace
            UNION ALL
            SELECT 'trigger ' || pg_get_triggerdef(t.oid) || t.tgenabled::text
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = 'cases'::regnamespace AND NOT t.tgisinternal
            UNION ALL
            SELECT 'relation ' || c.relname || ' ' || c.relkind::text || ' ' || coalesce(c.relacl::text, '') || ' '
                || CASE WHEN c.relkind = 'v' THEN pg_get_viewdef(c.oid) WHEN c.relkind = 'i' THEN pg_get_indexdef(c.oid)
                   ELSE '' END
            FROM pg_class c WHERE c.relnamespace = 'cases'::regnamespace
            UNION ALL
            SELECT 'constraint ' || c.relname || ' ' || o.conname || ' ' || pg_get_constraintdef(o.oid)
                || o.convalidated::text
            FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
            WHERE c.relnamespace = 'cases'::regnamespace
            UNION ALL
            SELECT 'column ' || c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
                || a.attnotnull::text || coalesce(a.attacl::text, '')
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'cases'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        ) lines
        """;

    public static async Task SealAsync(DbContext context, string rules, CancellationToken cancel)
    {
        await RunAsync(context, "TRUNCATE schema_seal", cancel);
        var (digest, digestOfRules) = (await DigestAsync(context, cancel), DigestOf(rules));
        await RunAsync(
            context, $"INSERT INTO schema_seal (digest, rules) VALUES ('{digest}', '{digestOfRules}')", cancel);
    }

    /// <summary>Whether the catalogue is as it was sealed.</summary>
    public static async Task<bool> IsSealedAsync(DbContext context, CancellationToken cancel) =>
        await ScalarAsync(context, "SELECT string_agg(digest, ' ') FROM schema_seal", cancel)
        == await DigestAsync(context, cancel);

    /// <summary>Whether it is, and these are the rules with which it was sealed.</summary>
    public static async Task<bool> IsSealedAsync(DbContext context, string rules, CancellationToken cancel) =>
        await IsSealedAsync(context, cancel)
        && await ScalarAsync(context, "SELECT string_agg(rules, ' ') FROM schema_seal", cancel) == DigestOf(rules);

    /// <summary>Functions take their triggers with them.</summary>
    public static async Task DropRulesAsync(DbContext context, CancellationToken cancel)
    {
        await RunAsync(
            context,
            """
            DO $$
            DECLARE rule text;
            BEGIN
                -- The names first: a rule that goes takes others with it.
                FOREACH rule IN ARRAY coalesce((
                    SELECT array_agg('FUNCTION IF EXISTS ' || p.oid::regprocedure) FROM pg_proc p
                    WHERE p.pronamespace = 'cases'::regnamespace), '{}')
                    || coalesce((
                    SELECT array_agg('VIEW IF EXISTS ' || c.oid::regclass) FROM pg_class c
                    WHERE c.relnamespace = 'cases'::regnamespace AND c.relkind = 'v'), '{}')
                LOOP
                    EXECUTE 'DROP ' || rule || ' CASCADE';
                END LOOP;
            END $$;
            """,
            cancel);
    }

    public static async Task RunAsync(DbContext context, string sql, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        await using var command = Command(context, sql);
        await command.ExecuteNonQueryAsync(cancel);
    }

    static async Task<string> DigestAsync(DbContext context, CancellationToken cancel) =>
        DigestOf(await ScalarAsync(context, Contents, cancel) ?? "");

    static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static async Task<string?> ScalarAsync(DbContext context, string sql, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        await using var command = Command(context, sql);
        return await command.ExecuteScalarAsync(cancel) as string;
    }

    static DbCommand Command(DbContext context, string sql)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }
}
