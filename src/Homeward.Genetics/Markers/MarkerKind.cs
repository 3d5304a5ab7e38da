namespace Homeward.Genetics.Markers;

public enum MarkerKind
{
    Autosomal,
    X,
    Y,

    /// <summary>The sex marker on both X and Y; it says nothing about kinship.</summary>
    Amelogenin,
}
