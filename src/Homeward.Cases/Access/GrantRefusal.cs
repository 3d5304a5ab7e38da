using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Access;

/// <summary>Why a role is not given.</summary>
public abstract record GrantRefusal(string Reason) : Refusal(Reason)
{
    public sealed record ToOneself() : GrantRefusal("Nobody gives a role to himself.");

    public sealed record TooLong() : GrantRefusal("A role is given for a time, of two years at most.");

    public sealed record OtherAgency() : GrantRefusal("A role in an agency is for the people of that agency.");

    public sealed record NotTheGiver(Role Giver)
        : GrantRefusal("Roles in cases are given by the agency's approver, the others by an administrator.");

    public sealed record LargerRegion() : GrantRefusal("Nobody gives a role for more than his own region.");

    public sealed record BothKinds()
        : GrantRefusal("Whoever gives roles or runs the installation has no role in cases.");
}
