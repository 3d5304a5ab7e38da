using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Agencies;

/// <summary>The code of a region: GB/T 2260 (<c>440000</c> is Guangdong) or ISO 3166 for other countries.</summary>
public readonly record struct RegionCode
{
    public const int MostCharacters = 12;

    public RegionCode(string value)
    {
        Check.That(value.Length is > 0 and <= MostCharacters && value.All(it => char.IsAsciiLetterUpper(it)
            || char.IsAsciiDigit(it) || it == '-'));
        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value;
}
