using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;

namespace Homeward.Cases.Retention;

/// <summary>There is no reason any more to keep what a donor gave.</summary>
/// <param name="Donor">As the gene database knows the donor.</param>
/// <param name="Kind">What ended.</param>
/// <param name="Ended">When the last of it did.</param>
public sealed record EndedReason(GeneDonorId Donor, RetentionKind Kind, Instant Ended)
{
    /// <summary>When it is to be erased under a profile; null when no rule of it asks for that.</summary>
    public DueErasure? Under(JurisdictionProfile profile) =>
        profile.RetentionRule(Kind, profile.Zone.DayOf(Ended)) is { } rule
            ? new(this, rule, rule.From(Ended, profile.Zone), rule.By(Ended, profile.Zone)) : null;
}
