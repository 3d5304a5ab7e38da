namespace Homeward.Exchange.LrCases;

/// <summary>The answer to a case; property by property the JSON that docs/guide/lr-case.md describes.</summary>
public sealed record LrAnswer(string Id, IReadOnlyList<LrAnswer.Comparison> Comparisons)
{
    /// <param name="Numerator">Name of the first hypothesis.</param>
    /// <param name="Denominator">Name of another.</param>
    /// <param name="Log10">Of the whole LR; ±∞ when one hypothesis is impossible, null when both are.</param>
    /// <param name="Markers">In the order of the file.</param>
    public sealed record Comparison(
        string Numerator, string Denominator, double? Log10, IReadOnlyList<Marker> Markers);

    /// <param name="Name">As in the file.</param>
    /// <param name="Lr">0: only the numerator is impossible; ∞: only the denominator is; null: both are.</param>
    /// <param name="Log10Numerator">−∞ when impossible.</param>
    /// <param name="Log10Denominator">−∞ when impossible.</param>
    public sealed record Marker(string Name, double? Lr, double Log10Numerator, double Log10Denominator);

    internal static Marker OfMarker(string name, double above, double below) =>
        new(name, Difference(above, below) is { } log10 ? Power(log10) : null, above, below);

    /// <summary>Numerator and denominator are kept apart until here, so that 0/x, x/0 and 0/0 stay apart too.</summary>
    internal static double? Difference(double above, double below) =>
        double.IsNegativeInfinity(above) && double.IsNegativeInfinity(below) ? null : above - below;

    /// <summary>Infinity means an impossible denominator: an LR beyond a double becomes the largest one.</summary>
    static double Power(double log10) =>
        double.IsPositiveInfinity(log10) ? log10 : Math.Min(Math.Pow(10, log10), double.MaxValue);
}
