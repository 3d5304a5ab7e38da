namespace Homeward.Search.Assignment;

/// <summary>One way in which one family's missing members may be found among the children.</summary>
/// <param name="Family">Place of the family in the list given.</param>
/// <param name="Placed">At least one; children and members each at most once.</param>
/// <param name="Log10">
/// log10 LR of "these children are these members" over "all of them unrelated", from the joint likelihood of the family
/// and all of them.
/// </param>
public sealed record Filling(int Family, IReadOnlyList<Placement> Placed, double Log10);

/// <summary>A child in a missing member's place.</summary>
/// <param name="Child">Place of the child in the list given.</param>
/// <param name="Member">Index of the missing member in the family's pedigree.</param>
public readonly record struct Placement(int Child, int Member);
