using Homeward.Cases.Audit;
using Homeward.Cases.Identification;
using Homeward.Genetics.Pedigrees;
using Homeward.Search.Ranking;
using Homeward.Server.Genes;
using Homeward.Server.Security;
using Homeward.Storage.Genes;

namespace Homeward.Server.Features.Laboratory;

/// <summary>Opens pairs for whoever looks at the page, and weighs them as the search does. Whom it is asked about must
/// have come out of the case database's door, which lets nobody through who may not see genotypes.</summary>
sealed class Bench(ServerSettings settings, OpenSearches searches, Visitor visitor)
{
    /// <summary>Null where no genes belong to the installation.</summary>
    public GeneServing? Genes => settings.Genes;

    SearchSettings Search => settings.Genes!.Settings;

    public async Task<IReadOnlyList<CandidateLine>> LinesAsync(
        IReadOnlyList<FoundCandidate> some, IReadOnlyList<FoundCandidate> open, IReadOnlySet<long> proposed,
        CancellationToken cancel)
    {
        var pairs = await ReadAsync(some, cancel);
        return [.. some.Zip(pairs, (it, pair) =>
        {
            var isProposed = proposed.Contains(it.Number);
            if (pair is null) return new(it, null, 0, false, isProposed);
            var (child, missing) = (new RescuedChild(pair.Child.Profile), SexOf(pair));
            return new CandidateLine(
                it,
                StandingOf(it, open, child.Sex, missing, cancel),
                PairReview.CountInconsistent(pair.Family, pair.Missing, child, Search),
                child.Sex != Sex.Unknown && missing != Sex.Unknown && child.Sex != missing,
                isProposed);
        })];
    }

    /// <summary>Null when the pair is not searched any more.</summary>
    public async Task<ReviewedPair?> ReviewAsync(
        FoundCandidate candidate, IReadOnlyList<FoundCandidate> open, CancellationToken cancel)
    {
        if ((await ReadAsync([candidate], cancel))[0] is not { } pair) return null;
        var child = new RescuedChild(pair.Child.Profile);
        return new(
            pair,
            PairReview.Of(pair.Family, pair.Missing, child, Search),
            StandingOf(candidate, open, child.Sex, SexOf(pair), cancel),
            searches.Terms,
            [.. Search.Populations.Select(it => it.Assumptions.Population)]);
    }

    Standing StandingOf(
        FoundCandidate candidate, IReadOnlyList<FoundCandidate> open, Sex child, Sex missing,
        CancellationToken cancel) =>
        Standing.Of(candidate, open, Search.Threshold, searches.OneIn(child, missing, cancel));

    Task<IReadOnlyList<ReadPair?>> ReadAsync(IReadOnlyList<FoundCandidate> some, CancellationToken cancel)
    {
        var purpose = settings.IsDemonstration ? Purpose.Demonstration : Purpose.Identification;
        return settings.Genes!.Database.For(visitor.Actor, purpose)
            .ReadAsync([.. some.Select(it => it.ToGeneCandidate().Pair)], cancel);
    }

    static Sex SexOf(ReadPair pair) => pair.Family.Pedigree.Members[pair.Missing].Sex;
}
