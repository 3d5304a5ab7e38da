using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;
using static Homeward.Tests.Kinship.MadeUpKinship;

namespace Homeward.Tests.Kinship;

public sealed class ConsistencyTests
{
    const string Quartet = "FA m, MO f, A m FA MO, B f FA MO, CH m FA MO";

    [Fact]
    public void A_family_that_agrees_has_no_suspects()
    {
        var family = Family(
            Quartet, "CH", Profile("FA", "M1 12/13"), Profile("MO", "M1 13/14"), Profile("A", "M1 12/14"));
        var found = Consistency.Of(family, Flat());
        Assert.Equal(["M1"], found.Markers);
        Assert.Empty(found.Inconsistencies);
        Assert.Empty(found.Suspects);
    }

    [Fact]
    public void Markers_typed_once_are_not_compared()
    {
        var family = Family(Quartet, "CH", Profile("FA", "M1 12/13, M2 12/12"), Profile("MO", "M1 13/14"));
        Assert.Equal(["M1"], Consistency.Of(family, Flat()).Markers);
    }

    [Fact]
    public void Whoever_explains_the_breaks_is_named_first_and_what_is_left_is_said()
    {
        // The father fits neither child at either marker; each child still fits the mother.
        var family = Family(
            Quartet, "CH",
            Profile("FA", "M1 12/12, M2 12/12"), Profile("MO", "M1 14/14, M2 14/14"),
            Profile("A", "M1 13/14, M2 13/14"), Profile("B", "M1 13/14, M2 13/14"));
        var found = Consistency.Of(family, Flat());
        Assert.Equal(["M1", "M2"], found.Inconsistencies.Select(it => it.Marker));
        Assert.Equal(4, found.Suspects.Count);
        Assert.Equal(("FA", 0), (found.Suspects[0].Member, found.Suspects[0].InconsistenciesLeft));
        Assert.True(found.Suspects[0].Log10 > 0);
        Assert.All(found.Suspects.Skip(1), it => Assert.Equal(2, it.InconsistenciesLeft));
    }

    [Fact]
    public void With_two_people_nobody_is_likelier()
    {
        var family = Family(Quartet, "CH", Profile("FA", "M1 12/12"), Profile("A", "M1 14/14"));
        var suspects = Consistency.Of(family, Flat()).Suspects;
        Assert.Equal(["A", "FA"], suspects.Select(it => it.Member).Order());
        // Not to the last digit: the model is not stationary, and nothing mutates into a stranger.
        Assert.Equal(suspects[0].Log10, suspects[1].Log10, 0.01);
    }

    [Fact]
    public void A_strangers_profile_over_the_family_is_worked_by_hand()
    {
        // P(12/12)·P(14/14) = 0.04·0.25 over 0.04·P(father passes 14)·P(mother passes 14). His 12 becomes 13 or 14
        // with 0.002 in all, in the proportions 1 to 0.1.
        var family = Family(Quartet, "CH", Profile("FA", "M1 12/12"), Profile("A", "M1 14/14"));
        var expected = Math.Log10(0.25 / (0.002 * 0.1 / 1.1 * GameteOf14()));
        Assert.Equal(expected, Consistency.Of(family, Flat()).Suspects.Single(it => it.Member == "A").Log10, 1e-9);

        // The untyped mother's 14: her own, less what mutates away, and what mutates in.
        static double GameteOf14() => 0.5 * (1 - 0.0005) + 0.2 * 0.0005 * 0.1 / 1.1 + 0.3 * 0.0005 / 2;
    }

    [Fact]
    public void Without_mutation_fewer_breaks_left_come_first()
    {
        var family = Family(
            Quartet, "CH",
            Profile("FA", "M1 12/12, M2 12/12"), Profile("MO", "M1 14/14, M2 14/14"),
            Profile("A", "M1 13/13, M2 13/14"), Profile("B", "M1 13/14, M2 13/14"));
        var suspects = Consistency.Of(family, Flat(new MutationModel.None())).Suspects;
        Assert.Equal(("FA", 1), (suspects[0].Member, suspects[0].InconsistenciesLeft));
        Assert.All(suspects, it => Assert.True(double.IsNaN(it.Log10)));               // nobody alone explains both
    }

    [Fact]
    public void A_typed_twin_can_be_the_stranger()
    {
        PedigreeRows(out var pedigree);
        var family = Family(
            "F1", pedigree, "CH", Profile("FA", "M1 12/12"), Profile("A", "M1 12/13"), Profile("B", "M1 14/14"));
        var found = Consistency.Of(family, Flat());
        Assert.Equal("B", found.Suspects[0].Member);
        Assert.Equal(0, found.Suspects[0].InconsistenciesLeft);

        static void PedigreeRows(out Genetics.Pedigrees.Pedigree pedigree) =>
            pedigree = Genetics.Pedigrees.Pedigree.From(
                [.. "FA m,MO f,A m FA MO,B m FA MO,CH m FA MO".Split(',').Select(it => it.Split(' ')).Select(it =>
                    new Genetics.Pedigrees.PedigreeRow(
                        it[0], it[1] == "m" ? Genetics.Pedigrees.Sex.Male : Genetics.Pedigrees.Sex.Female,
                        it.ElementAtOrDefault(2), it.ElementAtOrDefault(3)))],
                [("A", "B")]).Value!;
    }

    /// <summary>With fewer relatives the others cannot tell: a couple and one child never can.</summary>
    [Theory]
    [InlineData("FA m, MO f, A m FA MO, B f FA MO", "FA MO A B", 40)]
    [InlineData("GF m, GM f, FA m GF GM, UN m GF GM, MO f, A f FA MO", "GF GM FA UN MO A", 40)]
    public void A_swapped_sample_is_named_first(string pedigree, string typed, int families)
    {
        var population = PopulationCatalogue.Find("china-han")!;
        var panel = SimulatedPanel.Of(KitCatalogue.All.First(it => it.Markers.Count > 20), population, mutates: true);
        var ladders = MarkerLadders.From(new()
        {
            Population = population,
            Floor = new MinimumFrequency.FivePerCount(),
            Mutation = new(Steps, MutationRates.Of, "catalogue"),
            Theta = Theta.Zero,
            SilentFrequency = _ => 0,
        }).Value!;
        var members = Oracles.Family.Of(pedigree);
        var drop = new ProfileDrop(panel, members, Theta.Zero, dropOut: 0);
        var random = new SeededRandom(20111216);
        var ids = typed.Split(' ');
        var right = 0;
        for (var i = 0; i < families; i++)
        {
            var (own, other) = (drop.Draw(random), drop.Draw(random));
            var swapped = ids[i % ids.Length];
            Profile[] profiles = [.. ids.Select(it => Drawn(it, it == swapped ? other : own))];
            var family = new Family(
                "F", members, [.. members.Members.Select(it => profiles.FirstOrDefault(p => p.Id == it.Id))], []);
            var found = Consistency.Of(family, ladders);
            if (found.Suspects.Count > 0 && found.Suspects[0].Member == swapped) right++;
        }
        Assert.Equal(families, right);

        Profile Drawn(string id, Genotype?[][] drawn) => new(id, panel.Markers.Index()
            .Where(it => drawn[members.IndexOf(id)][it.Index] is not null)
            .ToDictionary(it => it.Item.Name, it => drawn[members.IndexOf(id)][it.Index]!.Value));
    }

    static MarkerLadders Flat(MutationModel? model = null) => Ladders(
        [Marker("M1", "12 0.2, 13 0.3, 14 0.5"), Marker("M2", "12 0.2, 13 0.3, 14 0.5")], model ?? Steps);
}
