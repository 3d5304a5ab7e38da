using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Cli;

public sealed class InstallationCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_installation_is_empty_whole_and_answers_to_its_operators_alone()
    {
        var made = await InitAsync("--json");
        var again = await InitAsync();
        var status = await OnAsync("status", "--json");
        var stats = await OnAsync("stats", "--json");
        var stranger = await OnAsync("status", "--as", "somebody");
        var audit = await OnAsync("audit", "verify", "--json");

        Assert.Equal(0, made.ExitCode);
        Assert.Equal("headquarters", made.Json().GetProperty("role").GetString());
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("is left as it is", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, status.ExitCode);
        Assert.False(status.Json().GetProperty("isDemonstration").GetBoolean());
        Assert.Equal(0, status.Json().GetProperty("genes").GetProperty("children").GetInt32());
        Assert.Equal(0, stats.Json().GetProperty("total").GetProperty("counts").GetProperty("Rescues").GetInt32());
        Assert.Equal(2, stranger.ExitCode);
        Assert.Contains("is none of desk", stranger.Error, StringComparison.Ordinal);
        Assert.True(audit.Json().GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task Analysts_are_operators_of_a_laboratory_and_the_others_have_no_access_to_genes()
    {
        var made = await InitAsync("--analyst", "lab-1", "--analyst", "lab-2", "--json");
        var analyst = await OnAsync("genes", "status", "--as", "lab-2", "--json");
        var police = await OnAsync("genes", "status", "--as", "desk", "--json");
        var twice = await CommandLine.Run(
            "init", "--data", _folder["other"], "--agency", "Police", "--administrator", "One", "--administrator",
            "Two", "--approver", "Three", "--operator", "desk", "--laboratory", "Nobody's");

        Assert.Equal(
            ["lab-1", "lab-2"],
            made.Json().GetProperty("analysts").EnumerateArray().Select(it => it.GetString()));
        Assert.Equal(0, analyst.ExitCode);
        Assert.Equal(0, analyst.Json().GetProperty("cases").GetProperty("familiesNotSent").GetInt32());
        // Headquarters may read of samples, and not what a laboratory is told of families that wait.
        Assert.NotEqual(0, (await OnAsync("genes", "search", "--population", "china-han", "--as", "desk")).ExitCode);
        Assert.Equal(0, police.ExitCode);
        Assert.Equal(2, twice.ExitCode);
        Assert.Contains("a laboratory without an --analyst", twice.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_file_and_its_keys_are_the_owners_alone()
    {
        await InitAsync();

        var secret = Directory.GetFiles(_folder["data/keys"]).Append(_folder["data/installation.json"]).ToList();
        Assert.Equal(3, secret.Count);                            // with the keys of checkpoints and of the first epoch
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in secret)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Everything_wrong_with_its_options_is_told_at_once_and_nothing_is_made()
    {
        var run = await CommandLine.Run(
            "init", "--data", _folder["data"], "--profile", "intl", "--agency", "Office", "--administrator", "One",
            "--approver", "one", "--operator", "desk", "--postgres", "Host=nowhere;Username=app");

        Assert.Equal(2, run.ExitCode);
        Assert.All(
            [
                "--region: must be given", "--administrator: must name two people", "one name is given twice",
                "--postgres and --postgres-owner are given together",
            ],
            it => Assert.Contains(it, run.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task A_damaged_installation_file_is_refused_without_its_contents()
    {
        Directory.CreateDirectory(_folder["data"]);
        await File.WriteAllTextAsync(
            _folder["data/installation.json"], "{\"postgres\": \"Password=secret\"",
            TestContext.Current.CancellationToken);

        var run = await OnAsync("status");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not an installation file of this version", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_PostgreSQL_cases_and_log_lie_there_and_are_verified_from_the_folder()
    {
        if (PostgresServer.Missing is { } reason) Skipping.Because(reason);
        var server = PostgresServer.Instance;
        var name = server.NewName();
        await server.CreateAsync(name, template: null);
        try
        {
            var made = await InitAsync(
                "--postgres", server.AsApplication(name), "--postgres-owner", server.AsOwner(name), "--json");
            var status = await OnAsync("status", "--json");
            var audit = await OnAsync("audit", "verify", "--json");

            Assert.Equal((0, 0, 0), (made.ExitCode, status.ExitCode, audit.ExitCode));
            Assert.Equal("postgres", made.Json().GetProperty("database").GetString());
            Assert.False(File.Exists(_folder["data/cases.db"]));
            Assert.True(Assert.Single(audit.Json().GetProperty("chains").EnumerateArray())
                .GetProperty("length").GetInt64() > 5);
            // That rows have their entries was looked at too.
            Assert.DoesNotContain("no case database", audit.Output, StringComparison.Ordinal);
        }
        finally
        {
            await server.DropAsync(name);
        }
    }

    /// <summary>One drafts and counts, two others sign; what the rules refuse, the command refuses.</summary>
    [Fact]
    public async Task A_bulletin_goes_its_way_by_three_people_and_counts_to_the_same_bytes_again()
    {
        await InitAsync("--operator", "second", "--operator", "third");
        Task<CommandLine> By(string who, params string[] what) => OnAsync(["bulletin", .. what, "--as", who]);

        var drafted = await By("desk", "draft", "2026-1", "--day", "2026-01-31", "--since", "2026-01-01");
        var early = await By("second", "sign", "2026-1");
        var counted = await By("desk", "count", "2026-1");
        var own = await By("desk", "sign", "2026-1");
        var first = await By("second", "sign", "2026-1");
        var unsigned = await By("desk", "publish", "2026-1");
        var second = await By("third", "sign", "2026-1");
        var published = await By("desk", "publish", "2026-1", "--json");
        var shown = await By("desk", "show", "2026-1", "--out", _folder["pages"], "--json");
        var verified = await By("desk", "verify", "--json");
        await By("second", "draft", "2026-2", "--day", "2026-02-28", "--since", "2026-01-01");
        var listed = await By("third", "list", "--json");
        var drawn = await By("third", "list");

        Assert.Equal(
            [0, 2, 0, 2, 0, 2, 0, 0, 0, 0],
            new[] { drafted, early, counted, own, first, unsigned, second, published, shown, verified }
                .Select(it => it.ExitCode));
        Assert.Equal("Published", published.Json().GetProperty("phase").GetString());
        Assert.Equal(3, shown.Json().GetProperty("files").GetArrayLength());
        Assert.Equal(
            [("2026-2", "Draft", 0), ("2026-1", "Published", 2)],
            listed.Json().GetProperty("bulletins").EnumerateArray().Select(it => (
                it.GetProperty("number").GetString(), it.GetProperty("phase").GetString(),
                it.GetProperty("signatures").GetInt32())));
        Assert.Contains("2 of 2", drawn.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["pages/bulletin-2026-1.zh.html"]));
        Assert.Equal(
            "2026-1", Assert.Single(verified.Json().GetProperty("bulletins").EnumerateArray())
                .GetProperty("number").GetString());
    }

    Task<CommandLine> InitAsync(params string[] more) => CommandLine.Run(
    [
        "init", "--data", _folder["data"], "--agency", "Police", "--administrator", "One", "--administrator", "Two",
        "--approver", "Three", "--operator", "desk", .. more,
    ]);

    Task<CommandLine> OnAsync(params string[] command) => CommandLine.Run([.. command, "--data", _folder["data"]]);
}
