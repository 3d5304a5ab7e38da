namespace Homeward.Search.Resident;

/// <summary>A child and a missing member whose LR reached the threshold.</summary>
/// <param name="Child">Id of the child's profile.</param>
/// <param name="Family">Id of the family.</param>
/// <param name="Missing">Id of the missing member in its pedigree.</param>
/// <param name="Log10">log10 LR against unrelated, the smallest over the populations.</param>
public readonly record struct ResidentPair(string Child, string Family, string Missing, double Log10);
