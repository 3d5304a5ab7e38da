using Homeward.Storage.Sqlite;
using Homeward.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Storage.Sqlite;

public sealed class SqliteCopyTests
{
    /// <summary>Whoever opens a database first, or closes it last, holds it alone for an instant: a copy waits then.
    /// </summary>
    [Fact]
    public async Task A_copy_is_made_while_others_open_write_and_close()
    {
        using var folder = new TemporaryFolder();
        var path = folder["source.db"];
        Write(path, "PRAGMA journal_mode = WAL; CREATE TABLE line (text TEXT)");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            var lines = 0;
            for (; !stop.IsCancellationRequested; lines++) Write(path, "INSERT INTO line VALUES ('SYNTHETIC')");
            return lines;
        }, TestContext.Current.CancellationToken);

        for (var i = 0; i < 50; i++) SqliteCopy.Write(path, folder[$"copy{i}.db"]);
        await stop.CancelAsync();

        Assert.True(await writing > 0);
        Assert.Empty(SqliteCopy.Faults(folder["copy49.db"]));
    }

    static void Write(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 30000; " + sql;
        command.ExecuteNonQuery();
    }
}
