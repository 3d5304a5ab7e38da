using Homeward.Cases.Identification;

namespace Homeward.Server.Api;

/// <summary>A pair that is worth a look. It is not an identification.</summary>
public sealed record CandidateAnswer(long Number)
{
    /// <summary>The accession number of the child's profile.</summary>
    public required string Child { get; init; }

    public required Guid Family { get; init; }

    /// <summary>Who is missing, by the place in the family.</summary>
    public required string Member { get; init; }

    /// <summary>log10 LR against unrelated, the smallest over the populations.</summary>
    public required double Log10 { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static CandidateAnswer Of(FoundCandidate found) => new(found.Number)
    {
        Child = found.Child.ToString(),
        Family = found.Family.Value,
        Member = found.Member,
        Log10 = found.Log10,
        At = found.At.ToDateTimeOffset(),
    };
}
