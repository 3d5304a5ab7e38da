using System.Globalization;
using Homeward.Server.Language;

namespace Homeward.Server.Features.Calculator;

/// <summary>A likelihood ratio as people read it.</summary>
static class LrWords
{
    const double Plain = 5;
    const double MostNines = 0.9999;

    /// <summary>1,234 or 0.0056 or 1.2 × 10¹⁸; the exponent in raised digits, which every font has.</summary>
    public static string Of(double log10)
    {
        if (double.IsNegativeInfinity(log10)) return "0";
        if (double.IsPositiveInfinity(log10)) return "∞";
        if (double.IsNaN(log10)) return "–";
        if (Math.Abs(log10) < Plain)
        {
            var value = Math.Pow(10, log10);
            return value >= 100 ? value.ToString("N0", CultureInfo.InvariantCulture)
                : value.ToString("G3", CultureInfo.InvariantCulture);
        }
        var exponent = (int)Math.Floor(log10);
        var digits = Math.Round(Math.Pow(10, log10 - exponent), 1);
        if (digits >= 10) (digits, exponent) = (1, exponent + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{digits:0.0} × 10{Raised(exponent)}");
    }

    public static string Log10(double log10) =>
        double.IsNegativeInfinity(log10) ? "−∞" : log10.ToString("0.000", CultureInfo.InvariantCulture)
            .Replace('-', '−');

    public static string Share(double share) => share switch
    {
        < 0.0001 => "< 0.01 %",
        > 0.9999 => "> 99.99 %",
        _ => share.ToString("0.00 %", CultureInfo.InvariantCulture),
    };

    /// <summary>docs/math/posterior.md, with what is left to doubt where a share would only say nines.</summary>
    public static string Posterior(Words words, double log10, int oneIn)
    {
        var against = Math.Log10(oneIn - 1) - log10;             // of the odds against the claim
        var share = 1 / (1 + Math.Pow(10, against));
        return share > MostNines ? words.Say("calc.all-but", Of(-against)) : Share(share);
    }

    /// <summary>The band of an LR against unrelated (docs/guide/command-line.md), by its key.</summary>
    public static string Band(Words words, double log10) => words[log10 switch
    {
        >= 10 => "band.strong",
        >= 6 => "band.candidate",
        >= 4 => "band.lead",
        _ => "band.below",
    }];

    static string Raised(int number) => string.Concat(
        number.ToString(CultureInfo.InvariantCulture).Select(it => it == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[it - '0']));
}
