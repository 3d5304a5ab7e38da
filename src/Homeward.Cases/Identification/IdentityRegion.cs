using Homeward.Cases.Samples;

namespace Homeward.Cases.Identification;

/// <summary>How far it is known who a rescued person is, computed from samples, profiles and candidates.</summary>
public abstract record IdentityRegion
{
    IdentityRegion() { }

    public sealed record Unsampled : IdentityRegion;

    /// <summary>Taken, and no profile yet.</summary>
    public sealed record Sampled(SampleId Sample) : IdentityRegion;

    /// <summary>The profile is compared with every family, and with each that comes.</summary>
    public sealed record Searching(AccessionNumber Profile) : IdentityRegion;

    /// <summary>An analyst should look at so many. Which they are is for the laboratory alone: a candidate is
    /// nobody's hope yet.</summary>
    public sealed record CandidatesOpen(int Count) : IdentityRegion;

    /// <summary>Somebody has, and it is to be tested.</summary>
    public sealed record MatchProposed(MatchProposal Match) : IdentityRegion;

    /// <param name="samples">Whose consents hold, in the order in which they were taken.</param>
    /// <param name="profiles">That may be searched.</param>
    /// <param name="open">How many candidates are open.</param>
    /// <param name="proposals">Of open candidates.</param>
    public static IdentityRegion Of(
        IReadOnlyList<SampleId> samples,
        IReadOnlyList<AccessionNumber> profiles,
        int open,
        IReadOnlyList<MatchProposal> proposals) =>
        proposals.Count > 0 ? new MatchProposed(proposals.MaxBy(it => it.At)!)
        : open > 0 ? new CandidatesOpen(open)
        : profiles.Count > 0 ? new Searching(profiles[^1])
        : samples.Count > 0 ? new Sampled(samples[^1])
        : new Unsampled();
}
