using Microsoft.Data.Sqlite;

namespace Homeward.Storage.Sqlite;

/// <summary>Copies of databases that are in use.</summary>
public static class SqliteCopy
{
    /// <summary>Writes one state of a database to a new file, on the disk when this returns. Whoever reads or writes
    /// meanwhile is not held up.</summary>
    public static void Write(string from, string to)
    {
        using (var source = Open(from, SqliteOpenMode.ReadOnly))
        using (var target = Open(to, SqliteOpenMode.ReadWriteCreate))
        {
            source.BackupDatabase(target);
            // One file, whole in itself; opening it for writing turns the log on again.
            Run(target, "PRAGMA journal_mode = DELETE");
        }
        using var file = File.OpenHandle(to, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Brings a copy back into use.</summary>
    public static void Revive(string path)
    {
        using var database = Open(path, SqliteOpenMode.ReadWrite);
        Run(database, "PRAGMA journal_mode = WAL");
    }

    /// <summary>What the database itself finds wrong with its pages and indexes.</summary>
    public static IReadOnlyList<string> Faults(string path)
    {
        using var database = Open(path, SqliteOpenMode.ReadOnly);
        using var command = database.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        using var reader = command.ExecuteReader();
        var faults = new List<string>();
        while (reader.Read())
            if (reader.GetString(0) is var line && line != "ok") faults.Add(line);
        return faults;
    }

    static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        // Whoever opens a database first, or closes it last, holds it alone for an instant. The library waits for its
        // commands by itself, but not for a copy.
        Run(connection, "PRAGMA busy_timeout = 30000");
        return connection;
    }
}
