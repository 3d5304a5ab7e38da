using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Cases.Rings;

namespace Homeward.Storage.Rings;

/// <summary>What somebody is in a ring, as it is put down.</summary>
public sealed record MemberDraft(PersonId Person, RingRole Role, LinkCertainty Certainty)
{
    public DateOnly? KnownFrom { get; init; }
    public DateOnly? KnownTo { get; init; }
}
