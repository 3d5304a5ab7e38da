using Homeward.Cases.Audit;

namespace Homeward.Storage.Audit;

/// <summary>What the verification of a log found, and what it cannot tell.</summary>
public sealed record AuditReport
{
    public required IReadOnlyList<CheckedChain> Chains { get; init; }
    public required AuditFindings Findings { get; init; }

    /// <summary>Entries that hold, and that this version cannot read: a newer one wrote them.</summary>
    public required long NotUnderstood { get; init; }

    public bool IsWhole => Findings.Total == 0;
}
