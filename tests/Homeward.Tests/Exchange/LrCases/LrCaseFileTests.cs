using System.Text;
using Homeward.Exchange.LrCases;
using Homeward.Genetics.Primitives;

namespace Homeward.Tests.Exchange.LrCases;

public sealed class LrCaseFileTests
{
    /// <summary>A father–daughter–mother trio at one marker, everything in order.</summary>
    const string Good = """
        {
          "id": "t", "chromosome": "autosomal", "theta": 0.0,
          "loci": [{ "name": "A", "alleles": ["14", "15", "16", "18"], "frequencies": [0.2, 0.3, 0.4, 0.1],
                     "silentFrequency": null,
                     "mutation": { "male": { "model": "none" }, "female": { "model": "none" } } }],
          "hypotheses": {
            "H1": [{ "id": "AF", "sex": "male", "father": null, "mother": null },
                   { "id": "MO", "sex": "female" }, { "id": "CH", "sex": "female", "father": "AF", "mother": "MO" }],
            "H2": [{ "id": "AF", "sex": "male" }, { "id": "CH", "sex": "female", "father": "X", "mother": "MO" },
                   { "id": "X", "sex": "male" }, { "id": "MO", "sex": "female" }]
          },
          "genotypes": { "AF": { "A": ["14", "15"] }, "CH": { "A": ["16", "14"] }, "MO": { "A": ["15", "16"] } },
          "dropout": { "CH": 0.0 }
        }
        """;

    [Fact]
    public void A_trio_gives_one_over_twice_the_frequency()
    {
        var comparison = Assert.Single(Assert.Single(Read(Good).Value!.Cases).Evaluate().Comparisons);

        Assert.Equal(("H1", "H2"), (comparison.Numerator, comparison.Denominator));
        Assert.Equal(1 / (2 * 0.2), comparison.Markers[0].Lr!.Value, 1e-12);
        Assert.Equal(Math.Log10(2.5), comparison.Log10!.Value, 1e-12);
    }

    [Fact]
    public void Exchanging_the_hypotheses_gives_the_reciprocal()
    {
        var one = Assert.Single(Read(Good).Value!.Cases);
        var other = one with { Hypotheses = [.. one.Hypotheses.Reverse()] };
        Assert.Equal(1, Lr(one) * Lr(other), 1e-13);

        static double Lr(LrCase it) => it.Evaluate().Comparisons[0].Markers[0].Lr!.Value;
    }

    [Fact]
    public void A_list_stays_a_list_and_one_case_stays_one()
    {
        Assert.False(Read(Good).Value!.IsList);
        var list = Read($"[{Good},{Good}]").Value!;
        Assert.True(list.IsList);
        Assert.Equal(2, list.Cases.Count);
        Assert.Empty(Read("[]").Value!.Cases);
    }

    [Fact]
    public void A_byte_order_mark_is_no_problem() => Assert.True(Read("\uFEFF" + Good).IsValid);

