using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Simulation;
using Homeward.Server.Features.Calculator;
using Homeward.Server.Language;

namespace Homeward.Tests.Server.Calculator;

/// <summary>Formulas by hand: Evett and Weir, Interpreting DNA Evidence (1998), paternity without mutation.</summary>
public sealed class CalculationTests
{
    static CalculatorForm Form(string shape, string model, string theta, string sheet) =>
        CalculatorForm.Of(it => it switch
        {
            "shape" => shape,
            "model" => model,
            "theta" => theta,
            "sheet" => sheet,
            _ => null,
        });

    static Calculation Calculated(CalculatorForm form)
    {
        var sheet = GenotypeSheet.Read(form.Sheet, form.Columns);
        Assert.Empty(sheet.Problems);
        return Calculation.Of(form, sheet);
    }

    /// <summary>All alleles of these tests are in the table above the floor.</summary>
    static double Frequency(string marker, int repeats)
    {
        var table = PopulationCatalogue.Find("china-han")!.Find(marker)!;
        var ladder = table.Ladder([], new MinimumFrequency.FivePerCount());
        return ladder.Frequencies[ladder.Alleles.ToList().IndexOf(Allele.Repeats(repeats))];
    }

    [Fact]
    public void One_parent_and_a_child_that_share_one_allele_weigh_a_quarter_over_its_frequency()
    {
        var result = Calculated(Form("father", "none", "0", "m child father\nTH01 7/9 6/9"));

        Assert.Equal(1 / (4 * Frequency("TH01", 9)), Math.Pow(10, result.Total.Log10), 1e-9);
    }

    [Fact]
    public void Both_parents_heterozygous_weigh_an_eighth_over_the_product_of_the_frequencies()
    {
        var result = Calculated(Form("couple", "none", "0", "m child father mother\nTH01 7/9 6/9 7/8"));

        Assert.Equal(
            1 / (8 * Frequency("TH01", 9) * Frequency("TH01", 7)), Math.Pow(10, result.Total.Log10), 1e-9);
        Assert.Equal(result.Total.Log10, result.Markers.Sum(it => it.Ratio.Log10), 1e-12);
    }

    [Fact]
    public void A_mutation_is_not_an_exclusion_and_its_likeliest_way_is_named()
    {
        const string Sheet = "m child father\nTH01 7/9 6/10";

        Assert.True(Calculated(Form("father", "none", "0", Sheet)).Total.IsExclusion);
        var stepwise = Calculated(Form("father", "stepwise", "0", Sheet));
        Assert.False(stepwise.Total.IsExclusion);
        Assert.NotNull(Assert.Single(stepwise.Markers).Inconsistency);
    }

    [Fact]
    public void Shares_of_claim_and_alternatives_add_up_to_one()
    {
        var result = Calculated(Form("couple", "stepwise", "0.01", "m child father mother\nTH01 7/9 6/9 7/8"));

        Assert.Equal(1, result.Posterior + result.Alternatives.Sum(it => it.Posterior), 1e-9);
        Assert.Equal(8, result.Alternatives.Count);
    }

    [Fact]
    public void Every_shape_has_an_example_with_one_inconsistency_and_words_for_all_it_says()
    {
        foreach (var kind in FamilyKind.All)
        {
            var form = Form(kind.Name, "stepwise", "0.01", "");
            var result = Calculated(form with { Sheet = ExampleSheet.Of(form) });

            Assert.Single(result.Markers, it => it.Inconsistency is not null);
            Assert.All(result.Alternatives, it => Assert.Contains("claim." + it.Name, WordBook.All));
        }
    }
}
