using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Access;

/// <summary>Why somebody may not see or do what he asked for. None of these tells whether there is anything.</summary>
public abstract record AccessRefusal(string Reason) : Refusal(Reason)
{
    /// <summary>No role of this person has the permission now.</summary>
    public sealed record NotGranted(Permission What) : AccessRefusal("Your role does not allow this.");

    /// <summary>The permission is there, and these classes of fields are closed to the role.</summary>
    public sealed record FieldsClosed(Permission What, FieldClasses Fields)
        : AccessRefusal("Your role does not show these fields.");

    /// <summary>The permission is for other regions.</summary>
    public sealed record OutsideRegion(Permission What) : AccessRefusal("Your role is for other regions.");
}
