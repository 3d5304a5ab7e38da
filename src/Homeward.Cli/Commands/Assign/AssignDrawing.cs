using Homeward.Cli.Output;
using Spectre.Console;

namespace Homeward.Cli.Commands.Assign;

/// <summary>An assignment as a person reads it.</summary>
static class AssignDrawing
{
    const int NamesShown = 8, GroupsShown = 10, PlacesShown = 3;

    public static void Draw(IAnsiConsole console, AssignAnswer answer)
    {
        var assumed = answer.Assumptions;
        console.WriteLine(
            $"{answer.Children.Count:N0} children and {answer.Missing.Count:N0} missing members, weighed together");
        console.WriteLine($"Population: {assumed.Populations[0]}; theta {assumed.Theta}; "
            + $"minimum frequency {assumed.MinimumFrequency}; silent allele {assumed.SilentInWords()}");
        console.WriteLine($"Mutation: {assumed.Mutation}");
        console.WriteLine(answer.PriorOdds == 1 ? "Prior: flat, every assignment alike, nobody placed included"
            : $"Prior: odds of {answer.PriorOdds:G4} for each child placed");
        console.WriteLine();
        foreach (var (i, group) in answer.Groups.Take(GroupsShown).Index()) Draw(console, group, i + 1);
        if (answer.Groups.Count > GroupsShown)
            console.WriteLine($"{answer.Groups.Count - GroupsShown:N0} more groups; --json has all");
        DrawChildren(console, answer);
        DrawLeftAside(console, answer);
        console.WriteLine(
            "Are these families the best of a search of N? Then --prior-odds 1/N says so; a flat prior takes them for "
            + "the only ones there are.");
        console.WriteLine("All of this is for an analyst to judge: both sides are typed again before anything else.");
    }

    static void Draw(IAnsiConsole console, AssignAnswer.Group group, int number)
    {
        console.Write(new Rule($"[bold]Group {number}[/]").LeftJustified());
        console.WriteLine(
            $"{Names(group.Children, "child", "children")} and {Names(group.Families, "family", "families")}: "
            + $"{group.Assignments:#,0} assignments");
        if (group.FillingsLeftOut > 0)
            console.WriteLine(
                $"{group.FillingsLeftOut:N0} ways to fill a family were left out; together they have a posterior of "
                + $"less than {group.LeftOut:0.#E+0}");
        var table = Tables.Of("", "who is whose", ">ln-likelihood", ">LR over nobody", ">posterior");
        foreach (var it in group.Best)
            table.Add(
                $"{it.Rank}{(it.IsTied ? " tied" : "")}",
                it.Pairs.Count == 0 ? "nobody is placed" : string.Join(
                    "; ", it.Pairs.Select(pair => $"{pair.Child} = {pair.Family} / {pair.Missing}")),
                $"{it.LnLikelihood:0.0000}", Power(it.Log10OverNobody), PlainWords.Probability(it.Log10PosteriorOdds));
        console.Write(table);
    }

    static void DrawChildren(IAnsiConsole console, AssignAnswer answer)
    {
        var table = Tables.Of("child", "place", ">log10 LR alone", ">posterior, all weighed together", "");
        foreach (var child in answer.Children)
        {
            foreach (var it in child.Places.Take(PlacesShown))
                table.Add(
                    child.Name, $"{it.Family} / {it.Missing}", $"{it.Log10:0.00}",
                    PlainWords.Probability(it.Log10PosteriorOdds), it.IsTied ? "tied" : "");
            var odds = Math.Log10(child.Nowhere / child.Places.Sum(it => it.Posterior));
            table.Add(child.Name, "in none of these families", "",
                child.Places.Count == 0 ? "certain" : PlainWords.Probability(odds), "");
        }
        console.Write(table);
    }

    static void DrawLeftAside(IAnsiConsole console, AssignAnswer answer)
    {
        foreach (var it in answer.OtherSex)
            console.WriteLine(
                $"Left aside for the recorded sex: {it.Child} and {it.Family} / {it.Missing}, log10 LR {it.Log10:0.00};"
                + " recorded sex and amelogenin can both be wrong, see --any-sex");
        if (answer.TooOpen.Count > 0)
            console.WriteLine("NOT weighed, no exact calculation with this theta is in reach: "
                + Names(answer.TooOpen, "family", "families"));
    }

    static string Names(IReadOnlyList<string> names, string one, string several) =>
        $"{names.Count:N0} {(names.Count == 1 ? one : several)} ({string.Join(", ", names.Take(NamesShown))}"
        + $"{(names.Count > NamesShown ? ", …" : "")})";

    static string Power(double log10) => log10 == 0 ? "1" : $"10^{log10:0.00}";
}
