using Homeward.Genetics.Pedigrees;
using Homeward.Tests.Cli;
using Homeward.Tests.Oracles;

namespace Homeward.Tests.Journeys;

/// <summary>A geneticist brings the pedigrees of a Familias project, with drop-out considered in one person.</summary>
public sealed class FamiliasLrJourney : IDisposable
{
    static readonly NaiveMarker D3 = new(IsX: false, [0.2, 0.7, 0.1], -1, Equal(0.003), Equal(0.001));
    static readonly NaiveMarker Th = new(IsX: false, [0.3, 0.6, 0.1], -1, Equal(0.003), Equal(0.001));
    static readonly Pedigree Trio = Family.Of("FA m, MO f, CH f FA MO");
    static readonly Pedigree Apart = Family.Of("FA m, MO f, CH f");

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_locus_has_its_own_drop_out_in_the_person_in_whom_it_is_considered()
    {
        var run = await CommandLine.Run("lr", await Write(Project(0.1, 0.25)), "--json");

        Assert.Equal(0, run.ExitCode);
        var comparison = run.Json().GetProperty("populations")[0].GetProperty("comparisons")[0];
        var ratios = comparison.GetProperty("markers").EnumerateArray()
            .ToDictionary(it => it.GetProperty("name").GetString()!, it => it.GetProperty("lr").GetDouble());
        // The child was read 16/16 and 9/9, where the father has no such allele: a copy dropped out, or mutated.
        var first = Log10(D3, 0.1, new(0, 0), new(1, 2), new(2, 2));
        var second = Log10(Th, 0.25, new(0, 1), new(1, 2), new(2, 2));
        Assert.Equal(Math.Pow(10, first), ratios["D3S1358"], 1e-8);
        Assert.Equal(Math.Pow(10, second), ratios["TH01"], 1e-8);
        Assert.Equal(first + second, comparison.GetProperty("log10").GetDouble(), 1e-8);
        Assert.Equal(0.25, run.Json().GetProperty("dropOut").GetProperty("byMarker").GetProperty("TH01").GetDouble());
        Assert.Equal("CH", run.Json().GetProperty("dropOut").GetProperty("samples")[0].GetString());
    }

    [Fact]
    public async Task What_was_assumed_is_printed()
    {
        var run = await CommandLine.Run("lr", await Write(Project(0.1, 0)));

        Assert.Contains("drop-out of an allele: 0.1 at D3S1358; considered in CH", run.Output);
        Assert.Contains("fathers equal (rate 0.003)", run.Output);
        Assert.Contains("related against unrelated", run.Output);
    }

    [Fact]
    public async Task A_project_without_families_is_searched_in_vain_and_the_way_is_told()
    {
        var run = await CommandLine.Run("search", "--families", await Write(Project(0.1, 0.25)));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("`homeward lr` weighs its pedigrees", run.Error);
    }

    static double Log10(NaiveMarker marker, double dropOut, params NaiveReading[] readings)
    {
        double[] each = [0, 0, dropOut];
        return Math.Log10(
            new NaiveLikelihood(Trio, marker, readings, 0, each).Value()
            / new NaiveLikelihood(Apart, marker, readings, 0, each).Value());
    }

    static double[,] Equal(double rate)
    {
        var cells = new double[3, 3];
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++) cells[i, j] = i == j ? 1 - rate : rate / 2;
        return cells;
    }

    async Task<string> Write(string text)
    {
        await File.WriteAllTextAsync(_folder["case.fam"], text, TestContext.Current.CancellationToken);
        return _folder["case.fam"];
    }

    static string Project(double first, double second) => string.Join('\n',
    [
        "\"Output from Familias, version 3.3.1\"", "\"\"", "3.3.1", "\"\"", "3",
        Person("FA", "-1", "#TRUE#", "0\n1\n1\n0\n0\n0"), Person("MO", "-1", "#FALSE#", "1\n2\n1\n1\n2\n0"),
        Person("CH", "-1 (Consider dropouts)", "#FALSE#", "2\n2\n1\n2\n2\n0"),
        "\"Known relations\"", "0", "0", "0", "2",
        "0", "\"related\"", "0", "0", "2", "0", "2", "1", "2", "1", "\"unrelated\"", "0", "0", "0",
        "#FALSE# (#Databases: 1 ;Theta/Kinship/Fst: 0 )", "2", "#TRUE#", "\"made up\"",
        Locus("D3S1358", first, "14 0.2", "15 0.7", "16 0.1"), Locus("TH01", second, "6 0.3", "7 0.6", "9 0.1"), "",
    ]);

    /// <summary>Two genotypes, of locus 1 and of locus 0.</summary>
    static string Person(string name, string flag, string isMale, string genotypes) =>
        $"\"{name}\"\n#FALSE#\n{flag}\n#FALSE#\n{isMale}\n2\n{genotypes}";

    static string Locus(string name, double dropOut, params string[] alleles) =>
        $"\"{name}\"\n0.001\n0.003\n0\n0\n3\n0.1\n0.1\n0\n0\n#FALSE#\n0\n3\t(DatabaseSize = 100 , "
        + FormattableString.Invariant($"Dropout probability = {dropOut} , Minor allele frequency = 0.001 )\n")
        + string.Join('\n', alleles.Select(it => $"\"{it.Split(' ')[0]}\"\n{it.Split(' ')[1]}"));
}
