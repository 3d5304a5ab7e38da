using System.Security.Cryptography;
using System.Text.Json;
using Homeward.Cli.Commands.Studies;
using Homeward.Cli.Output;
using Homeward.Tests.Cli;

namespace Homeward.Tests.Journeys;

/// <summary>A newcomer runs the demo, here with fewer families than it has by default.</summary>
public sealed class DemoJourney(DemoJourney.OneRun one) : IClassFixture<DemoJourney.OneRun>
{
    /// <summary>A run that several tests look at: it takes long.</summary>
    public sealed class OneRun : IAsyncLifetime
    {
        readonly TemporaryFolder _folder = new();

        internal CommandLine Run { get; private set; } = null!;

        public string this[string file] => Path.Combine(_folder["demo"], file);

        public async ValueTask InitializeAsync() =>
            Run = await CommandLine.Run("demo", "--families", "200", "--later", "--data", _folder["demo"], "--json");

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public void Every_child_gets_an_outcome_and_nearly_all_with_a_family_are_found()
    {
        var run = one.Run;

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

    /// <summary>From the article of 27 July 2011, as the published file says them.</summary>
    [Fact]
    public async Task The_published_bulletin_has_the_figures_of_the_article_under_its_own_digest()
    {
        var bytes = await File.ReadAllBytesAsync(one[Bulletin + "json"], Cancel);
        using var json = JsonDocument.Parse(bytes);
        var together = json.RootElement.GetProperty("together");
        var operations = json.RootElement.GetProperty("operations").EnumerateArray().ToList();

        Assert.Equal(["A", "B"], operations.Select(it => it.GetProperty("code").GetString()));
        Assert.Equal(["2011-07-15", "2011-07-20"], operations.Select(it => it.GetProperty("day").GetString()));
        Assert.Equal(
            ["8 children, 39 suspects, 2 jurisdictions", "81 children, 330 suspects, 14 jurisdictions"],
            operations.Select(it => Published(it.GetProperty("figures"))));
        Assert.Equal("89 children, 369 suspects, 14 jurisdictions", Published(together));
        Assert.Equal(1, operations[0].GetProperty("figures").GetProperty("RoutesClosed").GetInt32());
        Assert.Equal(1, together.GetProperty("RoutesClosed").GetInt32());
        // The article gives national totals, and nothing that this ledger could count them from.
        Assert.Equal("2011-07-01", json.RootElement.GetProperty("since").GetString());
        var told = one.Run.Json().GetProperty("report").GetProperty("bulletin");
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(bytes)), told.GetProperty("digest").GetString());
        Assert.Equal(2, told.GetProperty("signatures").GetInt32());
    }

    [Fact]
    public async Task The_published_pages_say_the_figures_in_both_languages_and_name_the_digest_of_the_file()
    {
        var english = await File.ReadAllTextAsync(one[Bulletin + "en.html"], Cancel);
        var chinese = await File.ReadAllTextAsync(one[Bulletin + "zh.html"], Cancel);
        var digest = Convert.ToHexStringLower(
            SHA256.HashData(await File.ReadAllBytesAsync(one[Bulletin + "json"], Cancel)));

        Assert.Contains(
            "Operation B of 20 July 2011, with over 2,600 officers: 81 children rescued, 330 suspects detained.",
            english, StringComparison.Ordinal);
        Assert.Contains("解救被拐卖儿童89名，抓获犯罪嫌疑人369名", chinese, StringComparison.Ordinal);
        Assert.All([english, chinese], it => Assert.Contains(digest, it, StringComparison.Ordinal));
    }

    /// <summary>2 August: fourteen children and forty suspects more, in operation B.</summary>
    [Fact]
    public async Task What_came_later_is_in_the_next_bulletin_and_leaves_the_earlier_one_as_it_was()
    {
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(one[Later + "json"], Cancel));
        var operations = json.RootElement.GetProperty("operations").EnumerateArray().ToList();

