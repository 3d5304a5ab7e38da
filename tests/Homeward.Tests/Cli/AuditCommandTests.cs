using System.Text.Json;
using Homeward.Cases.Audit;
using Homeward.Storage.Audit;
using Homeward.Tests.Cases.Audit;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Cli;

public sealed class AuditCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_log_is_confirmed_up_to_a_checkpoint_and_the_rest_is_said_not_to_be()
    {
        await Append(3);
        var signed = await CommandLine.Run(
            "audit", "checkpoint", _folder["kept.txt"], "--data", _folder.Path, "--json");
        await Append(2);

        var verified = await CommandLine.Run(
            "audit", "verify", "--data", _folder.Path, "--checkpoint", _folder["kept.txt"], "--json");

        Assert.Equal((0, 0), (signed.ExitCode, verified.ExitCode));
        var answer = verified.Json();
        Assert.True(answer.GetProperty("whole").GetBoolean());
        var chain = Assert.Single(answer.GetProperty("chains").EnumerateArray());
        // Three, the one that says that the checkpoint was signed, and two.
        Assert.Equal(
            (6, 4, 2), (Number(chain, "length"), Number(chain, "heldOutside"), Number(chain, "notVouchedFor")));
        var checkpoint = Assert.Single(answer.GetProperty("checkpoints").EnumerateArray());
        Assert.Equal(signed.Json().GetProperty("key").GetString(), checkpoint.GetProperty("key").GetString());
        Assert.True(checkpoint.GetProperty("holds").GetBoolean());
        Assert.StartsWith("Chain alone: entries 5 to 6 are after the last checkpoint given.",
            answer.GetProperty("cannotVouchFor")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_cut_off_is_refused_with_the_place()
    {
        await Append(5);
        await CommandLine.Run("audit", "checkpoint", _folder["kept.txt"], "--data", _folder.Path);
        Cut(after: 4);

        var alone = await CommandLine.Run("audit", "verify", "--data", _folder.Path);
        var verified = await CommandLine.Run(
            "audit", "verify", "--data", _folder.Path, "--checkpoint", _folder["kept.txt"], "--json");

        Assert.Equal(0, alone.ExitCode);
        Assert.Contains("No checkpoint was given.", alone.Output, StringComparison.Ordinal);
        Assert.Equal(2, verified.ExitCode);
        Assert.Equal(
            "chain alone: entries 5 to 6 are missing at its end; they were cut off after a checkpoint",
            Assert.Single(verified.Json().GetProperty("findings").EnumerateArray()).GetProperty("what").GetString());
    }

    [Fact]
    public async Task A_changed_checkpoint_and_a_folder_without_a_log_are_refused()
    {
        await Append(1);
        await CommandLine.Run("audit", "checkpoint", _folder["kept.txt"], "--data", _folder.Path);
        var text = await File.ReadAllTextAsync(_folder["kept.txt"], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _folder["forged.txt"], text.Replace("\"length\":2", "\"length\":1"), TestContext.Current.CancellationToken);

        var forged = await CommandLine.Run(
            "audit", "verify", "--data", _folder.Path, "--checkpoint", _folder["forged.txt"]);
        var none = await CommandLine.Run("audit", "verify", "--data", _folder["none"]);

        Assert.Equal((2, 2), (forged.ExitCode, none.ExitCode));
        Assert.Contains("the signature does not hold", forged.Error, StringComparison.Ordinal);
        Assert.Contains("holds no audit log", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_is_never_replaced_and_its_key_is_its_owners_alone()
    {
        await Append(1);
        var first = await CommandLine.Run("audit", "checkpoint", _folder["kept.txt"], "--data", _folder.Path);
        var again = await CommandLine.Run("audit", "checkpoint", _folder["kept.txt"], "--data", _folder.Path);

        Assert.Equal((0, 2), (first.ExitCode, again.ExitCode));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(_folder.Path, "keys", "checkpoint.pem")));
    }

    [Fact]
    public async Task A_file_that_is_no_log_is_refused()
    {
        await File.WriteAllTextAsync(_folder["audit.db"], "no database", TestContext.Current.CancellationToken);

        var verified = await CommandLine.Run("audit", "verify", "--data", _folder.Path);

        Assert.Equal(2, verified.ExitCode);
        Assert.Contains("cannot be read", verified.Error, StringComparison.Ordinal);
    }

    async Task Append(int count)
    {
        var database = new SqliteAuditDatabase(_folder["audit.db"]);
        if (!File.Exists(_folder["audit.db"])) database.Create();
        await using var log = AuditLog.Open(database, AuditNode.Alone, TimeProvider.System);
        for (var i = 0; i < count; i++)
            await log.AppendAsync(AuditGen.ReadOf(), TestContext.Current.CancellationToken);
    }

    void Cut(int after)
    {
        using var connection = new SqliteConnection($"Data Source={_folder["audit.db"]};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_schema WHERE name = 'entry_remains'";
        var guard = (string)command.ExecuteScalar()!;
        command.CommandText = $"DROP TRIGGER entry_remains; DELETE FROM entry WHERE number > {after}; {guard}";
        command.ExecuteNonQuery();
    }

    static int Number(JsonElement chain, string name) => chain.GetProperty(name).GetInt32();
}
