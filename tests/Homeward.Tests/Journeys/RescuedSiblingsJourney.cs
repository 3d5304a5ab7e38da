using Homeward.Tests.Cli;

namespace Homeward.Tests.Journeys;

/// <summary>An analyst asks which of the rescued children may be brothers and sisters.</summary>
public sealed class RescuedSiblingsJourney : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The sister and the brother of each made-up family of siblings, as if both had been rescued.</summary>
    async Task<string> Rescued()
    {
        await CommandLine.Run("simulate", _folder["study"], "--families", "30", "--kinds", "siblings=1", "--seed", "4");
        return Path.Combine(_folder["study"], "references.csv");
    }

    [Fact]
    public async Task Brothers_and_sisters_are_found_and_hardly_anybody_else()
    {
        var run = await CommandLine.Run("siblings", await Rescued(), "--population", "china-han", "--json");

        Assert.Equal(0, run.ExitCode);
        var pairs = run.Json().GetProperty("pairs").EnumerateArray()
            .Select(it => (First: FamilyOf(it, "first"), Second: FamilyOf(it, "second"))).ToArray();
        // By 19 markers nine full siblings of ten reach 1,770, the number of pairs; of as many strangers hardly one.
        Assert.InRange(pairs.Count(it => it.First == it.Second), 24, 30);
        Assert.InRange(pairs.Count(it => it.First != it.Second), 0, 2);

        static string FamilyOf(System.Text.Json.JsonElement pair, string which) =>
            pair.GetProperty(which).GetString()!.Split('-')[0];
    }

    [Fact]
    public async Task A_child_sampled_twice_is_told_from_a_sibling()
    {
        var rows = File.ReadLines(await Rescued()).Where(it => it.StartsWith("F1-sister,", StringComparison.Ordinal));
        var twice = _folder["twice.csv"];
        await File.WriteAllLinesAsync(
            twice, ["sample,marker,allele1,allele2", .. rows, .. rows.Select(it => "again" + it[2..])],
            TestContext.Current.CancellationToken);

        var run = await CommandLine.Run("siblings", twice, "--population", "china-han");

        Assert.Contains("one child sampled twice?", run.Output);
    }

    [Fact]
    public async Task Error_rates_are_made_by_one_command()
    {
        var run = await CommandLine.Run(
            "error-rates", "--kits", "CODIS 13", "--samples", "1000", "--theta", "0", "--searched", "1000", "--json");

        Assert.Equal(0, run.ExitCode);
        var types = run.Json().GetProperty("families").EnumerateArray()
            .ToDictionary(it => it.GetProperty("type").GetString()!, it => it.GetProperty("kits")[0]);
        Assert.Equal(6, types.Count);
        Assert.InRange(Hits("both-parents"), 0.99, 1);
        Assert.InRange(Hits("one-parent"), 0.2, 0.7);
        Assert.InRange(Hits("grandmother-uncle"), 0, 0.05);

        double Hits(string type) =>
            types[type].GetProperty("limits")[0].GetProperty("hits").GetProperty("value").GetDouble();
    }

    [Fact]
    public async Task Wrong_options_of_both_commands_are_named_at_once()
    {
        var rates = await CommandLine.Run("error-rates", "--kits", "none", "--samples", "1", "--searched", "0");
        var siblings = await CommandLine.Run(
            "siblings", "none.csv", "--population", "china-han", "--threshold", "0.5");

        Assert.Equal((2, 2), (rates.ExitCode, siblings.ExitCode));
        Assert.All(["--kits", "--samples", "--searched"], it => Assert.Contains(it, rates.Error));
        Assert.All(["none.csv", "--threshold"], it => Assert.Contains(it, siblings.Error));
    }
}
