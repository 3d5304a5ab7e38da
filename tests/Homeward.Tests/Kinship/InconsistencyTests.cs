using Homeward.Genetics.Kinship;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Profiles;
using static Homeward.Tests.Kinship.MadeUpKinship;

namespace Homeward.Tests.Kinship;

public sealed class InconsistencyTests
{
    const string Trio = "FA m, MO f, CH m FA MO";
    const string Frequencies = "10 0.05, 11 0.1, 12 0.2, 12.3 0.05, 13 0.3, 14 0.2, 15 0.1";

    [Fact]
    public void A_fathers_mutation_is_named_with_its_step()
    {
        var found = Of(Trio, Steps, "FA 12/12", "MO 14/14", "CH 13/14");
        var mutation = Assert.IsType<Explanation.Mutation>(found);
        Assert.Equal(("FA", "CH", true), (mutation.Parent, mutation.Child, mutation.FromFather));
        Assert.Equal((Allele("12"), Allele("13"), 1.0), (mutation.From, mutation.To, mutation.Repeats));
        // One path alone: the father 12 to 13, the mother passing 14. (12 to 14 leaves the mother to make 13: two.)
        Assert.Equal(1, mutation.Share, 1e-9);
    }

    [Fact]
    public void The_likelier_of_two_paths_is_named_with_its_share()
    {
        // From 13/15 and 13/15 to 12/13: either parent's 13 became 12, the fathers' rate being four times the mothers'.
        // Other steps reach 12 too: from 15 it is two steps more, a hundredth each.
        var found = Of(Trio, Steps, "FA 13/15", "MO 13/15", "CH 12/13");
        var mutation = Assert.IsType<Explanation.Mutation>(found);
        Assert.Equal(
            ("FA", Allele("13"), Allele("12"), -1.0),
            (mutation.Parent, mutation.From, mutation.To, mutation.Repeats));
        // In the row of 13 (steps 3, 2, 1, 1, 2): 1 of 0.01 + 0.1 + 1 + 1 + 0.1; of 15 (5, 4, 3, 2, 1): 1e-2 of 1.1111.
        const double one = 1 / 2.21, three = 0.01 / 1.1111;
        Assert.Equal(4.0 / 5 * one / (one + three), mutation.Share, 1e-6);
    }

    [Fact]
    public void Two_steps_are_named_as_two()
    {
        var mutation = Assert.IsType<Explanation.Mutation>(Of(Trio, Steps, "FA 12/12", "MO 13/13", "CH 13/14"));
        Assert.Equal(("FA", 2.0), (mutation.Parent, mutation.Repeats));
    }

    [Fact]
    public void A_mothers_mutation_is_named_as_hers()
    {
        var mutation = Assert.IsType<Explanation.Mutation>(Of(Trio, Steps, "FA 12/12", "MO 14/14", "CH 12/15"));
        Assert.Equal(
            ("MO", false, Allele("14"), Allele("15")),
            (mutation.Parent, mutation.FromFather, mutation.From, mutation.To));
    }

    [Fact]
    public void Without_a_mother_the_nearest_allele_of_the_father_is_named()
    {
        var mutation = Assert.IsType<Explanation.Mutation>(Of(Trio, Steps, "FA 10/12", "CH 13/15"));
        Assert.Equal(("FA", Allele("12"), Allele("13")), (mutation.Parent, mutation.From, mutation.To));
    }

    [Fact]
    public void A_microvariant_is_reached_by_the_second_rate()
    {
        var mutation = Assert.IsType<Explanation.Mutation>(Of(Trio, Steps, "FA 12/12", "MO 14/14", "CH 12.3/14"));
        Assert.Equal((Allele("12"), Allele("12.3")), (mutation.From, mutation.To));
        Assert.Equal(0.3, mutation.Repeats, 1e-12);
    }

    [Fact]
    public void A_mutation_in_an_untyped_fathers_line_names_the_meiosis_that_most_likely_had_it()
    {
        // Grandparents 12/12 and 12/12, mother 14/14, child 13/14: in the grandfather's, grandmother's or father's
        // gamete.
        const string family = "GF m, GM f, FA m GF GM, MO f, CH m FA MO";
        var mutation = Assert.IsType<Explanation.Mutation>(
            Of(family, Steps, "GF 12/12", "GM 12/12", "MO 14/14", "CH 13/14"));
        Assert.Equal((Allele("12"), Allele("13")), (mutation.From, mutation.To));
        // The grandparents' 13 is passed on half the time: 0.002/2, 0.0005/2 and the father's own 0.002.
        Assert.Equal(("FA", "CH"), (mutation.Parent, mutation.Child));
        Assert.Equal(0.002 / (0.002 + 0.001 + 0.00025), mutation.Share, 1e-9);
    }

