namespace Homeward.Search.Kernels;

/// <summary>A pair the scan could not rule out: the exact likelihood ratio decides.</summary>
/// <param name="Family">Place of the family in the list that was scanned.</param>
/// <param name="Slot">Slot of the profile in the index.</param>
public readonly record struct ScanHit(int Family, int Slot) : IComparable<ScanHit>
{
    public int CompareTo(ScanHit other) => (Family, Slot).CompareTo((other.Family, other.Slot));
    public static bool operator <(ScanHit left, ScanHit right) => left.CompareTo(right) < 0;
    public static bool operator >(ScanHit left, ScanHit right) => left.CompareTo(right) > 0;
    public static bool operator <=(ScanHit left, ScanHit right) => left.CompareTo(right) <= 0;
    public static bool operator >=(ScanHit left, ScanHit right) => left.CompareTo(right) >= 0;
}
