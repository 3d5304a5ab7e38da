using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Investigations;

/// <summary>Why a link cannot be recorded or ended.</summary>
public abstract record LinkRefusal : Refusal
{
    LinkRefusal(string reason) : base(reason) { }

    public sealed record SameSigner() : LinkRefusal("The second signature must be another person's.");

    public sealed record SameAgency() : LinkRefusal("The second signature must come from another agency.");

    public sealed record WrongBasis()
        : LinkRefusal("Only somebody found with a rescued person can be cleared as a victim or a bystander.");

    public sealed record NoSuchLink() : LinkRefusal("There is no such link.");

    public sealed record NotACourt() : LinkRefusal("Only a court acquits.");
}
