namespace Homeward.Tests.Oracles;

/// <summary>Frequencies and mutation matrices of all alleles, a silent one last.</summary>
/// <param name="IsX">Whether the marker is on the X chromosome.</param>
/// <param name="Frequencies">Sum to 1.</param>
/// <param name="Silent">Index of the silent allele, −1 when there is none.</param>
/// <param name="Male">A father's matrix, the silent allele included.</param>
/// <param name="Female">A mother's.</param>
sealed record NaiveMarker(bool IsX, double[] Frequencies, int Silent, double[,] Male, double[,] Female)
{
    public int States => Frequencies.Length;
}

/// <summary>Alleles that were read: a and b, a alone (b = −1), or none (a = −1).</summary>
readonly record struct NaiveReading(int A, int B)
{
    public static NaiveReading Untyped { get; } = new(-1, -1);
    public bool IsUntyped => A < 0;
    public bool IsOneKnown => A >= 0 && B < 0;
}
