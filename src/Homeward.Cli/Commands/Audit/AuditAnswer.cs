using Homeward.Cases.Audit;
using Homeward.Storage.Audit;

namespace Homeward.Cli.Commands.Audit;

/// <summary>What <c>audit verify</c> says; the schema is in docs/guide/audit.md.</summary>
sealed record AuditAnswer
{
    /// <summary>Nothing is wrong as far as can be told.</summary>
    public required bool Whole { get; init; }

    public required IReadOnlyList<CheckedChain> Chains { get; init; }
    public required IReadOnlyList<CheckpointAnswer> Checkpoints { get; init; }

    /// <summary>The first thousand.</summary>
    public required IReadOnlyList<FindingAnswer> Findings { get; init; }

    public required long FindingsInAll { get; init; }

    /// <summary>Acts that were announced and neither done nor said to have failed, the first thousand.</summary>
    public required IReadOnlyList<EntryPlace> NotDone { get; init; }

    public required long NotDoneInAll { get; init; }

    /// <summary>What this verification cannot tell.</summary>
    public required IReadOnlyList<string> CannotVouchFor { get; init; }

    public static AuditAnswer Of(AuditReport report, IReadOnlyList<SignedCheckpoint> signed) => new()
    {
        Whole = report.IsWhole,
        Chains = report.Chains,
        Checkpoints = [.. signed.Select(it => CheckpointAnswer.Of(it, Holds(report, it)))],
        Findings = [.. report.Findings.Select(it => new FindingAnswer(it.GetType().Name, it.What))],
        FindingsInAll = report.Findings.Total,
        NotDone = [.. report.NotDone.Select(it => new EntryPlace(it.Node, it.Number))],
        NotDoneInAll = report.NotDoneInAll,
        CannotVouchFor = [.. Limits(report, signed.Count > 0)],
    };

    static bool Holds(AuditReport report, SignedCheckpoint signed) =>
        signed.Checkpoint.Chains.All(
            it => report.Chains.Any(chain => chain.Node == it.Node && chain.HeldOutside >= it.Length));

    static IEnumerable<string> Limits(AuditReport report, bool anyCheckpoint)
    {
        if (!anyCheckpoint)
            yield return "No checkpoint was given. That a chain agrees with itself does not show that it was not "
                + "written anew, or cut off at its end, by somebody who can write to the log's file.";
        else
            foreach (var chain in report.Chains.Where(it => it.NotVouchedFor > 0))
                yield return $"Chain {chain.Node}: entries {chain.HeldOutside + 1} to {chain.Length} are after the "
                    + "last checkpoint given. They agree with one another; nothing held outside confirms them.";
        if (report.NotUnderstood > 0)
            yield return $"{report.NotUnderstood} entries are not of a form that this version reads.";
        if (!report.WithCases)
            yield return "There is no case database beside the log (cases.db): that its rows have their entries was "
                + "not checked.";
        yield return "Times are those of the machine's clock. Whoever reads the database files past the program leaves "
            + "no entry.";
    }
}
