using System.Text;
using System.Text.Json;
using Homeward.Exchange.Profiles;
using Homeward.Storage.Genes;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Cli;

public sealed class GenesCommandTests : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();

    string Data => _folder["data"];

    string Study(string file) => Path.Combine(_folder["study"], file);

    public async ValueTask InitializeAsync()
    {
        var made = await CommandLine.Run(
            "simulate", _folder["study"], "--families", "30", "--children", "10", "--unreported", "3", "--seed", "7");
        Assert.Equal(0, made.ExitCode);
        Assert.Equal(0, (await CommandLine.Run("genes", "init", "--data", Data)).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Files_go_in_under_numbers_and_every_family_of_a_child_comes_out()
    {
        var import = await Import();
        Assert.Equal(30, import.GetProperty("families").GetInt32());
        var before = (await Run("status")).Json();
        Assert.Equal((10, 30), (Count(before, "unsearchedChildren"), Count(before, "unsearchedFamilies")));
        Assert.False(before.GetProperty("allSearched").GetBoolean());

        var found = (await Run("search", "--population", "china-han")).Json();

        Assert.Equal((10, 30), (found.GetProperty("children").GetInt32(), found.GetProperty("families").GetInt32()));
        var numbers = Numbers();
        var pairs = found.GetProperty("candidates").EnumerateArray()
            .Select(it => (it.GetProperty("child").GetString(), it.GetProperty("family").GetString())).ToList();
        // The same pairs as the search on files finds at this threshold.
        Assert.NotEmpty(pairs);
        var onFiles = await CommandLine.Run(
            "search", "--children", Study("children_genemapper.txt"), "--families", Study("families.csv"), "--profiles",
            Study("references.csv"), "--population", "china-han", "--threshold", "10000", "--json");
        Assert.Equal(
            onFiles.Json().GetProperty("children").EnumerateArray()
                .SelectMany(child => child.GetProperty("candidates").EnumerateArray().Select(it => (
                    numbers[child.GetProperty("name").GetString()!], numbers[it.GetProperty("family").GetString()!])))
                .Order(),
            pairs.Select(it => (it.Item1!, it.Item2!)).Order());
        Assert.True((await Run("status")).Json().GetProperty("allSearched").GetBoolean());
    }

    [Fact]
    public async Task The_same_files_again_change_nothing_and_are_not_searched_again()
    {
        await Import();
        await Run("search", "--population", "china-han");

        var again = await Import();
        var searched = (await Run("search", "--population", "china-han")).Json();
        var other = (await Run("search", "--population", "china-han", "--theta", "0.02")).Json();

        Assert.Equal((0, 0), (again.GetProperty("accepted").GetInt32(), again.GetProperty("families").GetInt32()));
        Assert.Equal(30, again.GetProperty("familiesAlreadyThere").GetInt32());
        Assert.Equal(
            (0, 0), (searched.GetProperty("children").GetInt32(), searched.GetProperty("families").GetInt32()));
        // Another theta makes other results: everybody is searched again.
        Assert.Equal((10, 30), (other.GetProperty("children").GetInt32(), other.GetProperty("families").GetInt32()));
    }

    [Fact]
    public async Task No_file_of_the_installation_holds_a_sample_s_name_or_a_genotype()
    {
        await Import();
        await Run("search", "--population", "china-han");
        SqliteConnection.ClearAllPools();

        var files = Directory.GetFiles(Data, "*", SearchOption.AllDirectories);
        var all = files.ToDictionary(it => it, File.ReadAllBytes);
        var samples = ReadSamples();
        Assert.NotEmpty(samples);
        foreach (var (path, bytes) in all)
            foreach (var sample in samples)
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(sample.Id)) < 0, path);
                Assert.True(bytes.AsSpan().IndexOf(ProfileCoding.Encode(sample).AsSpan(2, 16)) < 0, path);
            }
        // What is looked for would be found: the numbers are there.
        var one = Numbers()[samples[0].Id].Replace("-", "", StringComparison.Ordinal);
        Assert.Contains(all.Values, it => it.AsSpan().IndexOf(Encoding.UTF8.GetBytes(one)) >= 0);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["numbers.csv"]));
    }

    [Fact]
    public async Task A_changed_profile_under_a_known_number_is_refused_and_nothing_of_its_file_is_taken()
    {
        await Import();
        var lines = File.ReadAllLines(Study("references.csv"));
        var changed = lines[1].Split(',');
        (changed[2], changed[3]) = ("99", "98");
        lines[1] = string.Join(',', changed);
        File.WriteAllLines(Study("references.csv"), [.. lines, "NEW,TH01,6,7"]);

        var refused = await CommandLine.Run(Words("--json"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("has another profile already", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("99", refused.Error, StringComparison.Ordinal);
        Assert.Empty((await Run("status")).Json().GetProperty("relativesInNoFamily").EnumerateArray());
    }

    [Fact]
    public async Task What_is_not_there_or_not_to_be_overwritten_is_refused_with_advice()
    {
        var nothing = await CommandLine.Run("genes", "status", "--data", _folder["elsewhere"]);
        var twice = await CommandLine.Run("genes", "init", "--data", Data);
        var excluding = await CommandLine.Run(
            "genes", "search", "--data", Data, "--population", "china-han", "--mutation", "none");

        var nobody = await CommandLine.Run(
            "genes", "search", "--data", Data, "--population", "china-han", "--as", "nobody");
        var batch = await CommandLine.Run(
            "genes", "laboratory", "--data", Data, "--profiles", Study("references.csv"), "--as", "nobody");

        Assert.Equal((2, 2, 2), (nothing.ExitCode, twice.ExitCode, excluding.ExitCode));
        Assert.Equal((2, 2), (nobody.ExitCode, batch.ExitCode));
        Assert.Contains("genes init", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_of_somebody_who_works_there_is_refused_and_nothing_is_taken()
    {
        var staff = _folder["staff.csv"];
        File.WriteAllLines(staff, ["sample,marker,allele1,allele2", .. RowsAs(Sample(row: 1), "STAFF")]);

        var refused = await CommandLine.Run(Words("--staff", staff));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("contamination", refused.Error, StringComparison.Ordinal);
        Assert.Empty((await Run("status")).Json().GetProperty("relativesInNoFamily").EnumerateArray());

        // Staff that is known from an earlier import is compared with too.
        var known = await CommandLine.Run(
            "genes", "import", "--data", Data, "--staff", staff, "--numbers", _folder["staff-numbers.csv"]);
        Assert.Equal(0, known.ExitCode);
        Assert.Equal(2, (await CommandLine.Run(Words())).ExitCode);
    }

    [Fact]
    public async Task One_profile_under_two_numbers_and_a_family_that_contradicts_itself_are_named()
    {
        var rows = File.ReadAllLines(Study("references.csv"));
        File.WriteAllLines(Study("references.csv"), [.. rows, .. RowsAs(Sample(row: 1), "AGAIN")]);
        var families = File.ReadAllLines(Study("families.csv"));
        // A stranger's profile as the missing child's brother.
        var couple = families.Skip(1).Select(it => it.Split(','))
            .First(it => it[5].Length > 0 && it[2].Length == 0 && it[4] == "male");
        var child = families.Skip(1).Select(it => it.Split(',')).First(it => it[0] == couple[0] && it[6] == "yes");
        var stranger = families.Skip(1).Select(it => it.Split(','))
            .Last(it => it[5].Length > 0 && it[0] != couple[0])[5];
        File.WriteAllLines(
            Study("families.csv"), [.. families, $"{couple[0]},XX,{child[2]},{child[3]},male,{stranger},"]);

        var answer = await Import();

        Assert.Contains(
            answer.GetProperty("alike").EnumerateArray(),
            it => it.GetProperty("first").GetString() == Sample(row: 1)
                && it.GetProperty("second").GetString() == "AGAIN");
        var contradiction = answer.GetProperty("contradictory").EnumerateArray()
            .Single(it => it.GetProperty("family").GetString() == couple[0]);
        Assert.NotEmpty(contradiction.GetProperty("markers").EnumerateArray());
    }

    /// <summary>The sample of a row of the relatives' file.</summary>
    string Sample(int row) => File.ReadLines(Study("references.csv")).ElementAt(row).Split(',')[0];

    IEnumerable<string> RowsAs(string sample, string name) =>
        [.. File.ReadLines(Study("references.csv")).Where(it => it.StartsWith(sample + ",", StringComparison.Ordinal))
            .Select(it => name + it[sample.Length..])];

    string[] Words(params string[] more) =>
    [
        "genes", "import", "--data", Data, "--children", Study("children_genemapper.txt"), "--families",
        Study("families.csv"), "--profiles", Study("references.csv"), "--numbers", _folder["numbers.csv"], .. more,
    ];

    async Task<JsonElement> Import()
    {
        var run = await CommandLine.Run(Words("--json"));
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Json();
    }

    async Task<CommandLine> Run(string verb, params string[] more)
    {
        var run = await CommandLine.Run(["genes", verb, "--data", Data, "--json", .. more]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    Dictionary<string, string> Numbers() => File.ReadLines(_folder["numbers.csv"]).Skip(1)
        .Select(it => it.Split(',')).ToDictionary(it => it[1], it => it[2]);

    List<Genetics.Profiles.Profile> ReadSamples()
    {
        // The relatives: the children's names are so short that bytes are like them by chance.
        using var relatives = File.OpenRead(Study("references.csv"));
        return [.. ProfileFile.Read(relatives, "relatives").Value!.Profiles];
    }

    static int Count(JsonElement answer, string property) => answer.GetProperty(property).GetArrayLength();
}
