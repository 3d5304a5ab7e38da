using Homeward.Storage.Rules;

namespace Homeward.Storage.Postgres;

/// <summary>Rows stay: triggers, and the rights of the application's role.</summary>
static class PostgresTableRules
{
    public const string Refuse = """
        CREATE FUNCTION rows_stay() RETURNS trigger LANGUAGE plpgsql SET search_path = cases, pg_temp AS $$
        BEGIN
            RAISE EXCEPTION 'rule: rows-stay' USING ERRCODE = 'HW001';
        END $$
        """;

    /// <param name="table">The table.</param>
    /// <param name="role">The application's role, quoted.</param>
    public static IEnumerable<string> Of(TableRules table, string role)
    {
        yield return $"""
            CREATE TRIGGER {table.Name}__remains BEFORE DELETE OR TRUNCATE ON {table.Name}
            FOR EACH STATEMENT EXECUTE FUNCTION rows_stay()
            """;
        yield return table.HoldsFacts
            ? $"""
                CREATE TRIGGER {table.Name}__stays BEFORE UPDATE ON {table.Name}
                FOR EACH STATEMENT EXECUTE FUNCTION rows_stay()
                """
            : $"""
                CREATE TRIGGER {table.Name}__stays BEFORE UPDATE ON {table.Name} FOR EACH ROW
                WHEN ({string.Join(" OR ", table.Key.Select(it => $"NEW.{it} IS DISTINCT FROM OLD.{it}"))})
                EXECUTE FUNCTION rows_stay()
                """;
        var rights = table.IsKept ? "SELECT" : table.HoldsFacts ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE";
        yield return $"GRANT {rights} ON {table.Name} TO {role}";
    }
}
