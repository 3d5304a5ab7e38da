using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood;

/// <summary>What was read of one member at one marker, as indices into the marker's visible alleles.</summary>
/// <remarks>A male's single X-chromosomal allele is <c>Of(a, a)</c>. The default value is <see
/// cref="Untyped"/>.</remarks>
public readonly record struct Reading
{
    readonly short _a, _b;                                       // index + 1; 0 = nothing known

    Reading(int a, int b) => (_a, _b) = ((short)(a + 1), (short)(b + 1));

    public static Reading Untyped => default;

    /// <summary>Both alleles read; twice the same is an observed homozygote.</summary>
    public static Reading Of(int a, int b)
    {
        Check.That(a is >= 0 and < short.MaxValue && b is >= 0 and < short.MaxValue);
        return a <= b ? new(a, b) : new(b, a);
    }

    /// <summary>One allele read; the other may be any, the same one and a silent one included.</summary>
    public static Reading OneKnown(int a)
    {
        Check.That(a is >= 0 and < short.MaxValue);
        return new(a, -1);
    }

    public bool IsTyped => _a > 0;
    public bool IsOneKnown => _a > 0 && _b == 0;
    public bool IsHomozygous => _a > 0 && _a == _b;
    public bool IsHeterozygous => _b > 0 && _a != _b;

    /// <summary>Index of the lower allele; −1 when untyped.</summary>
    public int A => _a - 1;

    /// <summary>Index of the higher allele; −1 when unknown.</summary>
    public int B => _b - 1;
}
