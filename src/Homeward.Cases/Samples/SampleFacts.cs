using Homeward.Cases.Agencies;
using Homeward.Cases.Consents;

namespace Homeward.Cases.Samples;

/// <summary>What is recorded of a sample, without whose it is: all that a laboratory is told.</summary>
public sealed record SampleFacts
{
    public required SampleId Sample { get; init; }

    /// <summary>What is printed on the tube.</summary>
    public required string Label { get; init; }

    public required DonorRole Role { get; init; }

    /// <summary>In whose hands it is, and that person's agency.</summary>
    public required UserId Holder { get; init; }

    public required AgencyId HolderAgency { get; init; }

    /// <summary>Somebody found the seal broken when he took it over.</summary>
    public required bool IsSealBroken { get; init; }

    public required bool IsWithdrawn { get; init; }

    /// <summary>What the consent is for.</summary>
    public required IReadOnlySet<SampleUse> Uses { get; init; }

    /// <summary>The accession numbers given so far, in order.</summary>
    public required IReadOnlyList<KnownTyping> Typings { get; init; }

    /// <summary>As whom the gene database knows the donor; null before the first typing.</summary>
    public required GeneDonorId? Donor { get; init; }

    /// <summary>The profiles of this donor, from any sample, that may be searched now.</summary>
    public required IReadOnlyList<AccessionNumber> LiveOfDonor { get; init; }

    public ProfileKind Kind => Role switch
    {
        DonorRole.Rescued => ProfileKind.Unidentified,
        DonorRole.Relative => ProfileKind.Reference,
        DonorRole.Staff => ProfileKind.Staff,
    };

    /// <summary>The typing that was begun and whose profile is not there yet; null when there is none.</summary>
    public AccessionNumber? Pending =>
        Typings.Count > 0 && !Typings[^1].IsAccepted ? Typings[^1].Accession : null;

    /// <summary>How far it has come.</summary>
    public SampleStage Stage =>
        IsWithdrawn ? SampleStage.Withdrawn
        : Pending is not null ? SampleStage.Begun
        : Typings.Count > 0 ? SampleStage.Typed
        : IsSealBroken ? SampleStage.SealBroken
        : SampleStage.Waiting;
}
