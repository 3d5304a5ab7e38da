using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Imports;

/// <summary>A file of which rows were taken in, all at once.</summary>
public sealed record ImportedFile
{
    public required ImportId Id { get; init; }
    public required ImportKind Kind { get; init; }
    public required AgencyId Agency { get; init; }

    /// <summary>SHA-256 of the file, so that whoever has it can say that it was this one.</summary>
    public required string Digest { get; init; }

    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
