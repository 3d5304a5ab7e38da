namespace Homeward.Genetics.Markers;

/// <summary>The markers that are typed together: a commercial kit, or the core set of a national database.</summary>
/// <param name="Name">The maker's name, as in <c>GlobalFiler</c>.</param>
/// <param name="Markers">Canonical names, in the order of the panel where it is known.</param>
/// <param name="Source">Where the list comes from.</param>
public sealed record Kit(string Name, IReadOnlyList<string> Markers, string Source);
