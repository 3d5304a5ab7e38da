using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Search.Ranking;

/// <summary>Puts the pairs over the threshold in order and says how far each one stands out.</summary>
/// <remarks>
/// Order: log10 LR rounded to six places, descending, then family, then missing member, by ordinal id; so the list is
/// the same at any number of threads and on any machine.
/// </remarks>
sealed class Ranker(ExactRatio exact, SoughtMembers sought, Func<int, RescuedChild> childOf)
{
    const double Lead = 4, CandidateLimit = 6, Strong = 10, StrongMargin = 4;
    readonly SearchSettings _settings = exact.Settings;

    /// <summary>A pair with the names that decide between equals.</summary>
    sealed record Named(FoundPair Pair, string Family, string Missing)
    {
        public double Log10 { get; } = Pair.Log10;
    }

    sealed record Placed(
        Named Named, RescuedChild Child, int Rank, bool IsTied, Margin OverNextFamily, Margin OverNextChild);

    /// <param name="pairs">In any order.</param>
    /// <param name="done">Told the share of the candidates explained.</param>
    /// <param name="cancel">Looked at between candidates.</param>
    public IReadOnlyList<Candidate> Ranked(
        IEnumerable<FoundPair> pairs, Action<double>? done, CancellationToken cancel)
    {
        Named[] named = [.. pairs.Select(NamedOf)];
        var bySought = named.ToLookup(it => it.Pair.Sought);
        Placed[] placed = [.. named.GroupBy(it => it.Pair.Slot).OrderBy(it => it.Key)
            .SelectMany(ofChild => PlacedOf(childOf(ofChild.Key), ofChild, bySought))];
        var candidates = new Candidate[placed.Length];
        var ready = 0;
        var threads = _settings.Scan.Threads;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, placed.Length, parallel, i =>
        {
            candidates[i] = CandidateOf(placed[i]);
            if (Interlocked.Increment(ref ready) % 64 == 0) done?.Invoke((double)ready / placed.Length);
        });
        return candidates;
    }

    Named NamedOf(FoundPair pair)
    {
        var (family, missing) = sought.NamesOf(pair.Sought);
        return new(pair, family, missing);
    }

    IEnumerable<Placed> PlacedOf(RescuedChild child, IEnumerable<Named> ofChild, ILookup<int, Named> bySought)
    {
        var ordered = ofChild
            .OrderByDescending(it => Rounded(it.Log10))
            .ThenBy(it => it.Family, StringComparer.Ordinal)
            .ThenBy(it => it.Missing, StringComparer.Ordinal)
            .ToArray();
        foreach (var it in ordered)
            yield return new(
                it, child,
                1 + ordered.Count(other => Rounded(other.Log10) > Rounded(it.Log10)),
                ordered.Count(other => Rounded(other.Log10) == Rounded(it.Log10)) > 1,
                MarginOver(it, ordered.Where(other => other.Family != it.Family)),
                MarginOver(it, bySought[it.Pair.Sought].Where(other => other.Pair.Slot != it.Pair.Slot)));
    }

    Candidate CandidateOf(Placed it)
    {
        var pair = it.Named.Pair;
        var (missingSex, log10) = (sought.SexOf(pair.Sought), it.Named.Log10);
        // A search for the other sex is not among the compatible ones; its own candidate counts it.
        var isExtra = missingSex != Sex.Unknown && it.Child.Sex != Sex.Unknown && missingSex != it.Child.Sex;
        var prior = 1.0 / (sought.CompatibleWith(it.Child.Sex) + (isExtra ? 2 : 1));
        var details = DetailsOf(it);
        return new()
        {
            Child = it.Child.Id,
            Family = it.Named.Family,
            Missing = it.Named.Missing,
            Rank = it.Rank,
            IsTied = it.IsTied,
            ByPopulation = [.. pair.Ratios.Select((ratio, i) =>
                new PopulationRatio(_settings.Populations[i].Assumptions.Population.Name, ratio))],
            Log10 = log10,
            IsExplained = details is not null,
            Markers = details?.Markers ?? [],
            Inconsistencies = details?.Inconsistencies ?? [],
            Alternatives = details?.Alternatives ?? [],
            OverNextFamily = it.OverNextFamily,
            OverNextChild = it.OverNextChild,
            Prior = prior,
            Posterior = Posterior(prior, log10),
            Band = BandOf(log10, it.OverNextFamily, it.OverNextChild),
            ChildSex = it.Child.Sex,
            MissingSex = missingSex,
        };
    }

    /// <summary>Null for a rank that is not explained, and where an alternative is out of exact reach.</summary>
    PairDetails? DetailsOf(Placed it)
    {
        if (it.Rank > _settings.ExplainedRanks) return null;
        var pair = it.Named.Pair;
        try
        {
            return PairDetails.Of(
                sought.FamilyOf(pair.Sought), sought.MissingOf(pair.Sought), it.Child,
                Array.IndexOf(pair.Ratios, it.Named.Log10), exact);
        }
        catch (LikelihoodTooLargeException)
        {
            return null;
        }
    }

    Margin MarginOver(Named pair, IEnumerable<Named> others)
    {
        var next = others.Select(it => it.Log10).DefaultIfEmpty(double.NegativeInfinity).Max();
        return double.IsNegativeInfinity(next)
            ? new(pair.Log10 - _settings.Threshold, IsAtLeast: true)
            : new(pair.Log10 - next, IsAtLeast: false);
    }

    /// <summary>π·LR/(π·LR + 1 − π), without overflow.</summary>
    internal static double Posterior(double prior, double log10) =>
        1 / (1 + (1 - prior) / prior * Math.Pow(10, -log10));

    internal static Band BandOf(double log10, Margin overFamily, Margin overChild) =>
        log10 >= Strong && Math.Min(overFamily.Log10, overChild.Log10) >= StrongMargin ? Band.Strong
        : log10 >= CandidateLimit ? Band.Candidate
        : log10 >= Lead ? Band.Lead
        : Band.BelowLead;

    static double Rounded(double log10) => Math.Round(log10, 6);
}
