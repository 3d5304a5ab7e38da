using Homeward.Genetics.Kinship;

namespace Homeward.Cases.Families;

/// <summary>A family whose profiles speak more for a stranger among them than for the pedigree as it was declared. One
/// marker that breaks Mendel's laws is usually a mutation, and is none.</summary>
/// <param name="Markers">Where Mendel's laws are broken.</param>
/// <param name="Suspect">Whose profile is likeliest a stranger's.</param>
public sealed record Contradiction(IReadOnlyList<string> Markers, string Suspect)
{
    public static Contradiction? Of(Genetics.Kinship.Family family, MarkerLadders ladders)
    {
        if (family.Typed.Count() < 2) return null;
        var found = Consistency.Of(family, ladders);
        return found.Inconsistencies.Count > 0 && found.Suspects[0].Log10 > 0
            ? new([.. found.Inconsistencies.Select(it => it.Marker)], found.Suspects[0].Member)
            : null;
    }
}
