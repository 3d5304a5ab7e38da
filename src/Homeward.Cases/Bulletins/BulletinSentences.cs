using Homeward.Cases.Statistics;

namespace Homeward.Cases.Bulletins;

/// <summary>What a bulletin says in words: the page prints it, and so may whoever quotes it.</summary>
public static class BulletinSentences
{
    /// <summary>All operations together.</summary>
    public static string Lead(BulletinFigures figures, BulletinWords words)
    {
        var together = figures.Together;
        return words.Say(
            figures.Plan.Operations.Count == 1 ? "leadOne" : "lead",
            ("operations", words.Number(figures.Plan.Operations.Count)),
            ("jurisdictions", words.Number(together.Jurisdictions.Count)),
            ("children", words.Figure(First(figures.Plan, together).Children, Saying.Exactly)),
            ("suspects", words.Figure(together.Of(Metric.SuspectsDetained), Saying.Exactly)));
    }

    /// <summary>The totals since the plan's first day.</summary>
    public static string National(BulletinFigures figures, BulletinWords words)
    {
        var national = figures.National;
        var persons = First(figures.Plan, national);
        return words.Say(
            "national",
            ("since", words.Day(figures.Plan.Since)),
            ("cases", words.Figure(national.Of(Metric.CasesSolved), Saying.InThousands)),
            ("rings", words.Figure(national.Of(Metric.RingsBrokenUp), Saying.Exactly)),
            ("children", words.Figure(persons.Children, Saying.Exactly)),
            ("women", words.Figure(persons.Women, Saying.Exactly)));
    }

    /// <summary>One for each operation, in the order of the plan.</summary>
    public static IEnumerable<string> Operations(BulletinFigures figures, BulletinWords words) =>
        figures.Plan.Operations.Zip(figures.Operations, (operation, own) => words.Say(
            "operationSentence",
            ("code", operation.Code),
            ("day", words.Day(operation.Day)),
            ("officers", words.Figure(own.Officers, Saying.InHundreds)),
            ("children", words.Number(First(figures.Plan, own).Children)),
            ("suspects", words.Number(own.Of(Metric.SuspectsDetained)))));

    /// <summary>By the rule that sentences use.</summary>
    static AgeClassCounts First(BulletinPlan plan, Figures figures) => figures.Persons[plan.AgeRules[0].Code];
}
