using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Homeward.Cases.Samples;

/// <summary>Names a profile in the gene database. It is drawn at random and says nothing: not who, not where, not
/// when.</summary>
/// <remarks>
/// Ten random characters of 31 (no 0, 1, I, L, O) and a check character that makes Σ wᵢ·dᵢ divisible by 31, with the
/// weights 11 to 1. Since 31 is a prime, one wrong character and two that changed places are always found, wherever
/// they stand: ISBN-10 does the same with 11.
/// </remarks>
public readonly record struct AccessionNumber
{
    public const int Characters = 11;

    const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    AccessionNumber(string text) => Text = text;

    /// <summary>Eleven characters without marks between them.</summary>
    public string Text { get; }

    public static AccessionNumber Draw()
    {
        var digits = RandomNumberGenerator.GetItems<char>(Alphabet, Characters - 1);
        return new(string.Concat(digits, Alphabet.AsSpan(CheckOf(digits), 1)));
    }

    /// <summary>Reads the number as it is printed or typed: any case, with or without hyphens and spaces.</summary>
    /// <returns>False when it is none, or has a slip in it.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccessionNumber number)
    {
        number = default;
        if (text is null) return false;
        Span<char> read = stackalloc char[Characters];
        var count = 0;
        foreach (var character in text)
        {
            if (character is '-' or ' ') continue;
            if (count == Characters || !Alphabet.Contains(char.ToUpperInvariant(character))) return false;
            read[count++] = char.ToUpperInvariant(character);
        }
        if (count < Characters || Alphabet[CheckOf(read[..^1])] != read[^1]) return false;
        number = new(read.ToString());
        return true;
    }

    /// <summary>As people read it: <c>7K3M9-QX4T2-C</c>.</summary>
    public override string ToString() => Text is null ? "" : $"{Text[..5]}-{Text[5..10]}-{Text[10..]}";

    static int CheckOf(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (Characters - i) * Alphabet.IndexOf(digits[i]);
        return (Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length;
    }
}
