using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;

namespace Homeward.Storage.Operations;

/// <summary>An operation as its author puts it down.</summary>
public sealed record OperationDraft
{
    /// <summary>Made when its form was shown, so that a form sent twice is one operation; null takes a new one.
    /// </summary>
    public OperationId? Id { get; init; }

    public required string Code { get; init; }
    public required OperationKind Kind { get; init; }
    public required AgencyId Lead { get; init; }
    public required Instant HHour { get; init; }
    public required int ExpectedChildren { get; init; }
}
