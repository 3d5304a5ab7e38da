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

    /// <summary>Who recorded it; of a break-up, the author.</summary>
    public required UserId By { get; init; }

    public required Instant At { get; init; }

    public sealed record BrokenUp : RingStep
    {
        /// <summary>The operation that did it; null when it took none.</summary>
        public required OperationId? During { get; init; }
        public required int Organisers { get; init; }
        public required int OrganisersDetained { get; init; }
        public required int Core { get; init; }
        public required int CoreDetained { get; init; }

        /// <summary>Signed by somebody who is not the author.</summary>
        public required UserId Approver { get; init; }
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
}
