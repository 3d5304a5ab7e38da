using Homeward.Cases.Time;

namespace Homeward.Cases.Samples;

/// <summary>The gene database has taken this profile out of every search.</summary>
public sealed record TypingWithdrawal
{
    public required AccessionNumber Accession { get; init; }
    public required Instant At { get; init; }
}
