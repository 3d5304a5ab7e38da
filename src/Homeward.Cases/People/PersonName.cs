using Homeward.Cases.Time;

namespace Homeward.Cases.People;

/// <summary>A name that a person has or was called by. A wrong one is superseded.</summary>
public sealed record PersonName
{
    public required PersonNameId Id { get; init; }
    public required PersonId Person { get; init; }
    public required string Text { get; init; }
    public required Script Script { get; init; }
    public required NameKind Kind { get; init; }
    public required Instant At { get; init; }
    public PersonNameId? Supersedes { get; init; }
}
