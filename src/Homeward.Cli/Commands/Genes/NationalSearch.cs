using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Primitives;
using Homeward.Search.Ranking;
using Homeward.Storage.Genes;

namespace Homeward.Cli.Commands.Genes;

/// <summary>Searches everybody in the gene database who has not been searched, and says so in its ledger.</summary>
/// <param name="ledger">Who was searched.</param>
/// <param name="settings">What is taken for granted.</param>
/// <param name="words">The same for people.</param>
sealed class NationalSearch(SearchLedger ledger, SearchSettings settings, string words)
{
    /// <summary>One run is enough while nobody changes anything; with every change that came during one there is
    /// another.
    /// </summary>
    /// <returns>How many children and families were searched, and how many pairs were found.</returns>
    public NationalSearchResult Run(Action<double>? done, CancellationToken cancel)
    {
        ledger.Begin(TermsOf(settings, words));
        var result = new NationalSearchResult(0, 0, 0);
        for (var work = ledger.Work(); !work.IsDone; work = ledger.Work())
        {
            cancel.ThrowIfCancellationRequested();
            var findings = Find(work, settings, done, cancel);
            if (!ledger.Complete(work, findings)) return result;
            result = new(
                result.Children + work.UnsearchedChildren.Count,
                result.Families + work.UnsearchedFamilies.Count,
                result.Pairs + findings.Pairs.Count);
        }
        return result;
    }

    /// <summary>Every pair of which one has not been searched: the new children with all families, then the new
    /// families with the other children.</summary>
    internal static SearchFindings Find(
        SearchWork work, SearchSettings settings, Action<double>? done, CancellationToken cancel)
    {
        var isNew = work.Children.ToLookup(it => work.UnsearchedChildren.Contains(AccessionOf(it.Id)));
        var newFamilies = work.Families.Where(it => work.UnsearchedFamilies.Contains(FamilyOf(it.Id))).ToList();
        var (pairs, cannotReach, tooOpen) = (new List<GenePair>(),
            new HashSet<GeneFamilyId>(), new HashSet<GeneFamilyId>());
        foreach (var (children, families) in new[] { (isNew[true], work.Families), (isNew[false], newFamilies) })
        {
            RescuedChild[] rescued = [.. children.Select(it => new RescuedChild(it))];
            if (rescued.Length == 0 || families.Count == 0) continue;
            var found = new FamilySearch(settings, rescued).Run(families, Share.Of(done), cancel);
            pairs.AddRange(found.Candidates.Select(it => new GenePair(
                AccessionOf(it.Child), FamilyOf(it.Family), it.Missing, it.Log10)));
            cannotReach.UnionWith(found.Unreachable.Select(it => FamilyOf(it.Family)));
            tooOpen.UnionWith(found.TooOpen.Select(it => FamilyOf(it.Family)));
        }
        return new(pairs, cannotReach, tooOpen);
    }

    /// <summary>The digest covers everything that a result depends on; the number of threads and the kernel are not
    /// among it.</summary>
    internal static SearchTerms TermsOf(SearchSettings settings, string words)
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
        return new(typeof(FamilySearch).Assembly.GetName().Version!.ToString(), digest, words);
    }

    static double[] CellsOf(KinshipAssumptions assumptions, MarkerLadder ladder, bool male)
    {
        var matrix = assumptions.Mutation.Of(ladder.Model.Name, male)
            .Matrix(ladder.Alleles, ladder.Model.Founder[..ladder.Model.VisibleCount].ToArray());
        Check.That(matrix.IsValid, "the ladders were made with this model");
        return matrix.Value.Cells.ToArray();
    }

    static AccessionNumber AccessionOf(string id)
    {
        var isNumber = AccessionNumber.TryParse(id, out var accession);
        Check.That(isNumber, "a profile of the gene database is named by its accession number");
        return accession;
    }

    static GeneFamilyId FamilyOf(string id) => new(Guid.ParseExact(id, "N"));

    /// <summary>All stages on one bar, a third each.</summary>
    sealed class Share(Action<double> done) : IProgress<(string Stage, double Share)>
    {
        static readonly string[] Stages = [SearchStages.Compiling, SearchStages.Scanning, SearchStages.Explaining];

        public static Share? Of(Action<double>? done) => done is null ? null : new(done);

        public void Report((string Stage, double Share) value) =>
            done((Array.IndexOf(Stages, value.Stage) + value.Share) / Stages.Length);
    }
}
