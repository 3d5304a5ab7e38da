using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Profiles;

namespace Homeward.Tests.Kinship;

/// <summary>Populations, profiles and families in few words.</summary>
static class MadeUpKinship
{
    public static readonly MutationModel Steps = new MutationModel.Stepwise(0, Rate2: 1e-6, Range: 0.1);

    public static Allele Allele(string text)
    {
        Assert.True(Genetics.Markers.Allele.TryParse(text, out var allele), text);
        return allele;
    }

    /// <summary><c>12/14</c>, or <c>12/-</c> for one allele known.</summary>
    public static Genotype Genotype(string text)
    {
        var parts = text.Split('/');
        return parts[1] == "-"
            ? Genetics.Profiles.Genotype.OneKnown(Allele(parts[0]))
            : new(Allele(parts[0]), Allele(parts[1]));
    }

    /// <summary><c>M1 12/14, M2 9.3/10</c>.</summary>
    public static Profile Profile(string id, string text) => new(id, text
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(it => it.Split(' '))
        .ToDictionary(it => it[0], it => Genotype(it[1])));

    /// <summary><c>12 0.2, 13 0.3, 14 0.5</c>.</summary>
    public static MarkerFrequencies Marker(string name, string text)
    {
        var pairs = text.Split(',', StringSplitOptions.TrimEntries).Select(it => it.Split(' ')).ToArray();
        return new(
            name,
            [.. pairs.Select(it => Allele(it[0]))],
            [.. pairs.Select(it => double.Parse(it[1], System.Globalization.CultureInfo.InvariantCulture))],
            1000);
    }

    public static MarkerLadders Ladders(
        IReadOnlyList<MarkerFrequencies> markers,
        MutationModel? mutation = null,
        double theta = 0,
        double silent = 0,
        double male = 0.002,
        double female = 0.0005,
        string name = "made-up")
    {
        var parsed = MarkerLadders.From(new()
        {
            Population = new(name, "made up", markers),
            Floor = new MinimumFrequency.Fixed(0.001),
            Mutation = new(mutation ?? new MutationModel.None(), _ => new(male, female, "made up"), "made up"),
            Theta = new(theta),
            SilentFrequency = _ => silent,
        });
        Assert.True(parsed.IsValid, string.Join("; ", parsed.Problems));
        return parsed.Value;
    }

    /// <param name="pedigree">As <see cref="Oracles.Family"/> reads it.</param>
    /// <param name="missing">Ids of the members sought, apart by spaces.</param>
    /// <param name="typed">Profiles whose ids are those of members.</param>
    public static Family Family(string pedigree, string missing, params Profile[] typed) =>
        Family("F1", Oracles.Family.Of(pedigree), missing, typed);

    public static Family Family(string id, Pedigree pedigree, string missing, params Profile[] typed) => new(
        id, pedigree,
        [.. pedigree.Members.Select(it => typed.FirstOrDefault(profile => profile.Id == it.Id))],
        [.. missing.Split(' ').Select(pedigree.IndexOf)]);

    /// <summary>log10 LR of the first hypothesis over the second, at all markers of the ladders.</summary>
    public static double Log10(Hypothesis numerator, Hypothesis denominator, MarkerLadders ladders) =>
        Comparison.Of([numerator, denominator], ladders.Markers, ladders).Over(1).Log10;
}
