using Homeward.Genetics.Primitives;
using Homeward.Search.Index;

namespace Homeward.Search.Kernels;

/// <summary>
/// A compiled family made ready for the scan: for each marker and genotype code, how far the code falls short of the
/// marker's best score, in bytes that add up to more than 254 only when the total is below the threshold.
/// </summary>
/// <remarks>Why no profile at or over the threshold can be lost: docs/math/scan.md.</remarks>
public sealed class ScanTable
{
    /// <summary>The largest sum of deficits that survives; 255 is where a saturating byte sum stops.</summary>
    public const int Allowed = 254;

    /// <summary>Covers the rounding of sums (in log10 units) and products (in steps) a thousandfold.</summary>
    const double Guard = 1e-9;

    internal ScanTable(double bestLog10, bool canReach, int[] columns, byte[] deficits) =>
        (BestLog10, CanReach, Columns, Deficits) = (bestLog10, canReach, columns, deficits);

    /// <summary>A family that is not scanned.</summary>
    internal static ScanTable Unreachable { get; } = new(double.NegativeInfinity, canReach: false, [], []);

    /// <summary>The total of the profile that would fit this family best.</summary>
    public double BestLog10 { get; }

    /// <summary>False when not even the best profile reaches the threshold: more relatives are needed.</summary>
    public bool CanReach { get; }

    /// <summary>Columns that tell profiles apart, those that cost an unrelated one most coming first.</summary>
    internal int[] Columns { get; }

    /// <summary>128 deficits for each of <see cref="Columns"/>.</summary>
    internal byte[] Deficits { get; }

    /// <param name="codes">What the columns of <paramref name="scores"/> are.</param>
    /// <param name="scores">
    /// log10 LR by marker, then by code: 128 a marker; −∞ is allowed, "not typed" is 0, and the shared code holds the
    /// largest score of anything it can stand for. Codes without a genotype are never met.
    /// </param>
    /// <param name="threshold">Smallest total log10 LR that must not be lost.</param>
    public static ScanTable Of(CodeBook codes, ReadOnlySpan<double> scores, double threshold)
    {
        var markers = codes.Markers.Count;
        Check.That(scores.Length == markers * MarkerCodes.Count && double.IsFinite(threshold));
        var bests = new double[markers];
        for (var m = 0; m < markers; m++) bests[m] = Best(scores.Slice(m * MarkerCodes.Count, MarkerCodes.Count));
        var best = bests.Sum();
        var allowed = best - threshold + Guard;
        if (!CanReachWith(best, threshold)) return new(best, canReach: false, [], []);

        var deficits = new byte[scores.Length];
        var expected = new double[markers];
        for (var m = 0; m < markers; m++)
        {
            var row = deficits.AsSpan(m * MarkerCodes.Count, MarkerCodes.Count);
            Fill(row, scores.Slice(m * MarkerCodes.Count, MarkerCodes.Count), bests[m], Allowed / allowed);
            expected[m] = Expected(row, codes.Markers[m].Frequencies);
        }
        return Ordered(best, deficits, expected);
    }

    /// <summary>Whether the best total is enough, rounding errors aside.</summary>
    internal static bool CanReachWith(double best, double threshold) => best - threshold + Guard >= 0;

    static double Best(ReadOnlySpan<double> scores)
    {
        Check.That(scores[MarkerCodes.NotTyped] == 0);
        var best = 0d;
        foreach (var score in scores) best = Math.Max(best, score);          // a NaN stays
        Check.That(double.IsFinite(best));
        return best;
    }

    /// <summary>Rounds down: what is not below 0 is cut off after the point.</summary>
    static void Fill(Span<byte> deficits, ReadOnlySpan<double> scores, double best, double stepsPerUnit)
    {
        unchecked
        {
            for (var code = 0; code < scores.Length; code++)
            {
                var steps = (best - scores[code]) * stepsPerUnit - Guard;
                deficits[code] = steps >= byte.MaxValue ? byte.MaxValue : steps > 0 ? (byte)(int)steps : (byte)0;
            }
        }
    }

    /// <summary>Mean deficit of an unrelated, fully typed profile.</summary>
    static double Expected(ReadOnlySpan<byte> deficits, ReadOnlySpan<double> frequencies)
    {
        var sum = 0d;
        for (var code = 0; code < deficits.Length; code++) sum += deficits[code] * frequencies[code];
        return sum;
    }

    /// <summary>Drops markers at which nothing falls short, such as those nobody of the family is typed at.</summary>
    static ScanTable Ordered(double best, byte[] deficits, double[] expected)
    {
        var columns = new int[expected.Length];
        var count = 0;
        for (var m = 0; m < columns.Length; m++)
        {
            if (!RowOf(m).ContainsAnyExcept((byte)0)) continue;
            var at = count++;
            for (; at > 0 && expected[columns[at - 1]] < expected[m]; at--) columns[at] = columns[at - 1];
            columns[at] = m;
        }
        var ordered = new byte[count * MarkerCodes.Count];
        for (var i = 0; i < count; i++) RowOf(columns[i]).CopyTo(ordered.AsSpan(i * MarkerCodes.Count));
        return new(best, canReach: true, columns[..count], ordered);

        Span<byte> RowOf(int marker) => deficits.AsSpan(marker * MarkerCodes.Count, MarkerCodes.Count);
    }
}
