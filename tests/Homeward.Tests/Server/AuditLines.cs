using Homeward.Cases.Audit;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Server;

/// <summary>What the log of a folder says, past every program.</summary>
static class AuditLines
{
    public static async Task<IReadOnlyList<AuditRecord>> ReadAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT CAST(body AS BLOB) FROM entry ORDER BY number";
        await using var reader = await command.ExecuteReaderAsync();
        var records = new List<AuditRecord>();
        while (await reader.ReadAsync()) records.Add(AuditText.Read((byte[])reader[0]).Value!.Record);
        return records;
    }
}
