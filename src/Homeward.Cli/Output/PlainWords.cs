using System.Globalization;

namespace Homeward.Cli.Output;

/// <summary>Figures as one would say them.</summary>
static class PlainWords
{
    static readonly (double Log10, string Word)[] Scales =
        [(15, "quadrillion"), (12, "trillion"), (9, "billion"), (6, "million")];

    /// <summary><c>1 sample</c>, <c>2,300 samples</c>.</summary>
    public static string Counted(int count, string one, string? many = null) =>
        count == 1 ? "1 " + one : Invariant($"{count:N0} {many ?? one + "s"}");

    /// <summary>A likelihood ratio: <c>2.3 billion times likelier</c>, <c>40 times less likely</c>.</summary>
    public static string Times(double? log10) => log10 switch
    {
        null or double.NaN => "impossible either way",
        double.NegativeInfinity => "impossible",
        double.PositiveInfinity => "the only possibility",
        > -0.0005 and < 0.0005 => "equally likely",
        > 0 and { } more => Number(more) + " times likelier",
        { } less => Number(-less) + " times less likely",
    };

    /// <summary>The same between two names: <c>H1 is 2.3 billion times likelier than H2</c>.</summary>
    public static string Compared(string numerator, string denominator, double? log10) => log10 switch
    {
        null or double.NaN => $"{numerator} and {denominator} are both impossible",
        double.NegativeInfinity => $"{numerator} is impossible, {denominator} is not",
        double.PositiveInfinity => $"{denominator} is impossible, {numerator} is not",
        > -0.0005 and < 0.0005 => $"{numerator} and {denominator} are equally likely",
        { } finite => $"{numerator} is {Times(finite)} than {denominator}",
    };

    /// <summary>A probability near 0 or 1 by what it leaves over: <c>all but 1 in 2.3 billion</c>.</summary>
    /// <param name="log10Odds">log10 of p/(1 − p).</param>
    public static string Probability(double log10Odds) =>
        double.IsInfinity(log10Odds) ? (log10Odds > 0 ? "certain" : "impossible")
        : log10Odds >= 2 ? $"all but 1 in {Number(log10Odds)}"
        : log10Odds <= -2 ? $"1 in {Number(-log10Odds)}"
        : string.Create(CultureInfo.InvariantCulture, $"{100 / (1 + Math.Pow(10, -log10Odds)):0.#} %");

    /// <summary>10 to this power in two digits: 1.4, 2,300, 2.3 billion, 4.1 × 10^22.</summary>
    public static string Number(double log10)
    {
        if (log10 >= 18)
        {
            var power = Math.Floor(log10);
            var digits = TwoDigits(Math.Pow(10, log10 - power));
            return digits == "10" ? Invariant($"1 × 10^{power + 1}") : Invariant($"{digits} × 10^{power}");
        }
        foreach (var (scale, word) in Scales)
            if (log10 >= scale) return $"{TwoDigits(Math.Pow(10, log10 - scale))} {word}";
        return TwoDigits(Math.Pow(10, log10));
    }

    static string TwoDigits(double number)
    {
        if (number < 10) return Invariant($"{number:0.#}");
        var unit = Math.Pow(10, Math.Floor(Math.Log10(number)) - 1);
        return Invariant($"{Math.Round(number / unit) * unit:#,0}");
    }

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
