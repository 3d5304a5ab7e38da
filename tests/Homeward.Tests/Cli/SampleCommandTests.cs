using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Cli;

/// <summary>A coordinator of samples at work, on a new installation of a home with a laboratory.</summary>
public sealed class SampleCommandTests : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var made = await CommandLine.Run(
            "init", "--data", _folder["data"], "--agency", "Home", "--agency-kind", "WelfareInstitution",
            "--administrator", "One", "--administrator", "Two", "--approver", "Three", "--operator", "desk",
            "--analyst", "lab");
        Assert.True(made.ExitCode == 0, made.Error);
        await File.WriteAllTextAsync(_folder["people.csv"], "number,name,sex\nP-1,Made-Up One,f\n", Cancel);
        Assert.Equal(0, (await OnAsync("import", "people", _folder["people.csv"])).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_sample_goes_from_consent_to_typing_and_its_profile_goes_when_the_consent_is_taken_back()
    {
        var person = Person();
        var consent = await OnAsync(
            "sample", "consent", "--person", person, "--basis", "donor", "--document", "Form 1", "--json");
        var id = consent.Json().GetProperty("consent").GetString()!;
        var taken = await TakeAsync(id, person, "T-1");
        var received = await OnAsync("sample", "receive", "T-1", "--as", "lab");
        var shown = await OnAsync("sample", "show", "T-1", "--as", "lab", "--json");
        await File.WriteAllTextAsync(
            _folder["export.csv"],
            "sample,marker,allele1,allele2\n"
            + string.Concat(new[] { "D3S1358", "vWA", "FGA", "D8S1179", "D21S11", "D18S51", "TH01", "D5S818" }
                .Select(it => $"T-1,{it},{(it == "FGA" ? 22 : it == "D21S11" ? 29 : it == "TH01" ? 7 : 14)},\n")),
            Cancel);
        var typed = await OnAsync("genes", "laboratory", "--profiles", _folder["export.csv"], "--as", "lab", "--json");
        var list = await OnAsync("sample", "list", "--as", "lab", "--stage", "Typed", "--json");
        var nothing = await OnAsync("retention", "--json");
        var unsure = await OnAsync("sample", "withdraw", id);
        var withdrawn = await OnAsync("sample", "withdraw", id, "--yes");
        var due = await OnAsync("retention", "--json");
        var hasty = await OnAsync("retention", "--erase");
        var stranger = await OnAsync("retention", "--erase", "--yes", "--as", "lab");
        var erased = await OnAsync("retention", "--erase", "--yes", "--json");
        var after = await OnAsync("retention", "--json");
        var audit = await OnAsync("audit", "verify", "--json");

        Assert.True(taken.ExitCode == 0, taken.Error);
        Assert.True(received.ExitCode == 0, received.Error);
        Assert.Single(shown.Json().GetProperty("chain").EnumerateArray());
        Assert.True(typed.ExitCode == 0, typed.Error);
        var row = Assert.Single(list.Json().GetProperty("samples").EnumerateArray());
        Assert.Equal(("T-1", "Typed"), (row.GetProperty("label").GetString(), row.GetProperty("stage").GetString()));
        Assert.Equal(0, nothing.Json().GetProperty("due").GetArrayLength());
        Assert.Equal((2, 0), (unsure.ExitCode, withdrawn.ExitCode));
        var ended = Assert.Single(due.Json().GetProperty("due").EnumerateArray());
        Assert.Equal("ConsentWithdrawn", ended.GetProperty("kind").GetString());
        Assert.False(ended.GetProperty("isOverdue").GetBoolean());
        Assert.Equal((2, 2), (hasty.ExitCode, stranger.ExitCode));
        Assert.Equal(1, erased.Json().GetProperty("erased").GetInt32());
        Assert.Equal(0, after.Json().GetProperty("due").GetArrayLength());
        Assert.True(audit.Json().GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task Everything_wrong_is_named_and_changes_nothing()
    {
        var person = Person();
        var nobody = await OnAsync(
            "sample", "consent", "--person", person, "--basis", "donor", "--given-by",
            "01300000-0000-7000-8000-000000000000", "--document", "Form 2");
        var consent = (await OnAsync(
            "sample", "consent", "--person", person, "--basis", "law", "--document", "Order 1", "--use", "Search",
            "--json")).Json().GetProperty("consent").GetString()!;
        await TakeAsync(consent, person, "U-1");
        await TakeAsync(consent, person, "U-2");
        var twice = await TakeAsync(consent, person, "U-1");
        var held = await OnAsync("sample", "receive", "U-1");
        var several = await OnAsync("sample", "receive", "U-1", "NOWHERE", "NEITHER", "--as", "lab");
        var seals = await OnAsync("sample", "receive", "U-1", "U-2", "--seal", "S-9", "--as", "lab");
        var broken = await OnAsync("sample", "hand-over", "U-2", "--seal-broken", "--as", "lab");
        var list = await OnAsync("sample", "list", "--as", "lab", "--json");
        var day = await OnAsync("sample", "take", "--taken", "yesterday");
        var candidate = await OnAsync("candidates", "propose", "7", "--as", "lab");
        var closed = await OnAsync("candidates", "list");

        Assert.Equal((2, 2, 2, 2, 2), (
            nobody.ExitCode, twice.ExitCode, held.ExitCode, several.ExitCode, seals.ExitCode));
        Assert.Contains("Name who agreed", nobody.Error, StringComparison.Ordinal);
        Assert.Contains("is in your hands already", held.Error, StringComparison.Ordinal);
        Assert.All(
            ["NOWHERE", "NEITHER"], it => Assert.Contains(it, several.Error, StringComparison.Ordinal));
        Assert.Contains("is for one tube", seals.Error, StringComparison.Ordinal);
        Assert.Equal(0, broken.ExitCode);
        Assert.Equal(
            ["U-1 Waiting", "U-2 SealBroken"],
            list.Json().GetProperty("samples").EnumerateArray()
                .Select(it => $"{it.GetProperty("label").GetString()} {it.GetProperty("stage").GetString()}").Order());
        Assert.Contains("is no moment", day.Error, StringComparison.Ordinal);
        Assert.Contains("There is no such candidate", candidate.Error, StringComparison.Ordinal);
        // Candidates are for a laboratory alone.
        Assert.Equal(2, closed.ExitCode);
    }

    Task<CommandLine> TakeAsync(string consent, string person, string label) => OnAsync(
        "sample", "take", "--consent", consent, "--person", person, "--role", "relative", "--label", label, "--seal",
        "S-" + label);

    /// <summary>The person who was imported: its id is on the pages, and here in the file.</summary>
    string Person()
    {
        using var connection = new SqliteConnection($"Data Source={_folder["data/cases.db"]};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM persons";
        return (string)command.ExecuteScalar()!;
    }

    Task<CommandLine> OnAsync(params string[] command) => CommandLine.Run([.. command, "--data", _folder["data"]]);
}
