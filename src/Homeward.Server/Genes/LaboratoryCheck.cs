using Homeward.Genetics.Kinship;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Search.Direct;

namespace Homeward.Server.Genes;

/// <summary>What a laboratory's files say about themselves before they are taken: somebody's own profile among them,
/// one profile under two numbers, a family that contradicts itself.</summary>
/// <param name="Contaminated">Samples that may be of somebody who works with samples. They are not taken.</param>
/// <param name="Alike">Pairs of samples that may be one person's: the same one twice, a twin, or tubes mixed
/// up.</param>
/// <param name="Contradictory">Families whose typed members break Mendel's laws with the pedigree given.</param>
public sealed record LaboratoryCheck(
    IReadOnlyList<string> Contaminated,
    IReadOnlyList<LaboratoryCheck.Pair> Alike,
    IReadOnlyList<LaboratoryCheck.Contradiction> Contradictory)
{
    /// <summary>A dropped allele or a misread one, and enough in common that a relative does not pass.</summary>
    static readonly MatchTolerance Tolerance = new(LeastMarkers: 8, MostDifferences: 2);

    public sealed record Pair(string First, string Second);

    /// <param name="Family">Its name.</param>
    /// <param name="Markers">Where it contradicts itself. One may be a mutation.</param>
    /// <param name="Suspect">Whose profile is likeliest a stranger's.</param>
    public sealed record Contradiction(string Family, IReadOnlyList<string> Markers, string Suspect);

    /// <returns>What was found; or why so many are alike that something else is wrong.</returns>
    public static Outcome<LaboratoryCheck> Of(
        IReadOnlyList<Profile> samples,
        IReadOnlyList<Profile> staff,
        IReadOnlyList<Family> families,
        MarkerLadders ladders)
    {
        var found = Alikes([.. samples, .. staff]);
        if (found.Value?.Pairs is not { } alike) return found.Refusal!;
        return new LaboratoryCheck(
            [
                .. alike.Where(it => it.First < samples.Count && it.Second >= samples.Count)
                    .Select(it => samples[it.First].Id).Distinct(),
            ],
            [
                .. alike.Where(it => it.Second < samples.Count)
                    .Select(it => new Pair(samples[it.First].Id, samples[it.Second].Id)),
            ],
            [
                .. families.Where(it => it.Typed.Count() > 1).Select(it => Contradicting(it, ladders))
                    .OfType<Contradiction>(),
            ]);
    }

    /// <summary>Whether two profiles cannot be one person's.</summary>
    public static bool Differ(Profile one, Profile other) =>
        one.Genotypes.Count(it => other.Genotypes.TryGetValue(it.Key, out var read)
            && !it.Value.IsOneKnown && !read.IsOneKnown && read != it.Value) > Tolerance.MostDifferences;

    static Outcome<DirectMatchList> Alikes(IReadOnlyList<Profile> profiles)
    {
        string[] markers =
        [
            .. profiles.SelectMany(it => it.Genotypes.Keys).Distinct().Order(StringComparer.Ordinal)
                .Take(SampleColumns.MostMarkers),
        ];
        if (markers.Length == 0) return new DirectMatchList([]);
        var columns = new SampleColumns(markers);
        foreach (var profile in profiles) columns.Append(profile);
        return DirectMatches.Of(columns, Tolerance, Environment.ProcessorCount);
    }

    static Contradiction? Contradicting(Family family, MarkerLadders ladders)
    {
        var found = Consistency.Of(family, ladders);
        return found.Inconsistencies.Count == 0
            ? null
            : new(family.Id, [.. found.Inconsistencies.Select(it => it.Marker)], found.Suspects[0].Member);
    }
}
