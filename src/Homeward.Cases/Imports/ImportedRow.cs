using Homeward.Cases.Agencies;
using Homeward.Cases.Families;
using Homeward.Cases.People;

namespace Homeward.Cases.Imports;

/// <summary>A row of an agency's table that became a record: known by the agency's own number.</summary>
public sealed record ImportedRow
{
    public required AgencyId Agency { get; init; }
    public required ImportKind Kind { get; init; }

    /// <summary>The agency's.</summary>
    public required string Number { get; init; }

    public required ImportId Import { get; init; }

    /// <summary>SHA-256 of what the row said, so that the same row is known again and a changed one too.</summary>
    public required string Digest { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Null for a row of people.</summary>
    public ReportId? Report { get; init; }
}
