using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;

namespace Homeward.Genetics.Simulation;

/// <summary>Draws whole profiles for the members of one pedigree.</summary>
/// <param name="panel">The markers.</param>
/// <param name="pedigree">The family; the sex of everybody is known.</param>
/// <param name="theta">Coancestry of the founders.</param>
/// <param name="dropOut">Probability, in every sample, that one copy of an allele stays unseen.</param>
public sealed class ProfileDrop(SimulatedPanel panel, Pedigree pedigree, Theta theta, double dropOut)
{
    readonly GeneDrop _drop = new(pedigree, theta);
    readonly Reading[] _readings = new Reading[pedigree.Members.Count];
    readonly double[] _dropOut = dropOut == 0 ? [] : [.. Enumerable.Repeat(dropOut, pedigree.Members.Count)];

    public Pedigree Pedigree { get; } = pedigree;

    /// <summary>For each member, in the order of the pedigree, a genotype a marker; null = nothing was read.</summary>
    public Genotype?[][] Draw(SeededRandom random)
    {
        var profiles = new Genotype?[_readings.Length][];
        for (var i = 0; i < profiles.Length; i++) profiles[i] = new Genotype?[panel.Markers.Count];
        for (var m = 0; m < panel.Markers.Count; m++)
        {
            var marker = panel.Markers[m];
            if (marker.Model is { } model) _drop.Draw(model, random, _readings, _dropOut);
            for (var i = 0; i < profiles.Length; i++)
                profiles[i][m] = marker.Model is null ? Amelogenin(Pedigree.Members[i].Sex)
                    : _readings[i].IsTyped ? new(marker.Alleles[_readings[i].A], marker.Alleles[_readings[i].B])
                    : null;
        }
        return profiles;
    }

    static Genotype Amelogenin(Sex sex) => new(Allele.X, sex == Sex.Male ? Allele.Y : Allele.X);
}
