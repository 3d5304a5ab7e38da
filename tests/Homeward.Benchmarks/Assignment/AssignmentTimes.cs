using System.Diagnostics;
using System.Globalization;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;
using Homeward.Search.Assignment;
using Homeward.Search.Ranking;

namespace Homeward.Benchmarks.Assignment;

/// <summary>
/// Whole joint assignments, from profiles to posteriors, by the clock: the median of several rounds after a warm-up.
/// Chinese Han, Goldeneye 20A, stepwise mutation, theta 0.01, sex not typed, so that everybody fits everywhere.
/// </summary>
static class AssignmentTimes
{
    const int Rounds = 15;

    public static void Print(TextWriter output)
    {
        output.WriteLine("case".PadRight(52) + "assignments".PadLeft(26) + "ms".PadLeft(10));
        foreach (var (children, families, kind) in ((int, int, string)[])[
            (8, 5, "couple"), (8, 5, "mother"), (20, 5, "mother"), (5, 20, "mother"), (12, 12, "mother")])
        {
            var (made, rescued) = Draw(children, families, FamilyKind.Find(kind)!);
            var (millis, count) = (new List<double>(), 0.0);
            for (var round = 0; round < Rounds + 3; round++)
            {
                var clock = Stopwatch.StartNew();
                var result = JointAssignment.Of(made, rescued, Settings).Value!;
                if (round >= 3) millis.Add(clock.Elapsed.TotalMilliseconds);
                count = result.Groups.Max(it => it.Count);
            }
            var name = $"{children} children, {families} families, {kind} typed";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-52}{count,26:#,0}{millis.Order().ElementAt(Rounds / 2),10:0.0}"));
        }
    }

    static AssignmentSettings Settings { get; } = new()
    {
        Ladders = MarkerLadders.From(new()
        {
            Population = PopulationCatalogue.Find("china-han")!,
            Floor = new MinimumFrequency.FivePerCount(),
            Mutation = new(new MutationModel.Stepwise(0, 1e-6, 0.1), MutationRates.Of, "the catalogue"),
            Theta = new(0.01),
            SilentFrequency = _ => 0,
        }).Value!,
        PriorOdds = 1,
        AnySex = false,
        LeaveOut = 1e-9,
        Listed = 10,
        Threads = Environment.ProcessorCount,
    };

    /// <summary>The first child is the first family's, and so on; whoever is left over is a stranger.</summary>
    static (Family[] Families, RescuedChild[] Children) Draw(int children, int families, FamilyKind kind)
    {
        var panel = SimulatedPanel.Of(
            KitCatalogue.Find("Goldeneye 20A")!, PopulationCatalogue.Find("china-han")!, mutates: true);
        var drop = new ProfileDrop(panel, kind.With(Sex.Male), default, dropOut: 0);
        var random = new SeededRandom(20110727);
        var drawn = Enumerable.Range(0, Math.Max(children, families)).Select(_ => drop.Draw(random)).ToArray();
        var members = drop.Pedigree.Members;
        var missing = drop.Pedigree.IndexOf(FamilyKind.Missing);
        return (
            [.. drawn.Take(families).Select((it, f) => new Family($"F{f}", drop.Pedigree,
                [.. members.Select((member, i) => kind.IsTyped(member.Id) ? Of($"F{f} {member.Id}", it[i]) : null)],
                [missing]))],
            [.. drawn.Take(children).Select((it, c) => new RescuedChild(Of($"C{c}", it[missing])))]);

        Profile Of(string id, Genotype?[] read) => new(id, panel.Markers.Zip(read)
            .Where(it => it.First.Model is not null && it.Second is not null)
            .ToDictionary(it => it.First.Name, it => it.Second!.Value));
    }
}
