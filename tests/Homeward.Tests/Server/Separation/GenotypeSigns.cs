using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Homeward.Genetics.Profiles;
using Homeward.Storage.Genes;

namespace Homeward.Tests.Server.Separation;

/// <summary>Finds what some people were typed as in any text and any bytes, whatever stands between the letters and
/// numbers: a marker's name with both alleles behind it, three markers' alleles in a row without a name, and the coding
/// of the gene database.</summary>
sealed class GenotypeSigns
{
    const int Near = 120;
    const int InARow = 3;
    const int CodedBytes = 16;

    readonly Dictionary<string, SearchValues<string>> _ofMarker;
    readonly Regex _markers;
    readonly SearchValues<string> _rows;
    readonly byte[][] _coded;

    public GenotypeSigns(IReadOnlyList<Profile> profiles)
    {
        var read = profiles.SelectMany(it => it.Genotypes).Where(it => it.Key != "AMEL").ToLookup(it => it.Key);
        _ofMarker = read.ToDictionary(
            it => it.Key,
            it => SearchValues.Create(
                [.. it.Select(one => $" {Alleles(one.Value)} ").Distinct()], StringComparison.Ordinal));
        _markers = new(
            $"(?<![A-Za-z0-9])({string.Join('|', _ofMarker.Keys.Select(Regex.Escape))})(?![A-Za-z0-9])",
            RegexOptions.CultureInvariant);
        _rows = SearchValues.Create([.. profiles.SelectMany(Rows).Distinct()], StringComparison.Ordinal);
        _coded = [.. profiles.Select(it => ProfileCoding.Encode(it).AsSpan(2, CodedBytes).ToArray())];
    }

    /// <summary>What gives somebody away; null for nothing.</summary>
    public string? In(string text)
    {
        var plain = Plain(text);
        if (plain.AsSpan().IndexOfAny(_rows) is >= 0 and var at) return "alleles in a row at " + at;
        for (var it = _markers.Match(plain); it.Success; it = it.NextMatch())
        {
            var from = it.Index + it.Length;
            var behind = plain.AsSpan(from, Math.Min(Near, plain.Length - from));
            if (behind.IndexOfAny(_ofMarker[it.Value]) >= 0) return it.Value;
        }
        return null;
    }

    /// <summary>The same in a file, as bytes and as text of one or two bytes a character.</summary>
    public string? In(byte[] bytes)
    {
        if (_coded.Any(it => bytes.AsSpan().IndexOf(it) >= 0)) return "the coding of the gene database";
        var text = Encoding.Latin1.GetString(bytes);
        return In(text) ?? In(text.Replace("\0", "", StringComparison.Ordinal));
    }

    static IEnumerable<string> Rows(Profile profile)
    {
        var read = profile.Genotypes.Where(it => it.Key != "AMEL").ToList();
        foreach (var order in new[] { read, [.. read.OrderBy(it => it.Key, StringComparer.Ordinal)] })
            for (var first = 0; first + InARow <= order.Count; first++)
                yield return $" {string.Join(' ', order.GetRange(first, InARow).Select(it => Alleles(it.Value)))} ";
    }

    static string Alleles(Genotype it) => string.Create(CultureInfo.InvariantCulture, $"{it.Low} {it.High}");

    /// <summary>One space for whatever is no letter, number or point.</summary>
    static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var sign in text)
            if (char.IsLetterOrDigit(sign) || sign == '.') plain.Append(sign);
            else if (plain[^1] != ' ') plain.Append(' ');
        return plain.Append(' ').ToString();
    }
}
