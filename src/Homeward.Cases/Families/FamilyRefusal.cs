using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Families;

/// <summary>Why a family or a report cannot be recorded.</summary>
public abstract record FamilyRefusal : Refusal
{
    FamilyRefusal(string reason) : base(reason) { }

    public sealed record NoPedigree() : FamilyRefusal("These members are no pedigree with somebody missing.");

    public sealed record NotFound() : FamilyRefusal("There is no such family.");

    public sealed record NotNow() : FamilyRefusal("This does not follow what was done with the family before.");
}
