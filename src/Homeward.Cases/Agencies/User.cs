namespace Homeward.Cases.Agencies;

/// <summary>A human being who works with Homeward, for one agency. Somebody who changes agency gets a new account, so
/// that an old signature stays what it was.</summary>
public sealed record User
{
    public required UserId Id { get; init; }
    public required AgencyId Agency { get; init; }

    /// <summary>What colleagues call the person.</summary>
    public required string Name { get; init; }
}
