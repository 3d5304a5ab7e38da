using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>What a participant said; its latest answer of before the operation, and its latest of after, count.
/// </summary>
public abstract record ParticipantAnswer
{
    ParticipantAnswer() { }

    public required Guid Id { get; init; }
    public required OperationId Operation { get; init; }
    public required ParticipantId Participant { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }

    /// <summary>It takes its tasks.</summary>
    public sealed record Accepted : ParticipantAnswer;

    public sealed record Declined : ParticipantAnswer;

    /// <summary>Its own count of results. The operation closes when every participant has given one.</summary>
    public sealed record Confirmed : ParticipantAnswer
    {
        public required int Children { get; init; }
        public required int Suspects { get; init; }
    }
}