    public static TheoryData<string, string, string> FaultsOfMarkers => new()
    {
        { "\"id\": \"t\"", "\"id\": 7", "$.id: is not a text" },
        { "\"id\": \"t\"", "\"id\": \"t\", \"id\": \"t\"", "$.id: is given more than once" },
        { "\"id\": \"t\"", "\"id\": \"\\ud800\"", "$.id: is not a valid text" },
        { "\"id\": \"t\"", "\"id\": \"t\", \"note\": 1", "$.note: is not a field of the format" },
        { "\"id\": \"t\"", "\"id\": \"t\", \"a b\": 1", "$[\"a b\"]: is not a field of the format" },
        { "\"id\": \"t\",", "", "$.id: is missing" },
        { "\"autosomal\"", "\"Y\"", "$.chromosome: is neither autosomal nor X" },
        { "\"theta\": 0.0", "\"theta\": 1", "$.theta: is not between 0 and below 1" },
        { "\"theta\": 0.0", "\"theta\": \"0\"", "$.theta: is not a number" },
        { "\"theta\": 0.0", "\"theta\": 1e999", "$.theta: is not a number" },
        { "\"16\", \"18\"]", "\"16\", \"14\"]", "$.loci[0].alleles[3]: is the same as an earlier allele" },
        { "\"16\", \"18\"]", "\"16\", \"-\"]", "$.loci[0].alleles[3]: is no name for an allele" },
        { "[\"14\", \"15\", \"16\"", "[14, \"15\", \"16\"", "$.loci[0].alleles[0]: is not a text" },
        { "[0.2, 0.3, 0.4, 0.1]", "[0.2, 0.8]", "$.loci[0].frequencies: has 2 frequencies for 4 alleles" },
        { "[0.2, 0.3, 0.4, 0.1]", "[0.2, 0.3, 0.4, 0.10001]", "$.loci[0].frequencies: do not sum to 1" },
        { "[0.2, 0.3, 0.4, 0.1]", "[-0.2, 0.7, 0.4, 0.1]", "$.loci[0].frequencies[0]: is not between 0 and 1" },
        {
            "\"silentFrequency\": null", "\"silentFrequency\": 0.1",
            "$.loci[0].frequencies: do not sum to 1 - silentFrequency"
        },
        {
            "\"male\": { \"model\": \"none\" }", "\"male\": { \"model\": \"some\" }",
            "$.loci[0].mutation.male.model: is none of none, equal, proportional, stepwise, onestep, custom"
        },
        {
            "\"male\": { \"model\": \"none\" }", "\"male\": { \"model\": \"equal\" }",
            "$.loci[0].mutation.male.rate: is missing"
        },
        {
            "\"male\": { \"model\": \"none\" }", "\"male\": { \"model\": \"equal\", \"rate\": 2 }",
            "$.loci[0].mutation.male.rate: is not a probability between 0 and 1"
        },
        {
            "\"male\": { \"model\": \"none\" }",
            "\"male\": { \"model\": \"equal\", \"rate\": 0.1, \"transform\": \"PR\" }",
            "$.loci[0].mutation.male.transform: is none of PM, MH, BA"
        },
        {
            "\"male\": { \"model\": \"none\" }",
            "\"male\": { \"model\": \"custom\", \"matrix\": [[1, 0, 0], 0, [0, 0, 1]] }",
            "$.loci[0].mutation.male.matrix[1]: is not a list"
        },
    };

    public static TheoryData<string, string, string> FaultsOfPeople => new()
    {
        {
            "\"MO\", \"sex\": \"female\" },", "\"MO\", \"sex\": \"girl\" },",
            "$.hypotheses.H1[1].sex: is neither male nor female"
        },
        {
            "\"father\": \"AF\", \"mother\": \"MO\"", "\"father\": \"AF\"",
            "$.hypotheses.H1: CH has exactly one parent; give both or neither"
        },
        {
            "\"father\": \"AF\", \"mother\": \"MO\"", "\"father\": \"AG\", \"mother\": \"MO\"",
            "$.hypotheses.H1: CH has a father who is not in the pedigree"
        },
        {
            "{ \"id\": \"AF\", \"sex\": \"male\" },", "",
            "$.genotypes.AF: is of a person who is missing from hypothesis H2"
        },
        { "[\"16\", \"14\"]", "[\"16\", \"17\"]", "$.genotypes.CH.A[1]: is no allele of this locus" },
        { "[\"16\", \"14\"]", "[\"16\"]", "$.genotypes.CH.A: is not two alleles" },
        { "[\"16\", \"14\"]", "[\"16\", \"16\", \"14\"]", "$.genotypes.CH.A: is not two alleles" },
        { "[\"16\", \"14\"]", "[\"-\", \"-\"]", "$.genotypes.CH.A: tells no allele; leave it out" },
        { "\"CH\": { \"A\":", "\"CH\": { \"B\":", "$.genotypes.CH.B: is of no locus of this case" },
        { "{ \"CH\": 0.0 }", "{ \"CH\": 1 }", "$.dropout.CH: is not between 0 and below 1" },
        { "{ \"CH\": 0.0 }", "{ \"ZZ\": 0.1 }", "$.dropout.ZZ: is of a person in no hypothesis" },
        { "{ \"CH\": 0.0 }", "[]", "$.dropout: is not an object" },
        {
            "{ \"CH\": 0.0 }", "{} // none",
            "line 13, byte 17: is not JSON (comments and trailing commas are not part of the format)"
        },
    };

