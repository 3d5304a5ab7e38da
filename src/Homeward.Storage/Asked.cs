using Homeward.Cases.Access;
using Homeward.Cases.Agencies;

namespace Homeward.Storage;

/// <summary>What a read or an act asks for.</summary>
/// <param name="What">The permission it needs.</param>
/// <param name="Fields">How much it sees or says of people.</param>
/// <param name="Subjects">For an act, whose rows it writes.</param>
readonly record struct Asked(Permission What, FieldClasses Fields, params Guid[] Subjects)
{
    /// <summary>Where it is; null when it is in no one region.</summary>
    public RegionCode? Region { get; init; }
}
