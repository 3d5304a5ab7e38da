using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;

namespace Homeward.Storage.Operations;

/// <summary>An operation as its author puts it down.</summary>
public sealed record OperationDraft
{
    public required string Code { get; init; }
    public required OperationKind Kind { get; init; }
    public required AgencyId Lead { get; init; }
    public required Instant HHour { get; init; }
    public required int ExpectedChildren { get; init; }
}
