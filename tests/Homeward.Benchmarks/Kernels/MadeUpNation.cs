using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;
using Homeward.Search.Index;
using Homeward.Search.Kernels;

namespace Homeward.Benchmarks.Kernels;

/// <summary>
/// Markers, children and families drawn from made-up ladders: as many alleles and as common as in the usual kits,
/// mutation one and two steps away, no theta. Real enough to time the scan; no likelihood ratio for anybody to use.
/// </summary>
sealed class MadeUpNation
{
    const double MutationRate = 0.002;
    const double SecondStep = 0.01;

    readonly Random _random = new(20110727);
    readonly double[][] _frequencies;

    public MadeUpNation(int markers)
    {
        _frequencies = [.. Enumerable.Range(0, markers).Select(Ladder)];
        Codes = new([.. _frequencies.Select((it, m) => new MarkerCodes(Name(m), [.. Alleles(it.Length)], it))]);
    }

    public CodeBook Codes { get; }

    public ProfileIndex Children(int count)
    {
        var index = new ProfileIndex(Codes);
        for (var i = 0; i < count; i++)
        {
            var genotypes = Person().Index()
                .ToDictionary(it => Name(it.Index), it => new Genotype(Repeat(it.Item.A), Repeat(it.Item.B)));
            index.Append(new($"C{i}", genotypes));
        }
        return index;
    }

    /// <summary>The families' score tables made ready for the scan.</summary>
    public ScanTable[] Families(int count, int typedParents, double threshold) =>
        [.. Enumerable.Range(0, count).Select(_ => ScanTable.Of(Codes, Scores(typedParents), threshold))];

    public double[] Scores(int typedParents)
    {
        var father = Person();
        var mother = typedParents == 2 ? Person() : null;
        var scores = new double[Codes.Markers.Count * MarkerCodes.Count];
        for (var m = 0; m < Codes.Markers.Count; m++)
        {
            var fromFather = Transmitted(m, father[m]);
            var fromMother = mother is null ? _frequencies[m] : Transmitted(m, mother[m]);
            Score(m, fromFather, fromMother, scores.AsSpan(m * MarkerCodes.Count, MarkerCodes.Count));
        }
        return scores;
    }

    void Score(int marker, double[] fromFather, double[] fromMother, Span<double> scores)
    {
        scores.Fill(double.NegativeInfinity);
        scores[MarkerCodes.NotTyped] = 0;
        var p = _frequencies[marker];
        for (var a = 0; a < p.Length; a++)
            for (var b = a; b < p.Length; b++)
            {
                var code = Codes.Markers[marker].CodeOf(new(Repeat(a), Repeat(b)));
                var ratio = (fromFather[a] * fromMother[b] + fromFather[b] * fromMother[a]) / (2 * p[a] * p[b]);
                scores[code] = Math.Max(scores[code], Math.Log10(ratio));
            }
        // A partial reading may be anything.
        scores[MarkerCodes.Shared] = scores[..MarkerCodes.Shared].ToArray().Max();
    }

    /// <summary>The allele a parent hands on: the same, one step away, or rarely further.</summary>
    double[] Transmitted(int marker, (int A, int B) parent)
    {
        var handedOn = new double[_frequencies[marker].Length];
        foreach (var allele in (int[])[parent.A, parent.B])
            for (var to = 0; to < handedOn.Length; to++)
                handedOn[to] += 0.5 * Math.Abs(to - allele) switch
                {
                    0 => 1 - MutationRate,
                    var steps => MutationRate / 2 * Math.Pow(SecondStep, steps - 1),
                };
        return handedOn;
    }

    (int A, int B)[] Person() => [.. _frequencies.Select(it => (Draw(it), Draw(it)))];

    int Draw(double[] frequencies)
    {
        var left = _random.NextDouble();
        var allele = 0;
        while (allele < frequencies.Length - 1 && (left -= frequencies[allele]) > 0) allele++;
        return allele;
    }

    /// <summary>8 to 17 alleles about a common one.</summary>
    double[] Ladder(int marker)
    {
        var alleles = 8 + _random.Next(10);
        var width = 1.2 + 0.15 * alleles * _random.NextDouble();
        var weights = Enumerable.Range(0, alleles)
            .Select(i => Math.Exp(-Math.Pow((i - alleles / 2.0) / width, 2) / 2) + 0.002).ToArray();
        return [.. weights.Select(it => it / weights.Sum())];
    }

    static string Name(int marker) => $"M{marker + 1}";
    static Allele Repeat(int allele) => Allele.Repeats(allele + 5);
    static IEnumerable<Allele> Alleles(int count) => Enumerable.Range(0, count).Select(Repeat);
}
