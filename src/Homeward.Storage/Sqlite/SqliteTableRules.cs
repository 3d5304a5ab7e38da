using Homeward.Storage.Rules;

namespace Homeward.Storage.Sqlite;

/// <summary>Rows stay, and what they name exists: triggers that hold on any connection, also on one that has switched
/// neither foreign keys nor recursive triggers on.</summary>
/// <remarks>Before the row is written, so that <c>INSERT OR REPLACE</c>, <c>UPDATE OR REPLACE</c> and upserts meet
/// them: those remove the old row without a word to any DELETE trigger, by its key, by a unique index or by its rowid.
/// </remarks>
static class SqliteTableRules
{
    public static IEnumerable<string> Of(TableRules table)
    {
        yield return $"""
            CREATE TRIGGER {table.Name}__new_row BEFORE INSERT ON {table.Name}
            WHEN {string.Join("\n  OR ", Occupied(table, ""))}
            BEGIN
                SELECT RAISE(ABORT, 'rule: rows-stay');
            END
            """;
        yield return $"""
            CREATE TRIGGER {table.Name}__stays BEFORE UPDATE ON {table.Name}
            {(table.HoldsFacts ? "" : "WHEN " + string.Join("\n  OR ", Moved(table)))}
            BEGIN
                SELECT RAISE(ABORT, 'rule: rows-stay');
            END
            """;
        yield return $"""
            CREATE TRIGGER {table.Name}__remains BEFORE DELETE ON {table.Name}
            BEGIN
                SELECT RAISE(ABORT, 'rule: rows-stay');
            END
            """;
        foreach (var reference in table.References)
            foreach (var when in table.HoldsFacts ? ["INSERT"] : new[] { "INSERT", "UPDATE" })
                yield return $"""
                    CREATE TRIGGER {table.Name}__{reference.Column}_{when.ToLowerInvariant()}
                    AFTER {when} ON {table.Name}
                    WHEN NEW.{reference.Column} IS NOT NULL AND NOT EXISTS
                        (SELECT 1 FROM {reference.Table} WHERE {reference.Key} = NEW.{reference.Column})
                    BEGIN
                        SELECT RAISE(ABORT, 'rule: references-exist');
                    END
                    """;
    }

    static IEnumerable<string> Occupied(TableRules table, string andNot) =>
        table.Unique.Prepend(table.Key).Append(["rowid"]).Select(columns =>
            $"EXISTS (SELECT 1 FROM {table.Name} WHERE "
            + string.Join(" AND ", columns.Select(it => $"{it} = NEW.{it}")) + andNot + ")");

    static IEnumerable<string> Moved(TableRules table) =>
        table.Key.Append("rowid").Select(it => $"NEW.{it} IS NOT OLD.{it}")
            .Concat(Occupied(table, " AND rowid <> OLD.rowid"));
}
