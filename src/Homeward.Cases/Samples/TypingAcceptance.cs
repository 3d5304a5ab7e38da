using Homeward.Cases.Time;

namespace Homeward.Cases.Samples;

/// <summary>The gene database holds the profile of this typing.</summary>
public sealed record TypingAcceptance
{
    public required AccessionNumber Accession { get; init; }

    /// <summary>The earlier profile of the same donor whose place it takes.</summary>
    public AccessionNumber? Supersedes { get; init; }

    public required Instant At { get; init; }
}