        Assert.Equal(
            ["8 children, 39 suspects, 2 jurisdictions", "95 children, 370 suspects, 14 jurisdictions"],
            operations.Select(it => Published(it.GetProperty("figures"))));
        Assert.Equal(
            "103 children, 409 suspects, 14 jurisdictions", Published(json.RootElement.GetProperty("together")));
        var later = one.Run.Json().GetProperty("report").GetProperty("later");
        Assert.True(later.GetProperty("earlierReplays").GetBoolean());
        Assert.Equal(14, later.GetProperty("laterRecorded").GetProperty("children").GetInt32());
        Assert.Equal(40, later.GetProperty("laterRecorded").GetProperty("suspects").GetInt32());
    }

    [Fact]
    public async Task Every_page_of_a_demonstration_says_in_its_language_that_it_is_one()
    {
        foreach (var bulletin in new[] { Bulletin, Later })
        {
            var english = await File.ReadAllTextAsync(one[bulletin + "en.html"], Cancel);
            var chinese = await File.ReadAllTextAsync(one[bulletin + "zh.html"], Cancel);

            Assert.Contains("everybody and everything in this bulletin is made up", english, StringComparison.Ordinal);
            Assert.Contains("均为虚构", chinese, StringComparison.Ordinal);
            Assert.All([english, chinese], it => Assert.Contains("SYNTHETIC", it, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_infants_notice_is_printed_with_its_mark_and_a_label_names_nobody()
    {
        using var folder = new TemporaryFolder();
        var notice = await CommandLine.Run(
            "notice", "SYNTHETIC notice C1", "--out", folder["notice.html"], "--as", "caseworker", "--data", one[""]);
        var label = await CommandLine.Run("label", "C1", "--taken", "2011-07-15", "--out", folder["label.html"]);

        Assert.Equal((0, 0), (notice.ExitCode, label.ExitCode));
        var page = await File.ReadAllTextAsync(folder["notice.html"], Cancel);
        Assert.All(
            ["SYNTHETIC child C1", "malnourished", "2011-07-15", "Guangdong police", "Guangdong home"],
            it => Assert.Contains(it, page, StringComparison.Ordinal));
        Assert.DoesNotContain(
            "child", await File.ReadAllTextAsync(folder["label.html"], Cancel), StringComparison.Ordinal);
    }

    /// <summary>What a commander and a statistician ask next, of the demonstration as it lies there.</summary>
    [Fact]
    public async Task The_finished_demonstration_answers_status_stats_and_bulletin()
    {
        string[] data = ["--data", one[""], "--json"];
        var status = await CommandLine.Run(["status", .. data]);
        var july = await CommandLine.Run(["stats", "--as-of", "2011-07-27", "--by", "operation", .. data]);
        var august = await CommandLine.Run(["stats", .. data]);
        var shown = await CommandLine.Run(["bulletin", "show", "2011-07-27", "--as", "statistician", .. data]);
        var verified = await CommandLine.Run(["bulletin", "verify", .. data]);

        // Every sample was taken in time; two children wait for a home, on purpose.
        var clock = Assert.Single(status.Json().GetProperty("clocks").EnumerateArray());
        Assert.Equal("placement", clock.GetProperty("kind").GetString());
        Assert.Equal(2, clock.GetProperty("overdue").GetInt32());
        var care = status.Json().GetProperty("inCustody");
        Assert.Equal((3, 101, 2, 0), (
            status.ExitCode, care.GetProperty("WelfareInstitution").GetInt32(),
            care.GetProperty("PoliceEmergency").GetInt32(), status.Json().GetProperty("unsettled").GetInt32()));
        // In Handan, by hand: found on the 20th at 05:35 (fourteen provinces detain before, five minutes each, and one
        // rescues), in a home on the 21st at 10:00. Everybody else within a day, which ends at 20:00 for the last.
        var placements = status.Json().GetProperty("placements");
        Assert.Equal(28.4, placements.GetProperty("longest").GetDouble());
        Assert.InRange(placements.GetProperty("median").GetDouble(), 5, 16);
        Assert.Equal(101, placements.GetProperty("placed").GetInt32());
        Assert.Equal(2, placements.GetProperty("overdue").GetInt32());
        Assert.Equal((89, 369), Of(july));
        Assert.Equal((103, 409), Of(august));
        var later = shown.Json().GetProperty("laterRecorded").EnumerateArray()
            .Single(it => it.GetProperty("name").GetString() == "together").GetProperty("figures");
        Assert.Equal((14, 40), (later.GetProperty("children").GetInt32(), later.GetProperty("suspects").GetInt32()));
        Assert.Equal((0, 2), (verified.ExitCode, verified.Json().GetProperty("bulletins").GetArrayLength()));

        static (int, int) Of(CommandLine run)
        {
            var total = run.Json().GetProperty("total");
            return (
                total.GetProperty("persons").GetProperty("CN-criminal").GetProperty("children").GetInt32(),
                total.GetProperty("counts").GetProperty("SuspectsDetained").GetInt32());
        }
    }

    /// <summary>The same samples again by the commands of a laboratory: everything is known, and nobody is left to
    /// search.</summary>
    [Fact]
    public async Task Every_sample_went_through_the_register_and_the_gene_database_to_its_candidates()
    {
        string[] data = ["--as", "analyst", "--data", one[""], "--json"];
        var status = await CommandLine.Run(["genes", "status", .. data]);
        var again = await CommandLine.Run(
            ["genes", "laboratory", "--profiles", one[Path.Combine("study", "children_genemapper.txt")], .. data]);
        var search = await CommandLine.Run(["genes", "search", "--population", "china-han", .. data]);
        var audit = await CommandLine.Run("audit", "verify", "--data", one[""], "--json");

        Assert.Equal((0, 0, 0, 0), (status.ExitCode, again.ExitCode, search.ExitCode, audit.ExitCode));
        var told = one.Run.Json().GetProperty("report").GetProperty("samples");
        int Told(string name) => told.GetProperty(name).GetInt32();
        Assert.Equal((200, 89, 3), (Told("families"), Told("children"), Told("proposed")));
        // Each of the eighty whose family reported is its candidate, but for whom the files' search misses too.
        var missed = one.Run.Json().GetProperty("totals").GetProperty("missed").GetInt32();
        Assert.InRange(Told("candidates"), 80 - missed - Told("familiesHeld"), 110);
        Assert.True(status.Json().GetProperty("allSearched").GetBoolean());
        Assert.Equal(0, status.Json().GetProperty("cases").GetProperty("familiesNotSent").GetInt32());
        Assert.Equal(
            (0, 89),
            (again.Json().GetProperty("accepted").GetInt32(), again.Json().GetProperty("alreadyThere").GetInt32()));
        // Under the terms that the command has by itself, which are those of the demonstration.
        Assert.Equal(
            (0, 0),
            (search.Json().GetProperty("children").GetInt32(), search.Json().GetProperty("families").GetInt32()));
        Assert.Equal(Told("candidates"), search.Json().GetProperty("candidates").GetArrayLength());
        Assert.True(audit.Json().GetProperty("whole").GetBoolean());
    }

    /// <summary>Drawn from the answer of the one run: the same object is printed either way.</summary>
    [Fact]
    public void The_page_for_people_tells_both_operations_and_where_the_files_are()
    {
        var answer = Terminal.Read<DemoAnswer>(one.Run.Output);
        using var output = new StringWriter();
        var exit = new Terminal(output, output, json: false).Answer(answer, it => DemoDrawing.Draw(it, answer));

        Assert.Equal(0, exit);
        Assert.All(
            [
                "Guangdong and Guangxi: 8 children", "Fujian to Hebei: 81 children", "never reported", one["study"],
                "with over 2,600 officers: 81 children rescued, 330 suspects detained.",
                "of 14 provinces, autonomous regions and municipalities have rescued 89 children and detained 369",
                "bulletin-2011-07-27.en.html",
                "Later recorded: +14 children, +40 suspects.", "have rescued 103 children and detained 409",
            ],
            it => Assert.Contains(it, output.ToString(), StringComparison.Ordinal));
        Assert.True(File.Exists(one[Path.Combine("study", "truth.csv")]));
    }

    static string Bulletin => Path.Combine("bulletins", "bulletin-2011-07-27.");
    static string Later => Path.Combine("bulletins", "bulletin-2011-08-02.");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A part of the published file in the words of the report.</summary>
    static string Published(JsonElement part)
    {
        var children = part.GetProperty("persons").GetProperty("CN-criminal").GetProperty("children").GetInt32();
        return $"{children} children, {part.GetProperty("SuspectsDetained").GetInt32()} suspects, "
            + $"{part.GetProperty("jurisdictions").GetArrayLength()} jurisdictions";
    }

    /// <summary>The golden figures of 27 July 2011, as the records count to them.</summary>
    static string Told(JsonElement counted)
    {
        int Of(string name) => counted.GetProperty(name).GetInt32();
        return $"{Of("children")} children, {Of("suspects")} suspects, {Of("jurisdictions")} jurisdictions";
    }
}
