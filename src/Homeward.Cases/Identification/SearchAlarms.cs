using Homeward.Cases.Samples;

namespace Homeward.Cases.Identification;

/// <summary>Everything that is accepted and not searched against all others under the present settings.</summary>
/// <param name="Children">Profiles of children without a record that covers them.</param>
/// <param name="Families">Families without one.</param>
/// <param name="Idle">Relatives' profiles that belong to no family.</param>
/// <param name="CannotReach">Families that can reach the threshold with nobody: more of them must be typed.</param>
/// <param name="TooOpen">Families that no exact calculation reaches.</param>
public sealed record SearchAlarms(
    IReadOnlyList<AccessionNumber> Children,
    IReadOnlyList<GeneFamilyId> Families,
    IReadOnlyList<AccessionNumber> Idle,
    IReadOnlyList<GeneFamilyId> CannotReach,
    IReadOnlyList<GeneFamilyId> TooOpen)
{
    /// <summary>Whether everything that can be searched was.</summary>
    public bool AllSearched => Children.Count == 0 && Families.Count == 0 && TooOpen.Count == 0;
}
