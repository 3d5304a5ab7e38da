using Homeward.Tests.Architecture;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Journeys;

/// <summary>A geneticist has profiles and two pedigrees, and wants one against the other.</summary>
public sealed class PedigreeLrJourney : IDisposable
{
    const string Header = "family,individual,father,mother,sex,sample,missing";
    const string Parents = "{0},father,,,male,F1-father,\n{0},mother,,,female,F1-mother,\n";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    static string Sample(string name) =>
        Path.Combine(SourceTree.Root, "tests", "Homeward.Tests", "Journeys", "FamilySearch", name);

    async Task<CommandLine> Run(params string[] rows)
    {
        await File.WriteAllTextAsync(
            _folder["pedigree.csv"], Header + "\n" + string.Concat(rows), TestContext.Current.CancellationToken);
        return await CommandLine.Run(
            "lr", "--profiles", Sample("references.csv"), Sample("children_genemapper.txt"), "--pedigree",
            _folder["pedigree.csv"], "--population", "china-han", "--json");
    }

    static string Of(string family, string child) =>
        Parents.Replace("{0}", family, StringComparison.Ordinal) + $"{family},child,{child},female,C1,\n";

    [Fact]
    public async Task Swapping_the_hypotheses_turns_the_ratio_round()
    {
        var there = await Run(Of("H1", "father,mother"), Of("H2", ","));
        var back = await Run(Of("H2", ","), Of("H1", "father,mother"));

        Assert.Equal((0, 0), (there.ExitCode, back.ExitCode));
        Assert.DoesNotContain("seeks nobody", there.Error);
        Assert.InRange(Log10(there), 10, 30);
        Assert.Equal(Log10(there), -Log10(back), 9);

        static double Log10(CommandLine run) =>
            run.Json().GetProperty("populations")[0].GetProperty("comparisons")[0].GetProperty("log10").GetDouble();
    }

    [Fact]
    public async Task Hypotheses_about_different_samples_are_refused()
    {
        var run = await Run(Of("H1", "father,mother"), Parents.Replace("{0}", "H2", StringComparison.Ordinal));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("H2: must have the same samples as H1", run.Error);
    }

    [Fact]
    public async Task A_case_file_and_pedigrees_at_once_are_refused()
    {
        var run = await CommandLine.Run("lr", "case.json", "--pedigree", "x.csv", "--profiles", "y.csv");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("either", run.Error);
    }
}
