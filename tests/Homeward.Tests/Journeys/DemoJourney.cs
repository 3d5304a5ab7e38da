using System.Text.Json;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Journeys;

/// <summary>A newcomer runs the demo, here with fewer families than it has by default.</summary>
public sealed class DemoJourney : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_child_gets_an_outcome_and_nearly_all_with_a_family_are_found()
    {
        var run = await CommandLine.Run("demo", "--families", "200", "--data", _folder["demo"], "--json");

        var totals = run.Json().GetProperty("totals");
        int Of(string name) => totals.GetProperty(name).GetInt32();
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("89 children, 369 suspects, 14 jurisdictions", Told(run.Json().GetProperty("report")));
        Assert.Equal(
            ["8 children, 39 suspects, 2 jurisdictions", "81 children, 330 suspects, 14 jurisdictions"],
            run.Json().GetProperty("report").GetProperty("operations").EnumerateArray().Select(Told));
        Assert.Equal(
            2_614, run.Json().GetProperty("report").GetProperty("operations")[1].GetProperty("officers").GetInt32());
        Assert.Equal((89, 80), (Of("children"), Of("withFamily")));
        Assert.Equal(80, Of("found") + Of("outranked") + Of("missed"));
        Assert.Equal(9, Of("rightlyNone") + Of("falseLeads"));
        Assert.InRange(Of("found"), 70, 79);                     // one of the eighty has another person's sample
        Assert.Contains(
            run.Json().GetProperty("children").EnumerateArray(),
            it => it.GetProperty("why").GetString()!.Contains("another person's", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_for_people_tells_both_operations_and_where_the_files_are()
    {
        var run = await CommandLine.Run("demo", "--families", "200", "--data", _folder["demo"]);

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            ["Guangdong and Guangxi: 8 children", "Fujian to Hebei: 81 children", "never reported", _folder["demo"]],
            it => Assert.Contains(it, run.Output));
        Assert.True(File.Exists(Path.Combine(_folder["demo"], "study", "truth.csv")));
    }

    /// <summary>The golden figures of 27 July 2011, as the records count to them.</summary>
    static string Told(JsonElement counted)
    {
        int Of(string name) => counted.GetProperty(name).GetInt32();
        return $"{Of("children")} children, {Of("suspects")} suspects, {Of("jurisdictions")} jurisdictions";
    }
}
