using Homeward.Exchange.Familias;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;

namespace Homeward.Cli.Commands.Lr;

/// <summary>Drop-out as a Familias project states it: by locus, for the persons in whom it is considered.</summary>
/// <param name="Samples">Those in whom it is considered.</param>
/// <param name="ByMarker">Probability that one copy of an allele is not seen, where it is above 0.</param>
sealed record DropOuts(IReadOnlyList<string> Samples, IReadOnlyDictionary<string, double> ByMarker)
{
    /// <summary>Null when the project considers none.</summary>
    public static DropOuts? Of(FamiliasProject project)
    {
        var samples = project.Profiles.Where(it => it.DropOut > 0).Select(it => it.Id).ToList();
        var markers = project.Loci.Where(it => it.DropOut > 0)
            .ToDictionary(it => it.Name, it => it.DropOut, StringComparer.Ordinal);
        return samples.Count == 0 ? null : new(samples, markers);
    }

    public string InWords() =>
        $"drop-out of an allele: {string.Join(", ", ByMarker.Select(it => $"{it.Value} at {it.Key}"))}; "
        + $"considered in {string.Join(", ", Samples)}";

    /// <summary>The markers by their probability, each group with profiles that have it.</summary>
    public IEnumerable<(IReadOnlyList<Hypothesis> Hypotheses, IReadOnlyList<string> Markers)> Groups(
        IReadOnlyList<Hypothesis> hypotheses, IReadOnlyList<string> markers) =>
        markers.GroupBy(it => ByMarker.GetValueOrDefault(it))
            .Select(it => (With(hypotheses, it.Key), (IReadOnlyList<string>)[.. it]));

    /// <remarks>Hypotheses that are compared share their profiles, so each is changed once.</remarks>
    static IReadOnlyList<Hypothesis> With(IReadOnlyList<Hypothesis> hypotheses, double dropOut)
    {
        var changed = hypotheses[0].Profiles.OfType<Profile>().ToDictionary(
            it => it, it => it.DropOut > 0 ? it with { DropOut = dropOut } : it,
            (IEqualityComparer<Profile>)ReferenceEqualityComparer.Instance);
        return [.. hypotheses.Select(it => it.With([.. it.Profiles.Select(p => p is null ? null : changed[p])]))];
    }
}
