using System.Globalization;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Markers;

/// <summary>One variant of a marker: a repeat number in exact tenths (9.3), or X or Y of amelogenin.</summary>
/// <remarks>Repeat numbers run from 0.1 to 999.9. Order: by repeat number, then X, then Y.</remarks>
public readonly record struct Allele : IComparable<Allele>
{
    const ushort LargestTenths = 9999;
    readonly ushort _code;

    Allele(int code) => _code = (ushort)code;

    public static Allele X { get; } = new(LargestTenths + 1);
    public static Allele Y { get; } = new(LargestTenths + 2);

    public bool IsRepeat => _code <= LargestTenths;

    /// <summary>The repeat number in tenths: 93 for 9.3.</summary>
    public int Tenths
    {
        get
        {
            Check.That(IsRepeat);
            return _code;
        }
    }

    /// <param name="whole">Whole repeats, 0 to 999.</param>
    /// <param name="extraBases">Bases of the incomplete repeat, 0 to 9.</param>
    public static Allele Repeats(int whole, int extraBases = 0)
    {
        Check.That(whole is >= 0 and <= 999 && extraBases is >= 0 and <= 9 && whole + extraBases > 0);
        return new(whole * 10 + extraBases);
    }

    /// <summary>Reads <c>9</c>, <c>9.3</c>, <c>9.0</c>, <c>X</c> or <c>Y</c>; nothing else, in any culture.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Allele allele)
    {
        allele = default;
        if (text is "X" or "x") allele = X;
        else if (text is "Y" or "y") allele = Y;
        else if (TryReadTenths(text, out var tenths)) allele = new(tenths);
        else return false;
        return true;
    }

    static bool TryReadTenths(ReadOnlySpan<char> text, out int tenths)
    {
        tenths = 0;
        var dot = text.IndexOf('.');
        var whole = dot < 0 ? text : text[..dot];
        if (whole.Length is 0 or > 3 || whole.ContainsAnyExceptInRange('0', '9')) return false;
        foreach (var digit in whole) tenths = tenths * 10 + (digit - '0');
        tenths *= 10;
        if (dot >= 0)
        {
            var fraction = text[(dot + 1)..];
            if (fraction.Length != 1 || !char.IsAsciiDigit(fraction[0])) return false;
            tenths += fraction[0] - '0';
        }
        return tenths > 0;
    }

    public int CompareTo(Allele other) => _code.CompareTo(other._code);
    public static bool operator <(Allele left, Allele right) => left._code < right._code;
    public static bool operator >(Allele left, Allele right) => left._code > right._code;
    public static bool operator <=(Allele left, Allele right) => left._code <= right._code;
    public static bool operator >=(Allele left, Allele right) => left._code >= right._code;

    public override string ToString() =>
        this == X ? "X"
        : this == Y ? "Y"
        : _code % 10 == 0 ? (_code / 10).ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{_code / 10}.{_code % 10}");
}
