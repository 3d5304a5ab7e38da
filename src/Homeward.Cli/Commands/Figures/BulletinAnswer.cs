using Homeward.Cases.Bulletins;
using Homeward.Cases.Jurisdictions;

namespace Homeward.Cli.Commands.Figures;

/// <summary>A bulletin as the commands tell it; the schema is in docs/guide/command-line.md.</summary>
sealed record BulletinAnswer
{
    public required string Number { get; init; }
    public required string Phase { get; init; }
    public required string Day { get; init; }
    public required string Since { get; init; }

    /// <summary>Of people, under the count that is current.</summary>
    public required int Signatures { get; init; }

    /// <summary>SHA-256 of the canonical figures; null until they were counted.</summary>
    public required string? Digest { get; init; }

    /// <summary>Of the ledger.</summary>
    public required long? LastLine { get; init; }

    public required string? PublishedAt { get; init; }

    /// <summary>As the English page says them; only where it is shown.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    /// <summary>Beside the figures, what was recorded since; only where it is shown.</summary>
    public IReadOnlyList<Later> LaterRecorded { get; init; } = [];

    /// <summary>What was written.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <param name="Name">An operation, <c>together</c>, or <c>since</c> for the totals.</param>
    /// <param name="Figures">More than published.</param>
    public sealed record Later(string Name, LaterFigures Figures);

    public static BulletinAnswer Of(BulletinFacts facts, JurisdictionProfile profile) => new()
    {
        Number = facts.Bulletin.Number,
        Phase = BulletinPhase.Of(facts).GetType().Name,
        Day = Inputs.DayOption.Text(facts.Bulletin.Plan.Day),
        Since = Inputs.DayOption.Text(facts.Bulletin.Plan.Since),
        Signatures = facts.Current is { } current ? facts.ApprovalsOf(current.Id).Count() : 0,
        Digest = facts.Current?.Digest,
        LastLine = facts.Current?.LastLine,
        PublishedAt = facts.Publication is { } it ? $"{profile.Zone.LocalOf(it.At):yyyy-MM-dd HH:mm zzz}" : null,
    };
}
