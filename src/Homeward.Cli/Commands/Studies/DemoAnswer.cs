using Homeward.Cli.Commands.Demonstration;
using Homeward.Cli.Commands.Families;
using Homeward.Cli.Inputs;
using Homeward.Genetics.Kinship;
using Homeward.Search.Ranking;

namespace Homeward.Cli.Commands.Studies;

/// <summary>What the demo found, against the truth.</summary>
sealed record DemoAnswer(
    string Folder,
    ulong Seed,
    DemoAnswer.Seconds Took,
    DemoReport Report,
    DemoAnswer.Counts Totals,
    IReadOnlyList<DemoAnswer.ChildOutcome> Children,
    SearchAnswer Search)
{
    public enum Outcome
    {
        /// <summary>The true family is first.</summary>
        Found,
        /// <summary>The true family is over the threshold, and another is before it.</summary>
        Outranked,
        /// <summary>The true family is not over the threshold.</summary>
        Missed,
        /// <summary>There is no true family here, and none was suggested.</summary>
        RightlyNone,
        /// <summary>There is no true family here, and some other was suggested.</summary>
        FalseLead,
    }

    /// <summary>Filling and searching run at once.</summary>
    public sealed record Seconds(double Simulating, double Reading, double Filling, double Searching)
    {
        public double Total { get; init; }

        /// <summary>The nation's past, when it was asked for.</summary>
        public double Past { get; init; }
    }

    public sealed record Counts(
        int Children,
        int WithFamily,
        int Found,
        int Strong,
        int Outranked,
        int Missed,
        int RightlyNone,
        int FalseLeads);

    /// <param name="Child">Name of the sample.</param>
    /// <param name="Outcome">What became of the child.</param>
    /// <param name="TrueFamily">Null when it never reported.</param>
    /// <param name="TypedRelatives">Who of the true family gave a sample.</param>
    /// <param name="Best">The family ranked first, if any was over the threshold.</param>
    /// <param name="Why">For everything but a plain success.</param>
    public sealed record ChildOutcome(
        string Child,
        Outcome Outcome,
        string? TrueFamily,
        IReadOnlyList<string> TypedRelatives,
        SearchAnswer.FamilyFound? Best,
        string Why);

    public static DemoAnswer Of(
        DataFolder folder, ulong seed, (SearchInput Input, Truth Truth, DemoReport Report) filled, SearchResult result,
        Func<Seconds> took)
    {
        var (input, truth, report) = filled;
        var search = SearchAnswer.Of(input, result);
        var families = input.Families.ToDictionary(it => it.Id, StringComparer.Ordinal);
        var ladders = input.Assumptions.Populations[0];
        List<ChildOutcome> children =
        [
            .. search.Children.Zip(input.Children, (found, child) => truth.FamilyOf[child.Id] is { } family
                ? OfFamily(found, child, families[family], truth, ladders) : WithoutFamily(found)),
        ];
        int Count(Outcome outcome) => children.Count(it => it.Outcome == outcome);
        return new(
            folder.Path, seed, took(), report,
            new(
                children.Count,
                children.Count(it => it.TrueFamily is not null),
                Count(Outcome.Found),
                children.Count(it => it is { Outcome: Outcome.Found, Best.Band: Band.Strong }),
                Count(Outcome.Outranked), Count(Outcome.Missed), Count(Outcome.RightlyNone), Count(Outcome.FalseLead)),
            children, search);
    }

    static ChildOutcome WithoutFamily(SearchAnswer.Child child) =>
        child.Candidates is [var best, ..]
            ? new(child.Name, Outcome.FalseLead, null, [], best, "the family never reported; a chance likeness")
            : new(child.Name, Outcome.RightlyNone, null, [], null, "the family never reported");

    static ChildOutcome OfFamily(
        SearchAnswer.Child found, RescuedChild child, Family family, Truth truth, MarkerLadders ladders)
    {
        List<string> typed = [.. family.Typed.Select(it => family.Pedigree.Members[it].Id)];
        var best = found.Candidates is [var first, ..] ? first : null;
        if (found.Candidates.FirstOrDefault(it => it.Family == family.Id) is not { } own)
        {
            var why = truth.Remarks.GetValueOrDefault(child.Id) ?? "these relatives say too little";
            var log10 = Log10(child, family, ladders);
            return new(child.Id, Outcome.Missed, family.Id, typed, best, $"{why}: log10 LR {log10:0.00}");
        }
        if (own.Rank > 1)
            return new(
                child.Id, Outcome.Outranked, family.Id, typed, best, $"by chance; its own log10 LR {own.Log10:0.00}");
        var mutated = own.Inconsistencies.Select(it => $"{it.Marker}: {it.Explanation}");
        return new(child.Id, Outcome.Found, family.Id, typed, own, string.Join("; ", mutated));
    }

    /// <summary>What the search would have shown at a threshold of nothing.</summary>
    static double Log10(RescuedChild child, Family family, MarkerLadders ladders)
    {
        var (claim, unrelated) = FamilyClaims.Main(family, family.Missing[0], child.Profile, child.Sex);
        var markers = Comparison.UsableMarkers(claim, ladders).Where(child.Profile.Genotypes.ContainsKey);
        return Comparison.Of([claim, unrelated], markers, ladders).Over(1).Log10;
    }
}
