using Homeward.Cases.Agencies;
using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Samples;

/// <summary>What was taken of a person, in a sealed bag. A person may give several.</summary>
public sealed record Sample
{
    public required SampleId Id { get; init; }

    /// <summary>Whose it is. The laboratory is never told.</summary>
    public required PersonId Person { get; init; }

    public required ConsentId Consent { get; init; }
    public required DonorRole Role { get; init; }
    public required Material Material { get; init; }

    /// <summary>What is printed on the tube, and what a laboratory's files call it.</summary>
    public required string Label { get; init; }

    /// <summary>The number of the seal it was closed with.</summary>
    public required string Seal { get; init; }

    public required Instant Taken { get; init; }

    /// <summary>Who took it, and holds it until somebody else has taken it over.</summary>
    public required UserId By { get; init; }

    public required Instant At { get; init; }
}
