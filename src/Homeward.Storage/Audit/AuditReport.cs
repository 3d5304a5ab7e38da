using Homeward.Cases.Audit;

namespace Homeward.Storage.Audit;

/// <summary>What the verification of a log found, and what it cannot tell.</summary>
public sealed record AuditReport
{
    public required IReadOnlyList<CheckedChain> Chains { get; init; }
    public required AuditFindings Findings { get; init; }

    /// <summary>Entries that hold, and that this version cannot read: a newer one wrote them.</summary>
    public required long NotUnderstood { get; init; }

    /// <summary>Acts that were announced and neither done nor said to have failed: the program ended between, or they
    /// were under way while the log was read. The first thousand, as chain and number.</summary>
    public required IReadOnlyList<(string Node, long Number)> NotDone { get; init; }

    public required long NotDoneInAll { get; init; }

    /// <summary>Whether the log was held against the case database.</summary>
    public required bool WithCases { get; init; }

    public bool IsWhole => Findings.Total == 0;
}
