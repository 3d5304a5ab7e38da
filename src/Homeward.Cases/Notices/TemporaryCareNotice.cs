using Homeward.Cases.Rescues;

namespace Homeward.Cases.Notices;

/// <summary>The paper that goes with a person from the police into temporary care: what both sides sign.</summary>
public sealed record TemporaryCareNotice
{
    /// <summary>As the acceptance has it.</summary>
    public required string Number { get; init; }

    /// <summary>The names that are known, best first; none when nobody knows one.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required People.Sex Sex { get; init; }

    /// <summary>Days of age at the rescue, between these; null when nobody has said.</summary>
    public int? AgeDaysLeast { get; init; }

    public int? AgeDaysMost { get; init; }

    /// <summary>The day of the rescue, in the jurisdiction's time.</summary>
    public required DateOnly Rescued { get; init; }

    public required string Place { get; init; }
    public required Condition Condition { get; init; }
    public required string HandedOverBy { get; init; }
    public required string ReceivedBy { get; init; }
    public required DateOnly HandedOver { get; init; }

    /// <summary>Made up for a demonstration: printed across the page.</summary>
    public bool IsSynthetic { get; init; }
}
