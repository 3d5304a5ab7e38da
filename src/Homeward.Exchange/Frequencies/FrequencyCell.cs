using System.Globalization;
using Homeward.Genetics.Markers;

namespace Homeward.Exchange.Frequencies;

/// <summary>Reads the numbers of a frequency table, and says what is wrong with one.</summary>
/// <param name="separator">Of the fields: where it is no comma, 0,12 is a number.</param>
sealed class FrequencyCell(char separator)
{
    readonly bool _decimalComma = separator != ',';

    const int LargestSample = 100_000_000;
    const string NoAllele = "is not an allele: a repeat number as 9 or 9.3, X or Y; leave out anything else";
    const string CommaFault = "has a decimal comma; write a point, or separate the fields by tabs or semicolons";

    /// <summary>Whether nothing is said: an empty cell, or the <c>NA</c> that R writes for one.</summary>
    public static bool IsEmpty(ReadOnlySpan<char> text) => text is "" or "NA";

    /// <returns>What is wrong, or null.</returns>
    public string? Allele(ReadOnlySpan<char> text, out Allele allele)
    {
        Span<char> point = stackalloc char[16];
        if (Genetics.Markers.Allele.TryParse(WithPoint(text, point), out allele)) return null;
        return text.Contains(',') && !_decimalComma ? CommaFault : NoAllele;
    }

    /// <returns>What is wrong, or null.</returns>
    public string? Frequency(ReadOnlySpan<char> text, out double frequency)
    {
        const NumberStyles Form =
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
        Span<char> point = stackalloc char[32];
        var isNumber = double.TryParse(WithPoint(text, point), Form, CultureInfo.InvariantCulture, out frequency);
        if (!isNumber || double.IsNaN(frequency))
            return text.Contains(',') && !_decimalComma ? CommaFault
                : "is not a number; leave out what was not seen";
        return frequency is >= 0 and <= 1 ? null
            : "is not a frequency from 0 to 1; a percentage must be divided by 100";
    }

    /// <summary>A count of people is doubled: each carries two chromosomes.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Chromosomes(ReadOnlySpan<char> text, bool ofPeople, out int chromosomes)
    {
        var isCount = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out chromosomes);
        if (!isCount || chromosomes is <= 0 or > LargestSample) return "is not a sample size";
        if (ofPeople) chromosomes *= 2;
        return null;
    }

    ReadOnlySpan<char> WithPoint(ReadOnlySpan<char> text, Span<char> buffer)
    {
        if (!_decimalComma || text.Length > buffer.Length) return text;
        text.Replace(buffer, ',', '.');
        return buffer[..text.Length];
    }
}
