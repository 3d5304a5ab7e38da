using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Homeward.Cases.Identification;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Primitives;
using Homeward.Search.Ranking;

namespace Homeward.Server.Genes;

/// <summary>What a search takes for granted, as the ledger keeps it.</summary>
public static class TermsOfSearch
{
    /// <summary>The digest covers everything that a result depends on; the number of threads and the kernel are not
    /// among it.</summary>
    public static SearchTerms Of(SearchSettings settings)
    {
        var text = new StringBuilder();
        foreach (var population in settings.Populations)
        {
            var it = population.Assumptions;
            text.Append(CultureInfo.InvariantCulture,
                $"{it.Population.Name} {it.Floor} {it.Mutation.Words} {it.Theta.Value:R}\n");
            foreach (var marker in settings.Markers)
            {
                var ladder = population.Of(marker, []);
                text.Append(CultureInfo.InvariantCulture, $"{marker} {it.SilentFrequency(marker):R}");
                foreach (var (allele, frequency) in ladder.Alleles.Zip(ladder.Model.Founder.ToArray()))
                    text.Append(CultureInfo.InvariantCulture, $" {allele}:{frequency:R}");
                foreach (var male in (ReadOnlySpan<bool>)[true, false])
                    foreach (var cell in CellsOf(it, ladder, male))
                        text.Append(CultureInfo.InvariantCulture, $" {cell:R}");
                text.Append('\n');
            }
        }
        text.Append(CultureInfo.InvariantCulture, $"{settings.Threshold:R}");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return new(typeof(FamilySearch).Assembly.GetName().Version!.ToString(), digest, WordsOf(settings));
    }

    /// <summary>The terms for people.</summary>
    static string WordsOf(SearchSettings settings)
    {
        var names = settings.Populations.Select(it => it.Assumptions.Population.Name);
        var it = settings.Populations[0].Assumptions;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"populations {string.Join(", ", names)}; theta {it.Theta.Value}; {it.Mutation.Words}; "
            + $"least frequency {it.Floor}; threshold log10 {settings.Threshold}");
    }

    static double[] CellsOf(KinshipAssumptions assumptions, MarkerLadder ladder, bool male)
    {
        var matrix = assumptions.Mutation.Of(ladder.Model.Name, male)
            .Matrix(ladder.Alleles, ladder.Model.Founder[..ladder.Model.VisibleCount].ToArray());
        Check.That(matrix.IsValid, "the ladders were made with this model");
        return matrix.Value.Cells.ToArray();
    }
}
