using Homeward.Storage.Schema;
using Homeward.Storage.Sqlite;
using Homeward.Tests.Cli;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Tests.Storage.Sqlite;

public sealed class SqliteStatementsTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A statement that nobody knows of would keep the file in use after the connection is closed.</summary>
    [Fact]
    public async Task A_connection_that_was_opened_twice_lets_its_file_go()
    {
        using var folder = new TemporaryFolder();
        var cases = new SqliteCases(folder["cases.db"]);
        await cases.CreateAsync(Cancel);
        await using (var context = cases.ContextToChange())
        {
            // EF Core opens for this question, and closes after it.
            Assert.True(await SchemaHistory.IsThereAsync(context, Cancel));
            await context.Database.OpenConnectionAsync(Cancel);
            Assert.True(await SchemaHistory.IsThereAsync(context, Cancel));
        }

        Assert.False(await cases.IsInUseAsync(Cancel));
    }
}
