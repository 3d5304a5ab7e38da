using Homeward.Cases.Statistics;
using Homeward.Cli.Output;
using Spectre.Console;

namespace Homeward.Cli.Commands.Figures;

/// <summary>Figures for people: what adds up, then people under each age rule.</summary>
static class StatsDrawing
{
    public static void Draw(IAnsiConsole console, StatsAnswer answer)
    {
        console.WriteLine($"{answer.Since} to {answer.AsOf}, up to line {answer.LastLine:N0} of the ledger");
        var table = Tables.Of(
            answer.By == StatsCommand.Parting.None ? "" : answer.By.ToString().ToLowerInvariant(),
            ">cases solved", ">rings broken up", ">suspects detained", ">persons rescued", ">rescues",
            ">routes closed", ">jurisdictions", ">officers");
        foreach (var it in answer.Parts)
            Add(table, it, it.Name.Length == 0 ? "in no operation" : it.Name);
        Add(table, answer.Total, "all");
        console.Write(table);
        var people = Tables.Of("persons rescued, by age rule", "", ">children", ">women", ">men", ">not determined");
        foreach (var rule in answer.AgeRules)
        {
            foreach (var it in answer.Parts)
                Add(people, rule, it.Name.Length == 0 ? "in no operation" : it.Name, it.Persons[rule]);
            Add(people, rule, "all", answer.Total.Persons[rule]);
        }
        console.Write(people);
        if (answer.Responses is { } waits) DrawWaits(console, waits);
        if (answer.Parts.Count > 0)
            console.WriteLine("Jurisdictions are a set: one in several parts counts once among all.");
    }

    static void DrawWaits(IAnsiConsole console, StatsAnswer.Waits waits)
    {
        var table = Tables.Of("hours after a rescue", ">median", ">nine in ten", ">longest", ">done", ">not yet");
        Add("into a home", waits.ToPlacement);
        Add("to the first sample", waits.ToSample);
        Add("from there to a result", waits.ToResult);
        console.Write(table);

        void Add(string name, StatsAnswer.Hours it) => table.Add(
            name, $"{it.Median:0.0}", $"{it.NinetyPercent:0.0}", $"{it.Longest:0.0}", $"{it.Done:N0}",
            $"{it.NotYet:N0}");
    }

    static void Add(Table table, StatsAnswer.Part it, string name) => table.Add(
        name, $"{it.Of(Metric.CasesSolved):N0}", $"{it.Of(Metric.RingsBrokenUp):N0}",
        $"{it.Of(Metric.SuspectsDetained):N0}", $"{it.Of(Metric.PersonsRescued):N0}", $"{it.Of(Metric.Rescues):N0}",
        $"{it.Of(Metric.RoutesClosed):N0}", $"{it.Jurisdictions.Count:N0}", $"{it.Officers:N0}");

    static void Add(Table table, string rule, string name, AgeClassCounts it) => table.Add(
        rule, name, $"{it.Children:N0}", $"{it.Women:N0}", $"{it.Men:N0}", $"{it.NotDetermined:N0}");
}
