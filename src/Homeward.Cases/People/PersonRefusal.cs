using Homeward.Genetics.Primitives;

namespace Homeward.Cases.People;

/// <summary>Why records of people cannot be changed so.</summary>
public abstract record PersonRefusal : Refusal
{
    PersonRefusal(string reason) : base(reason) { }

    public sealed record NoSuchPerson() : PersonRefusal("There is no such person.");

    public sealed record SameAlready() : PersonRefusal("These records are one identity already.");

    public sealed record NoSuchMerge() : PersonRefusal("There is no such merge, or it was reversed before.");

    public sealed record EditedMeanwhile(int Version)
        : PersonRefusal("Somebody else has edited this meanwhile; look again.");
}
