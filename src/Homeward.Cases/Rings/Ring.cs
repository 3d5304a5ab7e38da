using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Rings;

/// <summary>People who traffic others together.</summary>
public sealed record Ring
{
    public required RingId Id { get; init; }

    /// <summary>A working name; says nothing about people or places.</summary>
    public required string CodeName { get; init; }

    public required RingKind Kind { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
