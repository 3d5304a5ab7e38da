using Homeward.Cli.Output;
using Spectre.Console;

namespace Homeward.Cli.Commands.Installations;

/// <summary>How things stand, on one screen: first what somebody should see to.</summary>
static class StatusDrawing
{
    public static void Draw(IAnsiConsole console, StatusAnswer answer)
    {
        console.WriteLine($"{answer.Now}{(answer.IsDemonstration ? ", a demonstration: everybody is made up" : "")}");
        console.WriteLine();
        console.WriteLine(answer.NeedsAttention ? "TO BE SEEN TO NOW" : "Nothing is overdue, unsettled or unsearched.");
        foreach (var line in Alarms(answer)) console.WriteLine("  " + line);
        console.WriteLine();
        DrawCare(console, answer);
        DrawClocks(console, answer);
        if (answer.Genes is { } genes)
            console.WriteLine(
                $"Genes: {genes.OpenCandidates:N0} open candidates; {genes.RelativesInNoFamily:N0} relatives' profiles "
                + "belong to no family.");
        if (answer.Search is { } search)
            console.WriteLine(
                $"The serving process: {Doing(search.State)} since {search.Since}, with {search.Children:N0} children "
                + $"and {search.Families:N0} families in memory.");
    }

    static string Doing(string state) => state switch
    {
        "Loading" => "it loads the genes; whoever comes now is searched afterwards",
        "Searching" => "it searches",
        "Ready" => "it has searched everybody and waits",
        "OtherTerms" => "IT SEARCHES NOBODY, for a search under other terms was begun: start it anew",
        "Failed" => "ITS SEARCH FAILED and is made again",
        _ => state,
    };

    static IEnumerable<string> Alarms(StatusAnswer it)
    {
        if (it.Unsettled > 0)
            yield return $"{it.Unsettled:N0} people are in nobody's safe care, the longest for {it.UnsettledHours} h";
        if (it.Placements.Overdue > 0)
            yield return $"{it.Placements.Overdue:N0} rescued people wait for a home longer than the law or standard "
                + "allows";
        foreach (var (kind, count) in it.Emergencies.Where(one => one.Key != "Unsettled"))
            yield return kind switch
            {
                "DutyRemoved" => $"{count:N0} houses lost somebody responsible for an adverse link",
                "NoBed" => $"{count:N0} searches found no bed at a level",
                _ => $"{count:N0} tasks of kind {kind}",
            };
        foreach (var clock in it.Clocks.Where(one => one.Overdue > 0))
            yield return $"{clock.Overdue:N0} deadlines have passed: {clock.Kind}";
        if (it.Genes is { } genes && genes.Children + genes.Families > 0)
            yield return $"{genes.Children:N0} children and {genes.Families:N0} families are accepted and not searched";
        if (it.Search is { State: "Failed" or "OtherTerms" } search)
            yield return "the serving process: " + Doing(search.State);
    }

    static void DrawCare(IAnsiConsole console, StatusAnswer answer)
    {
        var table = Tables.Of("in the care of", ">people");
        foreach (var (kind, count) in answer.InCustody) table.Add(Words(kind), $"{count:N0}");
        if (answer.InCustody.Count == 0) table.Add("nobody is recorded as rescued", "0");
        console.Write(table);
        var it = answer.Placements;
        if (it.Median is not null)
            console.WriteLine(
                $"From the rescue into a home: median {it.Median} h, nine in ten within {it.NinetyPercent} h, longest "
                + $"{it.Longest} h, of {it.Placed:N0}.");
        if (it.Waiting > 0)
            console.WriteLine($"{it.Waiting:N0} wait for a home, the longest for {it.LongestWait} h.");
        var beds = answer.Beds;
        console.WriteLine(
            $"Beds in {beds.Houses:N0} houses: {beds.Beds:N0}; {beds.Taken:N0} taken, {beds.Held:N0} held, "
            + $"{beds.Free:N0} free.");
    }

    static void DrawClocks(IAnsiConsole console, StatusAnswer answer)
    {
        if (answer.Clocks.Count == 0) return;
        var table = Tables.Of("deadline", ">running", ">overdue", ">suspended");
        foreach (var it in answer.Clocks)
            table.Add($"{it.Kind}", $"{it.Running:N0}", $"{it.Overdue:N0}", $"{it.Suspended:N0}");
        console.Write(table);
    }

    static string Words(string kind) => kind switch
    {
        "PoliceEmergency" => "the police, for the first hours",
        "Hospital" => "a hospital",
        "WelfareInstitution" => "a welfare institution",
        "RescueStation" => "a rescue station",
        "FosterFamily" => "a foster family",
        "ForeignAuthority" => "an authority of another country",
        "Independent" => "nobody: an adult who has left care",
        "MissingAgain" => "nobody: missing again",
        "Deceased" => "nobody: deceased",
        "Unsettled" => "NOBODY: unsettled",
        _ => kind,
    };
}
