using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;

namespace Homeward.Cases.Rings;

/// <summary>Something that happened to a ring as a whole.</summary>
public abstract record RingStep
{
    RingStep() { }

    public required Guid Id { get; init; }
    public required RingId Ring { get; init; }

    /// <summary>Who recorded it; of a break-up, who approved it.</summary>
    public required UserId By { get; init; }

    public required Instant At { get; init; }

    /// <summary>Somebody holds that the ring is broken up, and asks another to approve it.</summary>
    public sealed record Proposed : RingStep
    {
        /// <summary>The operation that did it; null when it took none.</summary>
        public required OperationId? During { get; init; }
    }

    /// <summary>A proposal, approved by somebody who is not its author, with the figures at that time.</summary>
    public sealed record BrokenUp : RingStep
    {
        public required Guid Proposal { get; init; }

        /// <summary>As proposed.</summary>
        public required OperationId? During { get; init; }
        public required int Organisers { get; init; }
        public required int OrganisersDetained { get; init; }
        public required int Core { get; init; }
        public required int CoreDetained { get; init; }
    }

    /// <summary>It works again.</summary>
    public sealed record Resurfaced : RingStep
    {
        public required string Basis { get; init; }
    }

    /// <summary>It turned out to be part of another one.</summary>
    public sealed record Merged : RingStep
    {
        public required RingId Into { get; init; }
    }

    /// <summary>It is none: the merge was an error, and the ring stands for itself as before.</summary>
    public sealed record Separated : RingStep
    {
        public required string Basis { get; init; }
    }
}
