namespace Homeward.Cases.Rings;

public enum RingKind
{
    Family,
    Regional,
    CrossRegional,
    CrossBorder,
}
