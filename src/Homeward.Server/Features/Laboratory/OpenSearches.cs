using Homeward.Cases.Identification;
using Homeward.Genetics.Pedigrees;
using Homeward.Server.Genes;
using Homeward.Storage.Genes;

namespace Homeward.Server.Features.Laboratory;

/// <summary>How many missing people are searched for, by sex: the prior of every posterior. Kept up to date as the
/// search itself is, by what has changed since.</summary>
sealed class OpenSearches(ServerSettings settings)
{
    readonly Lock _gate = new();
    readonly Dictionary<GeneFamilyId, Sex[]> _families = [];
    readonly Dictionary<Sex, int> _sought = Enum.GetValues<Sex>().ToDictionary(it => it, _ => 0);
    readonly Lazy<SearchTerms> _terms = new(() => TermsOfSearch.Of(settings.Genes!.Settings));
    long _version;

    /// <summary>What every calculation here takes for granted.</summary>
    public SearchTerms Terms => _terms.Value;

    /// <summary>One in so many is the child's family before any gene is looked at: N open searches of compatible sex,
    /// and the family that has not reported yet.</summary>
    /// <param name="child">By amelogenin.</param>
    /// <param name="missing">As recorded. A search for the other sex is no compatible one; its own candidate counts
    /// it.</param>
    /// <param name="cancel">Stops waiting.</param>
    public int OneIn(Sex child, Sex missing, CancellationToken cancel)
    {
        lock (_gate)
        {
            Refresh(settings.Genes!.Database, cancel);
            var compatible = _sought.Where(it => child == Sex.Unknown || it.Key == Sex.Unknown || it.Key == child)
                .Sum(it => it.Value);
            var isExtra = missing != Sex.Unknown && child != Sex.Unknown && missing != child;
            return compatible + (isExtra ? 2 : 1);
        }
    }

    void Refresh(GeneDatabase genes, CancellationToken cancel)
    {
        var now = genes.Version();
        if (now == _version) return;
        new GeneHistory(genes).Families(_version, now, threads: 1, Take, cancel);
        _version = now;
    }

    void Take(IReadOnlyList<ChangedFamily> changed)
    {
        foreach (var family in changed.Select(it => it.Family))
        {
            if (_families.Remove(family.Id, out var before))
                foreach (var sex in before) _sought[sex]--;
            if (family.Pedigree is null) continue;
            Sex[] sought = [.. family.Members.Where(it => it.IsMissing).Select(it => it.Sex)];
            foreach (var sex in sought) _sought[sex]++;
            _families.Add(family.Id, sought);
        }
    }
}
