namespace Homeward.Search.Direct;

/// <summary>Two samples that may be one person's.</summary>
/// <param name="First">Row of the one.</param>
/// <param name="Second">Row of the other, behind the first.</param>
/// <param name="Compared">Markers typed in both.</param>
/// <param name="DroppedOut">Markers at which a homozygote stands against a heterozygote with its allele.</param>
/// <param name="Mistyped">Markers at which two heterozygotes share one allele.</param>
public sealed record DirectMatch(
    int First, int Second, int Compared, IReadOnlyList<string> DroppedOut, IReadOnlyList<string> Mistyped)
{
    /// <summary>The pair compared marker by marker; null when they differ more than is tolerated.</summary>
    public static DirectMatch? Of(SampleColumns samples, int first, int second, MatchTolerance tolerance)
    {
        var a = samples.RowOf(first);
        var b = samples.RowOf(second);
        var (compared, differing, mistyped) = (0, 0, 0);
        for (var m = 0; m < a.Length; m++)
        {
            if (a[m] == SampleColumns.NotTyped || b[m] == SampleColumns.NotTyped) continue;
            compared++;
            if (a[m] == b[m]) continue;
            if (++differing > tolerance.MostDifferences) return null;
            switch (DifferenceOf(samples, m, a[m], b[m]))
            {
                case Difference.Other: return null;
                case Difference.Mistyped when ++mistyped > MatchTolerance.MostMistyped: return null;
            }
        }
        if (compared < tolerance.LeastMarkers) return null;
        return new(
            Math.Min(first, second), Math.Max(first, second), compared,
            Differing(samples, first, second, Difference.DroppedOut),
            Differing(samples, first, second, Difference.Mistyped));
    }

    /// <summary>Markers typed in both, and those of them that differ in any way.</summary>
    public static (int Compared, IReadOnlyList<string> Differing) Compare(SampleColumns samples, int first, int second)
    {
        var both = samples.TypedOf(first) & samples.TypedOf(second);
        return ((int)UInt128.PopCount(both), Differing(samples, first, second, kind: null));
    }

    enum Difference
    {
        DroppedOut,
        Mistyped,
        Other,
    }

    static Difference DifferenceOf(SampleColumns samples, int marker, ushort first, ushort second)
    {
        var (a, b) = (samples.GenotypeOf(marker, first), samples.GenotypeOf(marker, second));
        var shares = a.Low == b.Low || a.Low == b.High || a.High == b.Low || a.High == b.High;
        return !shares ? Difference.Other
            : a.IsHomozygous || b.IsHomozygous ? Difference.DroppedOut
            : Difference.Mistyped;
    }

    static string[] Differing(SampleColumns samples, int first, int second, Difference? kind)
    {
        var differing = new List<string>();
        var a = samples.RowOf(first);
        var b = samples.RowOf(second);
        for (var m = 0; m < a.Length; m++)
            if (a[m] != b[m] && a[m] != SampleColumns.NotTyped && b[m] != SampleColumns.NotTyped
                && (kind is null || DifferenceOf(samples, m, a[m], b[m]) == kind))
                differing.Add(samples.Markers[m]);
        return [.. differing];
    }
}
