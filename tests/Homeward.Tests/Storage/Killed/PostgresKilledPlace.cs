using Homeward.Tests.Storage.Databases;
using Npgsql;

namespace Homeward.Tests.Storage.Killed;

/// <summary>Databases of the server of this run, which lives on when a process that writes there is killed.</summary>
sealed class PostgresKilledPlace : KilledPlace
{
    readonly List<string> _made = [];

    public override async Task<string> NewAsync(bool asOwner = false)
    {
        if (PostgresServer.Missing is { } reason) Skipping.Because(reason);
        var name = await PostgresTestDatabase.CopyAsync();
        _made.Add(name);
        var server = PostgresServer.Instance;
        return (asOwner ? server.AsOwner(name) : server.AsApplication(name)) + ";Pooling=false";
    }

    /// <summary>The server ends what a process began once it hears that the process is gone.</summary>
    public override async Task SettleAsync(string where)
    {
        await using var connection = new NpgsqlConnection(where);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        while ((long)(await command.ExecuteScalarAsync())! > 0)
        {
        }
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var name in _made) await PostgresServer.Instance.DropAsync(name);
    }
}
