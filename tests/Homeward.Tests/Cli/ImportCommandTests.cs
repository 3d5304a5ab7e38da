namespace Homeward.Tests.Cli;

public sealed class ImportCommandTests : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await CommandLine.Run(
        "init", "--data", _folder["data"], "--agency", "Police", "--administrator", "One", "--administrator", "Two",
        "--approver", "Three", "--operator", "desk");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task People_and_reports_are_taken_in_once_and_problems_are_told_with_their_places()
    {
        var people = await WriteAsync(
            "people.csv", "number,name,sex,born\nP-1,One Made-Up,f,2009\nP-2,另一个,男,2010-05\n");
        var reports = await WriteAsync(
            "reports.csv",
            "number,name,last_seen,region,category\nR-1,Third Made-Up,2011-05-15,440000,Abducted\n"
            + "R-2,SYNTHETIC Fourth,2011-05,440000,\nR-3,Fifth Made-Up,2011,123456,Lost\n");

        var first = await ImportAsync("people", people, "--json");
        var again = await ImportAsync("people", people);
        var refused = await ImportAsync("reports", reports, "--json");

        Assert.Equal((0, 0, 2), (first.ExitCode, again.ExitCode, refused.ExitCode));
        Assert.Equal(2, first.Json().GetProperty("added").GetInt32());
        Assert.Contains("Nothing changed: all 2 rows", again.Output, StringComparison.Ordinal);
        var problems = refused.Json().GetProperty("problems").EnumerateArray()
            .Select(it => $"{it.GetProperty("place").GetString()}: {it.GetProperty("what").GetString()}").ToList();
        Assert.Equal(2, problems.Count);
        Assert.Contains("row 3: This database is for real people: made-up data are refused.", problems);
        Assert.Contains("row 4: names a region that is not known here", problems);
    }

    async Task<string> WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(_folder[name], text, Cancel);
        return _folder[name];
    }

    Task<CommandLine> ImportAsync(string what, string file, params string[] more) =>
        CommandLine.Run(["import", what, file, "--data", _folder["data"], .. more]);
}