    [Fact]
    public void A_silent_allele_is_named_where_it_is_likelier_than_any_mutation()
    {
        // FA 12/12, CH 15/15: three steps, or a silent allele in both.
        Assert.IsType<Explanation.UnseenAllele>(Of(Trio, Steps, silent: 0.02, "FA 12/12", "CH 15/15"));
        Assert.IsType<Explanation.Mutation>(Of(Trio, Steps, silent: 0, "FA 12/12", "CH 15/15"));
    }

    [Fact]
    public void A_step_is_likelier_than_a_very_rare_silent_allele() =>
        Assert.IsType<Explanation.Mutation>(Of(Trio, Steps, silent: 1e-9, "FA 12/12", "CH 13/13"));

    [Fact]
    public void Drop_out_of_the_sample_explains_a_homozygote()
    {
        var child = Profile("CH", "M1 15/15") with { DropOut = 0.2 };
        var family = Family(Trio, "MO", Profile("FA", "M1 12/12"), child);
        var found = Assert.Single(Inconsistencies(family, Ladders([Marker("M1", Frequencies)], Steps)));
        Assert.IsType<Explanation.UnseenAllele>(found.Explanation);
    }

    [Fact]
    public void Both_parents_must_have_mutated() =>
        Assert.IsType<Explanation.SeveralMutations>(Of(Trio, Steps, "FA 12/12", "MO 14/14", "CH 13/15"));

    [Fact]
    public void Children_of_one_untyped_couple_need_a_mutation_for_each_allele_beyond_four()
    {
        var found = Of("FA m, MO f, A m FA MO, B f FA MO, CH m FA MO", Steps, "A 10/11", "B 12/13", "CH 14/15");
        Assert.IsType<Explanation.SeveralMutations>(found);
        found = Of("FA m, MO f, A m FA MO, B f FA MO, CH m FA MO", Steps, "A 10/11", "B 12/13", "CH 10/14");
        Assert.IsType<Explanation.Mutation>(found);
    }

    [Fact]
    public void Without_mutation_it_cannot_be() =>
        Assert.IsType<Explanation.Impossible>(Of(Trio, new MutationModel.None(), "FA 12/12", "MO 14/14", "CH 13/14"));

    [Fact]
    public void One_step_at_most_cannot_make_three()
    {
        // A child 13/14 may have the father's 12 as 13 and the mother's 13 as 14; 15 is out of reach of both.
        var oneStep = new MutationModel.OneStep(0);
        Assert.IsType<Explanation.SeveralMutations>(Of(Trio, oneStep, "FA 12/12", "MO 13/13", "CH 13/14"));
        Assert.IsType<Explanation.Impossible>(Of(Trio, oneStep, "FA 12/12", "MO 13/13", "CH 13/15"));
    }

    [Fact]
    public void A_sons_X_is_his_mothers()
    {
        var x = Ladders([Marker("DXS10074", Frequencies)], Steps);
        var family = Family(Trio, "FA", Profile("MO", "DXS10074 12/12"), Profile("CH", "DXS10074 13/13"));
        var mutation = Assert.IsType<Explanation.Mutation>(Assert.Single(Inconsistencies(family, x)).Explanation);
        Assert.Equal(("MO", false), (mutation.Parent, mutation.FromFather));
    }

    [Theory]
    [InlineData("FA 12/13", "MO 14/15", "CH 13/14")]
    [InlineData("FA 12/13", "MO 12/13", "CH 12/12")]
    [InlineData("FA 12/13", "MO 14/14", "CH 14/-")]
    [InlineData("FA 12/-", "MO 14/14", "CH 13/14")]
    public void What_follows_Mendel_is_not_listed(params string[] readings) =>
        Assert.Empty(Inconsistencies(Read(Trio, readings), Ladders([Marker("M1", Frequencies)], Steps)));

    static Explanation Of(string pedigree, MutationModel model, params string[] readings) =>
        Of(pedigree, model, silent: 0, readings);

    static Explanation Of(string pedigree, MutationModel model, double silent, params string[] readings)
    {
        var ladders = Ladders([Marker("M1", Frequencies)], model, theta: 0.01, silent);
        var found = Assert.Single(Inconsistencies(Read(pedigree, readings), ladders));
        Assert.Equal("M1", found.Marker);
        return found.Explanation;
    }

    static Family Read(string pedigree, string[] readings)
    {
        Profile[] typed = [.. readings.Select(it => Profile(it.Split(' ')[0], "M1 " + it.Split(' ')[1]))];
        var members = Oracles.Family.Of(pedigree);
        return new("F1", members, [.. members.Members.Select(it => typed.FirstOrDefault(p => p.Id == it.Id))], []);
    }

    static IReadOnlyList<Inconsistency> Inconsistencies(Family family, MarkerLadders ladders) => Inconsistency.Of(
        new Hypothesis("H", family.Pedigree, family.Profiles), ladders.Markers, it => ladders.Of(it, []));
}
