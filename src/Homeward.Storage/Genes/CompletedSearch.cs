using Homeward.Cases.Identification;
using Homeward.Cases.Samples;

namespace Homeward.Storage.Genes;

/// <summary>A record of a completed search: of a child, or of a family.</summary>
/// <param name="Number">Its place among all records.</param>
/// <param name="Child">The child; null for a family's record.</param>
/// <param name="Family">The family; null for a child's.</param>
/// <param name="Version">It saw everything up to this change.</param>
/// <param name="IsTooOpen">Whether no exact calculation reached the family.</param>
public sealed record CompletedSearch(
    long Number, AccessionNumber? Child, GeneFamilyId? Family, long Version, bool IsTooOpen);
