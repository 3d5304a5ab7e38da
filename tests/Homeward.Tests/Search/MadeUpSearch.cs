using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;
using Homeward.Search.Index;

namespace Homeward.Tests.Search;

/// <summary>Random code books, profiles and score tables, without any genetics in the scores.</summary>
sealed class MadeUpSearch(int markers, uint seed)
{
    readonly Random _random = new((int)(seed % int.MaxValue));

    public static CsCheck.Gen<MadeUpSearch> Gen { get; } =
        CsCheck.Gen.Select(CsCheck.Gen.Int[1, 30], CsCheck.Gen.UInt, (count, seed) => new MadeUpSearch(count, seed));

    public int Markers => markers;

    public CodeBook Book()
    {
        return new([.. Enumerable.Range(0, markers).Select(m => Codes($"M{m}", 1 + _random.Next(22)))]);

        MarkerCodes Codes(string marker, int alleles)
        {
            var weights = Enumerable.Range(0, alleles).Select(_ => 0.01 + _random.NextDouble()).ToArray();
            return new(
                marker,
                [.. Enumerable.Range(0, alleles).Select(i => Allele.Repeats(i + 5, i % 4))],
                [.. weights.Select(it => it / weights.Sum())]);
        }
    }

    /// <summary>Profiles of different kits with rare and partial readings, some of them removed again.</summary>
    public ProfileIndex Index(CodeBook book, int slots)
    {
        var index = new ProfileIndex(book);
        for (var i = 0; i < slots; i++) index.Append(Profile(book, $"P{i}"));
        for (var i = 0; i < slots / 5; i++) index.Remove($"P{_random.Next(slots)}");
        return index;
    }

    public Profile Profile(CodeBook book, string id)
    {
        var typed = 0.5 + _random.NextDouble() / 2;
        var genotypes = new Dictionary<string, Genotype>();
        foreach (var codes in book.Markers)
            if (_random.NextDouble() < typed) genotypes.Add(codes.Marker, Reading(codes));
        return new(id, genotypes) { DropOut = _random.Next(10) == 0 ? 0.1 : 0 };
    }

    Genotype Reading(MarkerCodes codes)
    {
        var common = codes.Genotypes[_random.Next(codes.Genotypes.Count)];
        return _random.Next(12) switch
        {
            0 => Genotype.OneKnown(common.Low),
            1 => new(common.Low, Allele.Repeats(99, 1)),
            _ => common,
        };
    }

    /// <summary>Scores by marker and code: some impossible, some alike, "not typed" 0.</summary>
    public double[] Scores()
    {
        var scores = new double[markers * MarkerCodes.Count];
        var impossible = _random.NextDouble() * _random.NextDouble();
        for (var i = 0; i < scores.Length; i++)
            scores[i] = _random.NextDouble() < impossible ? double.NegativeInfinity
                : _random.Next(4) == 0 ? 1.25
                : 3 - 6 * _random.NextDouble() * _random.NextDouble();
        for (var m = 0; m < markers; m++)
        {
            if (_random.Next(8) == 0) scores.AsSpan(m * MarkerCodes.Count, MarkerCodes.Count).Clear();
            scores[m * MarkerCodes.Count + MarkerCodes.NotTyped] = 0;
        }
        return scores;
    }

    /// <summary>The total a profile has: what the scan must never undercut.</summary>
    public static double Total(ProfileIndex index, int slot, ReadOnlySpan<double> scores)
    {
        var total = 0d;
        for (var m = 0; m < index.Codes.Markers.Count; m++)
            total += scores[m * MarkerCodes.Count + index.CodeAt(slot, m)];
        return total;
    }
}
