using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Investigations;

/// <summary>The second signature, by another person of another agency: from now on the link counts no more.</summary>
public sealed record ClearingConfirmation
{
    ClearingConfirmation() { }

    public ClearingId Clearing { get; private init; }
    public UserId By { get; private init; }
    public AgencyId Agency { get; private init; }
    public Instant At { get; private init; }

    public static Outcome<ClearingConfirmation> Of(Clearing clearing, User signer, Instant at) =>
        signer.Id == clearing.By ? new LinkRefusal.SameSigner()
        : signer.Agency == clearing.Agency ? new LinkRefusal.SameAgency()
        : new ClearingConfirmation { Clearing = clearing.Id, By = signer.Id, Agency = signer.Agency, At = at };
}
