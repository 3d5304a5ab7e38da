using System.Buffers;
using Homeward.Genetics.Markers;

namespace Homeward.Exchange.Profiles;

/// <summary>What one allele cell of a table or file says.</summary>
readonly record struct AlleleCell(AlleleCell.Kind Says, Allele Allele, string? Text)
{
    public enum Kind
    {
        Empty,
        Allele,

        /// <summary>A sequence variant (15_14_1_0), of which the repeat number is read.</summary>
        Sequence,

        /// <summary>"-": beside a known allele, the other one is unknown; alone, nothing was typed.</summary>
        Unknown,

        /// <summary>A, C, G, T, Q, Ins …: an allele of something that is no STR.</summary>
        Letters,

        /// <summary>OL, INC, &lt;9, 9.x, * and their like: a reading that is no allele.</summary>
        Undetermined,

        Malformed,
    }

    static readonly string[] Undetermined = ["OL", "OL?", "INC", "INC.", "*", "?", "NA", "N/A", "ND", "NR", "OMR"];

    static readonly SearchValues<char> AsciiLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,+-");

    const int MostLetters = 10;

    /// <summary>Why the cell refuses the file; null for every other kind.</summary>
    public string? Fault => Says == Kind.Malformed ? Text : null;

    public static AlleleCell Of(Allele allele) => new(Kind.Allele, allele, null);

    public static AlleleCell Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length == 0) return default;
        if (Allele.TryParse(text, out var allele)) return new(Kind.Allele, allele, null);
        if (text is "-") return new(Kind.Unknown, default, "-");
        foreach (var word in Undetermined)
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return new(Kind.Undetermined, default, word == "N/A" ? "NA" : word);
        if (IsOutsideLadder(text)) return new(Kind.Undetermined, default, text.ToString());
        if (TryReadSequence(text, out allele)) return new(Kind.Sequence, allele, null);
        return new(Kind.Malformed, default, WhatIsWrong(text));
    }

    /// <summary>The same at a marker that the catalogue does not know, whose alleles may be bases or words.</summary>
    public static AlleleCell ReadUnknown(ReadOnlySpan<char> text)
    {
        var cell = Read(text);
        text = text.Trim();
        return cell.Says == Kind.Malformed && text.Length <= MostLetters && !text.ContainsAnyExcept(AsciiLetters)
            ? new(Kind.Letters, default, text.ToString())
            : cell;
    }

    public override string ToString() => Text ?? (Says == Kind.Empty ? "" : Allele.ToString());

    /// <summary>&lt;9, &gt;20, 9&lt;, 20&gt; and the unknown microvariant 9.x.</summary>
    static bool IsOutsideLadder(ReadOnlySpan<char> text) => text switch
    {
        ['<' or '>', .. var number] => IsNumber(number),
        [.. var number, '<' or '>'] => IsNumber(number),
        [.. var number, '.', 'x' or 'X'] => !number.Contains('.') && IsNumber(number),
        _ => false,
    };

    static bool IsNumber(ReadOnlySpan<char> text) => Allele.TryParse(text, out var allele) && allele.IsRepeat;

    /// <summary>LUS notation: the repeat number, then the lengths of repeat stretches, joined by underscores.</summary>
    static bool TryReadSequence(ReadOnlySpan<char> text, out Allele allele)
    {
        allele = default;
        var end = text.IndexOf('_');
        if (end < 0 || !Allele.TryParse(text[..end], out allele) || !allele.IsRepeat) return false;
        foreach (var part in text[(end + 1)..].Split('_'))
        {
            var stretch = text[(end + 1)..][part];
            if (stretch.Length is 0 or > 3 || stretch.ContainsAnyExceptInRange('0', '9')) return false;
        }
        return true;
    }

    /// <remarks>The cell itself is not repeated: a message may travel where a genotype may not.</remarks>
    static string WhatIsWrong(ReadOnlySpan<char> text)
    {
        if (text is "0" or "-9") return "is no allele; leave the cell empty where nothing was typed";
        if (text[1..].Contains('-')) return "is not an allele; write two alleles as 15/16";
        if (text.ContainsAnyExcept(OfNumbers)) return "is not an allele";
        if (text.Contains(',')) return "has a decimal comma; write 9.3 with a point";
        return "is not an allele: a repeat number from 0.1 to 999.9 has at most one decimal";
    }
}
