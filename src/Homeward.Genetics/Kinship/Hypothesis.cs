using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// A pedigree claimed for some profiles. Profiles without relatives in it are members without relatives.
/// </summary>
public sealed class Hypothesis
{
    /// <param name="name">What is claimed, in words.</param>
    /// <param name="pedigree">The claim.</param>
    /// <param name="profiles">By member, in the pedigree's order; null = not typed.</param>
    public Hypothesis(string name, Pedigree pedigree, IReadOnlyList<Profile?> profiles)
        : this(name, pedigree, profiles, new(pedigree)) { }

    Hypothesis(string name, Pedigree pedigree, IReadOnlyList<Profile?> profiles, PedigreeLikelihood likelihood)
    {
        Check.That(profiles.Count == pedigree.Members.Count);
        (Name, Pedigree, Profiles, Likelihood) = (name, pedigree, profiles, likelihood);
    }

    public string Name { get; }
    public Pedigree Pedigree { get; }
    public IReadOnlyList<Profile?> Profiles { get; }
    public PedigreeLikelihood Likelihood { get; }

    /// <summary>The same claim about other profiles, without preparing the pedigree again.</summary>
    public Hypothesis With(IReadOnlyList<Profile?> profiles) => new(Name, Pedigree, profiles, Likelihood);

    /// <summary>log10 P(profiles | this pedigree) at one marker.</summary>
    internal double Log10(string marker, MarkerLadder ladder, Theta theta) =>
        Likelihood.Log10(ladder.Model, Readings(marker, ladder), theta, DropOuts);

    internal Reading[] Readings(string marker, MarkerLadder ladder)
    {
        var readings = new Reading[Profiles.Count];
        for (var i = 0; i < readings.Length; i++)
            if (Profiles[i]?.Genotypes.TryGetValue(marker, out var genotype) == true)
                readings[i] = ladder.ReadingOf(genotype);
        return readings;
    }

    internal double[] DropOuts =>
        Profiles.Any(it => it?.DropOut > 0) ? [.. Profiles.Select(it => it?.DropOut ?? 0)] : [];
}
