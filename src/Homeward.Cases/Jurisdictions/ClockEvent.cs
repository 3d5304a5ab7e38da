using Homeward.Cases.Time;

namespace Homeward.Cases.Jurisdictions;

/// <summary>What happened to a clock. Append-only, numbered from 1 for each clock.</summary>
public sealed record ClockEvent
{
    public required ClockId Clock { get; init; }
    public required int Number { get; init; }
    public required ClockChange Change { get; init; }
    public required Instant At { get; init; }

    /// <summary>The custody, sample or certificate that satisfies the clock.</summary>
    public Guid? Fact { get; init; }

    /// <summary>The number of the order that suspends it.</summary>
    public string? Order { get; init; }

    public required Instant Recorded { get; init; }
}