    [Theory, MemberData(nameof(FaultsOfMarkers)), MemberData(nameof(FaultsOfPeople))]
    public void Each_fault_is_told_with_its_path(string good, string bad, string expected)
    {
        Assert.Contains(good, Good);
        var read = Read(Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Equal([expected], read.Problems.Select(it => it.ToString()));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var bad = Good
            .Replace("\"theta\": 0.0", "\"theta\": -1", StringComparison.Ordinal)
            .Replace("[0.2, 0.3, 0.4, 0.1]", "[0.2, 0.3, 0.4, 0.2]", StringComparison.Ordinal)
            .Replace("[\"16\", \"14\"]", "[\"16\", \"17\"]", StringComparison.Ordinal)
            .Replace("{ \"CH\": 0.0 }", "{ \"CH\": 7 }", StringComparison.Ordinal);
        Assert.Equal(
            ["$.theta", "$.loci[0].frequencies", "$.genotypes.CH.A[1]", "$.dropout.CH"],
            Read($"[{Good}, {bad}]").Problems.Select(it => it.Place.Replace("$[1]", "$", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[1, null]")]
    [InlineData("{\"a\":")]
    public void What_is_no_case_is_refused(string text) => Assert.False(Read(text).IsValid);

    [Fact]
    public void Deep_nesting_and_broken_text_are_refused()
    {
        Assert.False(Read(new string('[', 1_000_000)).IsValid);
        Assert.False(LrCaseFile.Read(new byte[] { (byte)'"', 0xFF, (byte)'"' }).IsValid);
        Assert.False(LrCaseFile.Read(Encoding.Unicode.GetBytes(Good)).IsValid);
    }

    [Theory]
    [InlineData("[\"14\"]", true)]
    [InlineData("[\"14\", \"14\"]", true)]
    [InlineData("[\"14\", \"15\"]", false)]
    [InlineData("[\"-\"]", false)]
    [InlineData("[\"14\", \"-\"]", false)]
    [InlineData("[]", false)]
    public void A_male_has_one_X_allele(string alleles, bool isValid)
    {
        var x = Good.Replace("autosomal", "X", StringComparison.Ordinal)
            .Replace("\"AF\": { \"A\": [\"14\", \"15\"]", "\"AF\": { \"A\": " + alleles, StringComparison.Ordinal);
        Assert.Equal(isValid, Read(x).IsValid);
    }

    [Fact]
    public void A_typed_person_has_one_sex()
    {
        var two = Good.Replace(
            "\"H2\": [{ \"id\": \"AF\", \"sex\": \"male\"", "\"H2\": [{ \"id\": \"AF\", \"sex\": \"female\"",
            StringComparison.Ordinal);
        Assert.Equal("$.genotypes.AF", Assert.Single(Read(two).Problems).Place);
    }

    [Fact]
    public void A_parameter_that_a_model_does_not_use_is_warned_of()
    {
        var read = Read(Good.Replace(
            "\"male\": { \"model\": \"none\" }", "\"male\": { \"model\": \"none\", \"rate\": 0.1, \"range\": null }",
            StringComparison.Ordinal));
        Assert.True(read.IsValid);
        Assert.Equal("$.loci[0].mutation.male.rate", Assert.Single(read.Warnings).Place);
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(
                CsCheck.Gen.Int[0, bytes.Length - 1], CsCheck.Gen.Int[0, bytes.Length - 1], CsCheck.Gen.Byte),
            (at, from, value) =>
            {
                byte[] damaged = [.. bytes];
                damaged[at] = value;
                var read = LrCaseFile.Read(damaged.AsMemory(..Math.Max(at, from)));
                _ = LrCaseFile.Read(damaged).Value?.Cases.Select(it => it.Evaluate()).ToList();
                _ = read.IsValid;
            },
            iter: Soak.Rounds(3000));
    }

    static Parsed<LrCaseFile> Read(string text) => LrCaseFile.Read(Encoding.UTF8.GetBytes(text));
}
