using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Samples;

/// <summary>A laboratory's profile of a sample goes under this accession number. With <see cref="GeneDonor"/> it is the
/// only bridge between people and genotypes.</summary>
public sealed record Typing
{
    public required AccessionNumber Accession { get; init; }
    public required SampleId Sample { get; init; }

    /// <summary>From 1, without a gap: a sample may be typed again.</summary>
    public required int Ordinal { get; init; }

    public required AgencyId Laboratory { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
