using System.Text.Json;
using Homeward.Genetics.Pedigrees;
using Homeward.Tests.Cli;
using Homeward.Tests.Oracles;

namespace Homeward.Tests.Journeys;

/// <summary>A laboratory brings its Familias project and expects its own settings to hold.</summary>
public sealed class FamiliasProjectJourney : IDisposable
{
    const double Theta = 0.03;

    /// <summary>Alleles 14, 15, 16 and a silent one; mothers and fathers step at rates of their own.</summary>
    static readonly NaiveMarker WithSilent = new(
        IsX: false, [0.2, 0.7, 0.05, 0.05], Silent: 3, Male: Steps(0.003, 0.1), Female: Steps(0.001, 0.2));

    /// <summary>Alleles 6, 7, 9, the last one rarer than any floor would leave it.</summary>
    static readonly NaiveMarker WithRare = new(
        IsX: false, [0.3, 0.6995, 0.0005], Silent: -1,
        Male: Matrix(3, (_, to) => 0.004 * Rare[to] / (1 - Rare.Sum(it => it * it))),
        Female: Matrix(3, (_, _) => 0.001));

    static readonly Pedigree Trio = Family.Of("FA m, MO f, CH f FA MO");
    static readonly Pedigree TrioApart = Family.Of("FA m, MO f, CH f");
    static readonly Pedigree Siblings = Family.Of("FA m, MO f, SON m FA MO, CH f FA MO");
    static readonly Pedigree SiblingsApart = Family.Of("FA m, MO f, SON m FA MO, CH f");

    readonly TemporaryFolder _folder = new();

