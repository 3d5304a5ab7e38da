using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Consents;

/// <summary>Samples of a person may be taken and used, for the uses of its <see cref="ConsentScope"/> rows, until it is
/// taken back.</summary>
public sealed record Consent
{
    public required ConsentId Id { get; init; }
    public required PersonId Person { get; init; }
    public required LegalBasis Basis { get; init; }

    /// <summary>Who agreed. The donor, or a guardian; null for a law, and for an institution that is the guardian.
    /// </summary>
    public PersonId? GivenBy { get; init; }

    /// <summary>The number of the signed form, or the paragraph of the law.</summary>
    public required string Document { get; init; }

    public required Instant Given { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
