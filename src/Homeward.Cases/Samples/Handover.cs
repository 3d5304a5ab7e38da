using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Samples;

/// <summary>A sample went from one hand to the next. Whoever took it over wrote this, and looked at the seal.</summary>
public sealed record Handover
{
    public required SampleId Sample { get; init; }

    /// <summary>From 1, without a gap.</summary>
    public required int Ordinal { get; init; }

    public required UserId From { get; init; }
    public required UserId To { get; init; }
    public required bool SealIntact { get; init; }

    /// <summary>The number it was found with, or was closed with again.</summary>
    public required string Seal { get; init; }

    public required Instant At { get; init; }
}
