using Homeward.Tests.Cli;

namespace Homeward.Tests.Journeys;

/// <summary>A laboratory wonders whether one person was sampled twice, and whether two tubes were swapped.</summary>
public sealed class DuplicatesJourney : IDisposable
{
    static readonly string[] Markers =
        ["D3S1358", "vWA", "D16S539", "CSF1PO", "TPOX", "D8S1179", "D21S11", "D18S51", "D5S818", "D13S317", "FGA"];

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Samples of made-up people, each a number from which the alleles follow; SYNTHETIC.</summary>
    string FileOf(string name, params (string Sample, int Person, string LostAt)[] samples)
    {
        var rows = from it in samples
                   from marker in Markers.Index()
                   let low = 10 + it.Person * (marker.Index + 3) % 5
                   let high = it.LostAt == marker.Item ? low : low + 1 + it.Person * (marker.Index + 1) % 4
                   select $"{it.Sample},{marker.Item},{low},{high}";
        var path = _folder[name];
        File.WriteAllLines(path, ["sample,marker,allele1,allele2", .. rows]);
        return path;
    }

    [Fact]
    public async Task A_child_sampled_twice_is_found_with_the_marker_that_differs()
    {
        var children = FileOf("children.csv", ("C1", 1, ""), ("C2", 2, ""), ("C3", 1, "FGA"));

        var run = await CommandLine.Run("duplicates", children, "--json");

        var pair = Assert.Single(run.Json().GetProperty("pairs").EnumerateArray());
        Assert.Equal(
            ("C1", "C3", 11, "FGA"),
            (pair.GetProperty("first").GetProperty("name").GetString()!,
                pair.GetProperty("second").GetProperty("name").GetString()!,
                pair.GetProperty("compared").GetInt32(), pair.GetProperty("droppedOut")[0].GetString()!));
        Assert.InRange(pair.GetProperty("log10OverUnrelated").GetDouble(), 4, 30);
    }

    [Fact]
    public async Task Two_swapped_tubes_are_told_when_both_runs_are_given()
    {
        var first = FileOf("first.csv", ("A", 1, ""), ("B", 2, ""), ("C", 3, ""));
        var second = FileOf("second.csv", ("A", 2, ""), ("B", 1, ""), ("C", 3, ""));

        var run = await CommandLine.Run("duplicates", first, second);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("SWAPPED? A and B", run.Output);
        Assert.Contains("1 names are in two files with the profile of one person", run.Output);
    }

    [Fact]
    public async Task Every_wrong_option_is_named_at_once()
    {
        var run = await CommandLine.Run(
            "duplicates", "none.csv", "--differences", "9", "--least-markers", "9", "--drop-out", "1",
            "--mistyping", "1");

        Assert.Equal(2, run.ExitCode);
        Assert.All(
            ["none.csv", "--differences", "--least-markers", "--drop-out", "--mistyping"],
            it => Assert.Contains(it, run.Error));
    }
}
