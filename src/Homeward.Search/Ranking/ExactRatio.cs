using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Ranking;

/// <summary>
/// The full-precision LR of a child and a missing member. Pedigrees of one form are prepared once, since most of a
/// nation's families are of a few forms. Safe to use from several threads.
/// </summary>
sealed class ExactRatio(SearchSettings settings)
{
    readonly string[] _markers = [.. settings.Markers];
    readonly PreparedClaims _claims = new();

    public SearchSettings Settings => settings;

    /// <summary>Of the pairs so far, for those to come.</summary>
    public LikelihoodMemory Memory { get; } = new();

    /// <summary>The claim, "unrelated", then the alternatives; see <see cref="FamilyClaims.Of"/>.</summary>
    public IReadOnlyList<Hypothesis> ClaimsOf(Family family, int missing, RescuedChild child) =>
        _claims.Of(family, missing, child);

    /// <summary>log10 LR by population; null when the smallest is below the threshold, or undefined.</summary>
    public double[]? Of(Family family, int missing, RescuedChild child)
    {
        var (claim, unrelated) = _claims.MainOf(family, missing, child);
        var markers = MarkersCompared(family, claim, unrelated, child.Profile);
        var ratios = new double[settings.Populations.Count];
        for (var i = 0; i < ratios.Length; i++)
        {
            ratios[i] = Comparison.Of([claim, unrelated], markers, settings.Populations[i], Memory).Over(1).Log10;
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
}
