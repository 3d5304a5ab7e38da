using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;
using Homeward.Search.Direct;

namespace Homeward.Tests.Search.Direct;

/// <summary>
/// Samples of several kits, many of them of one person with an allele lost or misread, many typed in part; and whether
/// two of them are within tolerance, as the rule reads.
/// </summary>
sealed class MadeUpSamples
{
    readonly Random _random;
    readonly string[] _markers;
    readonly int _alleles;

    public MadeUpSamples(int markers, int samples, int seed)
    {
        _random = new(seed);
        _markers = [.. Enumerable.Range(1, markers).Select(it => $"M{it}")];
        _alleles = 2 + _random.Next(4);
        for (var i = 0; i < samples; i++) Profiles.Add(Sample($"S{i}"));
    }

    public static CsCheck.Gen<MadeUpSamples> Gen { get; } = CsCheck.Gen.Select(
        CsCheck.Gen.Int[3, 26], CsCheck.Gen.Int[2, 80], CsCheck.Gen.Int[0, 1_000_000],
        (markers, samples, seed) => new MadeUpSamples(markers, samples, seed));

    public List<Profile> Profiles { get; } = [];

    public SampleColumns Columns()
    {
        var columns = new SampleColumns(_markers);
        foreach (var profile in Profiles) columns.Append(profile);
        return columns;
    }

    Profile Sample(string id)
    {
        var genotypes = _random.Next(2) == 0 || Profiles.Count == 0
            ? _markers.ToDictionary(it => it, _ => new Genotype(Any(), Any()))
            : new Dictionary<string, Genotype>(Profiles[_random.Next(Profiles.Count)].Genotypes);
        for (var changes = _random.Next(5); changes > 0; changes--) Change(genotypes);
        var (first, typed) = (_random.Next(3) == 0 ? _random.Next(_markers.Length) : 0, _random.Next(3) == 0 ? 0.7 : 1);
        return new(id, genotypes
            .Where(it => Array.IndexOf(_markers, it.Key) >= first / 2 && _random.NextDouble() < typed)
            .ToDictionary());
    }

    void Change(Dictionary<string, Genotype> genotypes)
    {
        var marker = _markers[_random.Next(_markers.Length)];
        if (!genotypes.TryGetValue(marker, out var read)) return;
        genotypes[marker] = _random.Next(5) switch
        {
            0 or 1 => new(read.Low, read.Low),
            2 or 3 => new(read.High, Any()),
            _ => Genotype.OneKnown(read.Low),
        };
    }

    Allele Any() => Allele.Repeats(10 + _random.Next(_alleles));

    /// <summary>The rule of docs/math/identity.md, word for word.</summary>
    public static bool AreAlike(Profile first, Profile second, MatchTolerance tolerance)
    {
        var both = first.Genotypes.Keys.Where(it =>
            second.Genotypes.TryGetValue(it, out var read) && !read.IsOneKnown && !first.Genotypes[it].IsOneKnown);
        var pairs = both.Select(it => (A: first.Genotypes[it], B: second.Genotypes[it])).ToArray();
        var differing = pairs.Where(it => it.A != it.B).ToArray();
        return pairs.Length >= tolerance.LeastMarkers
            && differing.Length <= tolerance.MostDifferences
            && differing.All(it => Alleles(it.A).Intersect(Alleles(it.B)).Any())
            && differing.Count(it => Alleles(it.A).Count() == 2 && Alleles(it.B).Count() == 2) <= 1;
    }

    static IEnumerable<Allele> Alleles(Genotype read) => ((Allele[])[read.Low, read.High]).Distinct();
}
