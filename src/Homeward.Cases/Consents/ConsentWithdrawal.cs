using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Consents;

/// <summary>A consent was taken back. Whatever rests on it is not searched from this moment on.</summary>
public sealed record ConsentWithdrawal
{
    public required ConsentId Consent { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