    static double[] Rare => [0.3, 0.6995, 0.0005];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_ratios_are_those_of_the_projects_own_settings()
    {
        var run = await Run("search", "--families", await Write(Project()), "--threshold", "1", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("warning", run.Error);
        // F1: the father 14/14 gave a silent allele, or mutated. F2: mother and son, the father not typed.
        Assert.Equal(
            Log10(WithSilent, Trio, TrioApart, new(0, 0), new(1, 2), new(2, 2))
                + Log10(WithRare, Trio, TrioApart, new(0, 2), new(1, 1), new(1, 2)),
            Found(run, "C1", "F1"), 1e-8);
        Assert.Equal(
            Log10(WithSilent, Siblings, SiblingsApart, NaiveReading.Untyped, new(1, 1), new(1, 2), new(1, 2))
                + Log10(WithRare, Siblings, SiblingsApart, NaiveReading.Untyped, new(0, 1), new(0, 0), new(0, 0)),
            Found(run, "C2", "F2"), 1e-8);
    }

    [Fact]
    public async Task What_was_used_is_printed()
    {
        var run = await Run("search", "--families", await Write(Project()), "--json");

        var used = run.Json().GetProperty("assumptions");
        Assert.Equal("made up", used.GetProperty("populations")[0].GetString());
        Assert.Equal(Theta, used.GetProperty("theta").GetDouble());
        Assert.Equal(JsonValueKind.Null, used.GetProperty("silentFrequency").ValueKind);
        Assert.Equal(0.05, used.GetProperty("silentByMarker").GetProperty("D3S1358").GetDouble());
        Assert.StartsWith("0.002 ", used.GetProperty("minimumFrequency").GetString());
        Assert.Equal(
            "the project's: mothers stepwise (rate 0.001, rate2 1E-06, range 0.2), "
                + "fathers stepwise (rate 0.003, rate2 1E-06, range 0.1) at D3S1358; "
                + "mothers equal (rate 0.002), fathers proportional (rate 0.004) at TH01",
            used.GetProperty("mutation").GetString());
    }

    [Fact]
    public async Task A_population_that_is_named_wins_and_the_reader_is_told()
    {
        var run = await Run(
            "search", "--families", await Write(Project()), "--population", "china-han", "--json");

        Assert.Contains("the project's own frequencies", run.Error);
        var used = run.Json().GetProperty("assumptions");
        Assert.Equal("china-han", used.GetProperty("populations")[0].GetString());
        Assert.Equal(0.01, used.GetProperty("theta").GetDouble());
        Assert.Equal(0, used.GetProperty("silentFrequency").GetDouble());
    }

    [Fact]
    public async Task An_option_beside_the_project_replaces_that_setting_only()
    {
        var run = await Run("search", "--families", await Write(Project()), "--theta", "0", "--json");

        var used = run.Json().GetProperty("assumptions");
        Assert.Equal(0, used.GetProperty("theta").GetDouble());
        Assert.Equal("made up", used.GetProperty("populations")[0].GetString());
        Assert.StartsWith("the project's", used.GetProperty("mutation").GetString());
    }

    [Fact]
    public async Task Check_of_a_project_takes_the_projects_settings_too()
    {
        var run = await Run("check", await Write(Project()), "--json");

        var used = run.Json().GetProperty("consistency").GetProperty("assumptions");
        Assert.Equal("made up", used.GetProperty("populations")[0].GetString());
    }

    [Fact]
    public async Task A_project_whose_model_could_lose_a_family_is_searched_with_a_warning()
    {
        var run = await Run("search", "--families", await Write(Project("0\n0\n0\n0")), "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("calls some mutations impossible", run.Error);
    }

    [Fact]
    public async Task A_child_whose_allele_leaves_the_stationary_model_no_room_is_refused()
    {
        var project = await Write(Project("0.005\n0.005\n3\n3"));
        await Write("sample,marker,allele1,allele2\nC9,TH01,6,8\n", "children.csv");

        var run = await Run("search", "--families", project, "--children", _folder["children.csv"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--children: sample C9: TH01 6/8", run.Error);
    }

    static Task<CommandLine> Run(params string[] args) => CommandLine.Run(args);

    async Task<string> Write(string text, string name = "case.fam")
    {
        await File.WriteAllTextAsync(_folder[name], text, TestContext.Current.CancellationToken);
        return _folder[name];
    }

    static double Found(CommandLine run, string child, string family) =>
        run.Json().GetProperty("children").EnumerateArray().Single(it => it.GetProperty("name").GetString() == child)
            .GetProperty("candidates").EnumerateArray()
            .Single(it => it.GetProperty("family").GetString() == family).GetProperty("log10").GetDouble();

    static double Log10(NaiveMarker marker, Pedigree claim, Pedigree apart, params NaiveReading[] readings)
    {
        var none = new double[readings.Length];
        return Math.Log10(
            new NaiveLikelihood(claim, marker, readings, Theta, none).Value()
            / new NaiveLikelihood(apart, marker, readings, Theta, none).Value());
    }

    /// <summary>Three alleles one repeat apart, and the silent one that stays what it is.</summary>
    static double[,] Steps(double rate, double range)
    {
        double Weight(int from, int to) => Math.Pow(range, Math.Abs(from - to));
        var visible = Matrix(3, (from, to) =>
            rate * Weight(from, to) / Enumerable.Range(0, 3).Where(it => it != from).Sum(it => Weight(from, it)));
        var all = new double[4, 4];
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++) all[i, j] = visible[i, j];
        all[3, 3] = 1;
        return all;
    }

    static double[,] Matrix(int size, Func<int, int, double> change)
    {
        var cells = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                if (i != j) cells[i, j] = change(i, j);
            cells[i, i] = 1 - Enumerable.Range(0, size).Where(j => j != i).Sum(j => cells[i, j]);
        }
        return cells;
    }

    /// <param name="second">Rates and models of TH01: mother's rate, father's, mother's model, father's.</param>
    static string Project(string second = "0.002\n0.004\n0\n1")
    {
        const string Info = "(DatabaseSize = 100 , Dropout probability = 0 , Minor allele frequency = 0.002 )";
        return string.Join('\n',
        [
            "\"Output from Familias, version 3.3.1\"", "\"\"", "3.3.1 (DVI)", "\"\"", "0", "\"Known relations\"",
            "0", "0", "0", "0", $"#FALSE# (#Databases: 1 ;Theta/Kinship/Fst: {Theta} )", "2", "#TRUE#", "\"made up\"",
            "\"D3S1358\"", "0.001", "0.003", "4", "4", "4", "0.2", "0.1", "1e-006", "1e-006", "#TRUE#", "0.05",
            $"3\t{Info}", "\"14\"", "0.2", "\"15\"", "0.7", "\"16\"", "0.05",
            "\"TH01\"", second, "3", "0.1", "0.1", "0", "0", "#FALSE#", "0",
            $"3\t{Info}", "\"6\"", "0.3", "\"7\"", "0.6995", "\"9\"", "0.0005",
            "[DVI]", "[[Unidentified persons]]", "nPersons= 2",
            Person("C1", "Female", "16 16", "7 9"), Person("C2", "Female", "15 16", "6 6"),
            "[[Reference Families]]", "nFamilies= 2",
            "Name= F1", "nPersons= 2",
            Person("Father", "Male", "14 14", "6 9"), Person("Mother", "Female", "15 16", "7 7"),
            "nPedigrees= 1", "Name= Reference pedigree", "nRelations= 2",
            Parents("Missing person"),
            "Name= F2", "nPersons= 3", "Name= Father\nGender= Male\nnSystems= 0",
            Person("Mother", "Female", "15 15", "6 7"), Person("Son", "Male", "15 16", "6 6"),
            "nPedigrees= 1", "Name= Reference pedigree", "nRelations= 4", Parents("Missing person"), Parents("Son"), "",
        ]);
    }

    static string Person(string name, string sex, string first, string second) =>
        $"Name= {name}\nGender= {sex}\nnSystems= 2\nSystemName= D3S1358\n{Alleles(first)}\n"
        + $"SystemName= TH01\n{Alleles(second)}";

    static string Alleles(string pair) => $"Allele1= {pair.Split(' ')[0]}\nAllele2= {pair.Split(' ')[1]}";

    static string Parents(string child) =>
        $"Parent= Father\nChild= {child}\nParent= Mother\nChild= {child}";
}
