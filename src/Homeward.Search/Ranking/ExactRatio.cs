using System.Collections.Concurrent;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Compiling;

namespace Homeward.Search.Ranking;

/// <summary>
/// The full-precision LR of a child and a missing member. Pedigrees of one form are prepared once, since most of a
/// nation's families are of a few forms. Safe to use from several threads.
/// </summary>
sealed class ExactRatio(SearchSettings settings)
{
    readonly string[] _markers = [.. settings.Markers];
    readonly ConcurrentDictionary<(string Form, Sex Sex), (Hypothesis Claim, Hypothesis Unrelated)> _forms = new();

    /// <summary>log10 LR by population; null when the smallest is below the threshold, or undefined.</summary>
    public double[]? Of(Family family, int missing, RescuedChild child)
    {
        var (claim, unrelated) = HypothesesOf(family, missing, child);
        var markers = MarkersCompared(family, claim, unrelated, child.Profile);
        var ratios = new double[settings.Populations.Count];
        for (var i = 0; i < ratios.Length; i++)
        {
            ratios[i] = Comparison.Of([claim, unrelated], markers, settings.Populations[i]).Over(1).Log10;
            if (!(ratios[i] >= settings.Threshold)) return null;
        }
        return ratios;
    }

    /// <summary>
    /// Markers typed in the child and in at least one relative; on the X, only where it fits everybody's sex.
    /// </summary>
    public string[] MarkersCompared(Family family, Hypothesis claim, Hypothesis unrelated, Profile child)
    {
        var markers = new List<string>(_markers.Length);
        foreach (var marker in _markers)
            if (child.Genotypes.ContainsKey(marker) && IsTyped(family, marker)
                && (!settings.Populations[0].IsX(marker)
                    || (Comparison.FitsX(marker, claim) && Comparison.FitsX(marker, unrelated))))
                markers.Add(marker);
        return [.. markers];
    }

    static bool IsTyped(Family family, string marker)
    {
        foreach (var profile in family.Profiles)
            if (profile is not null && profile.Genotypes.ContainsKey(marker)) return true;
        return false;
    }

    (Hypothesis Claim, Hypothesis Unrelated) HypothesesOf(Family family, int missing, RescuedChild child)
    {
        var key = (FamilyForm.KeyOf(family, missing), child.Sex);
        if (!_forms.TryGetValue(key, out var form))
            form = _forms.GetOrAdd(key, FamilyClaims.Main(family, missing, child.Profile, child.Sex));
        Profile?[] claimed = [.. family.Profiles];
        claimed[missing] = child.Profile;
        return (form.Claim.With(claimed), form.Unrelated.With([.. family.Profiles, child.Profile]));
    }
}
