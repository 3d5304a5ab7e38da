using Homeward.Genetics.Markers;

namespace Homeward.Search.Index;

/// <summary>An allele as 16 bits in a file: its tenths, or amelogenin's X and Y after the largest of these.</summary>
static class AlleleNumber
{
    const int X = 10_000, Y = 10_001;

    public static ushort Of(Allele allele) =>
        allele == Allele.X ? (ushort)X : allele == Allele.Y ? (ushort)Y : (ushort)allele.Tenths;

    /// <summary>Null for what is no allele.</summary>
    public static Allele? AlleleOf(int number) => number switch
    {
        X => Allele.X,
        Y => Allele.Y,
        > 0 and < X => Allele.Repeats(number / 10, number % 10),
        _ => null,
    };
}
