using Homeward.Cases.Agencies;

namespace Homeward.Cases.Access;

/// <summary>What somebody asks for: a permission, how much of people it shows or says, and where.</summary>
/// <param name="What">One permission.</param>
/// <param name="Fields">Every class of fields that the answer holds or the act writes.</param>
/// <param name="Regions">The region asked about and all above it, the country last; empty when rows are chosen by
/// <see cref="Admission"/> instead.</param>
public sealed record Wish(Permission What, FieldClasses Fields, IReadOnlyList<RegionCode> Regions);
