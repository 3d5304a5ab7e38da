using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Simulation;

namespace Homeward.Tests.Simulation;

/// <summary>Two independent codes on the same families: what is drawn, and how likely it is said to be.</summary>
public sealed class GeneDropLikelihoodTests
{
    const int Draws = 300_000;
    static readonly MutationMatrix Male = new(2, [0.9, 0.1, 0.3, 0.7]);
    static readonly MutationMatrix Female = new(2, [0.95, 0.05, 0.2, 0.8]);

    static readonly Pedigree Trio = Pedigree.From(
    [
        new("child", Sex.Female, "father", "mother"),
        new("father", Sex.Male, null, null),
        new("mother", Sex.Female, null, null),
    ]).Value!;

    static readonly Pedigree SonsOfSisters = Pedigree.From(
    [
        new("one", Sex.Male, "husband", "elder"),
        new("two", Sex.Male, "friend", "younger"),
        new("elder", Sex.Female, "father", "mother"),
        new("younger", Sex.Female, "father", "mother"),
        new("father", Sex.Male, null, null),
        new("mother", Sex.Female, null, null),
        new("husband", Sex.Male, null, null),
        new("friend", Sex.Male, null, null),
    ]).Value!;

    public static TheoryData<string, bool, double, double, double> Cases => new()
    {
        { "trio", false, 0, 0, 0 },
        { "trio", false, 0.1, 0, 0 },
        { "trio", false, 0, 0.15, 0 },
        { "trio", false, 0.05, 0.1, 0.2 },
        { "trio", true, 0.1, 0, 0.1 },
        { "sons of sisters", false, 0.1, 0, 0 },
        { "sons of sisters", true, 0, 0, 0 },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Families_are_drawn_as_often_as_their_likelihood_says(
        string family, bool isX, double theta, double silent, double dropOut)
    {
        var pedigree = family == "trio" ? Trio : SonsOfSisters;
        var marker = new MarkerModel("M", isX, [0.4 - silent, 0.6], silent, Male, Female);
        var count = pedigree.Members.Count;
        double[] dropOuts = dropOut == 0 ? [] : [.. Enumerable.Repeat(dropOut, count)];
        // The first members are looked at, so that the rest is summed over by the likelihood and forgotten by the draw.
        var watched = family == "trio" ? 3 : 2;
        var drawn = Draw(pedigree, marker, new Theta(theta), dropOuts, watched);

        var (counts, probabilities) = (new List<double>(), new List<double>());
        var likelihood = new PedigreeLikelihood(pedigree);
        foreach (var readings in AllReadings(watched, count))
        {
            var isMaleHeterozygous = readings.Index().Any(
                it => isX && it.Item.IsHeterozygous && pedigree.Members[it.Index].Sex == Sex.Male);
            if (isMaleHeterozygous) continue;
            var log10 = likelihood.Log10(marker, readings, new Theta(theta), dropOuts);
            counts.Add(drawn.GetValueOrDefault(Key(readings, watched)));
            probabilities.Add(Math.Pow(10, log10));
        }
        // What is left: somebody of whom nothing was read.
        counts.Add(Draws - counts.Sum());
        probabilities.Add(Math.Max(0, Math.Round(1 - probabilities.Sum(), 12)));
        ChiSquare.Fits([.. counts], [.. probabilities]);
    }

    static Dictionary<string, double> Draw(
        Pedigree pedigree, MarkerModel marker, Theta theta, double[] dropOuts, int watched)
    {
        var random = new SeededRandom(89);
        var drop = new GeneDrop(pedigree, theta);
        var readings = new Reading[pedigree.Members.Count];
        var counts = new Dictionary<string, double>();
        for (var i = 0; i < Draws; i++)
        {
            drop.Draw(marker, random, readings, dropOuts);
            var key = Key(readings, watched);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        return counts;
    }

    static IEnumerable<Reading[]> AllReadings(int watched, int count)
    {
        Reading[] possible = [Reading.Of(0, 0), Reading.Of(0, 1), Reading.Of(1, 1)];
        for (var code = 0; code < Math.Pow(3, watched); code++)
        {
            var readings = new Reading[count];
            for (var (i, left) = (0, code); i < watched; i++, left /= 3) readings[i] = possible[left % 3];
            yield return readings;
        }
    }

    static string Key(Reading[] readings, int watched) =>
        string.Concat(readings.Take(watched).Select(it => $"{it.A},{it.B};"));
}
