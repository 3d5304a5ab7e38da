using Homeward.Cases.Situations;
using Homeward.Cli.Commands.Genes;
using Homeward.Cli.Inputs;
using Homeward.Server.Genes;

namespace Homeward.Cli.Commands.Installations;

/// <summary>What <c>status</c> says; the schema is in docs/guide/command-line.md. Numbers alone.</summary>
sealed record StatusAnswer
{
    public required string Now { get; init; }
    public required bool IsDemonstration { get; init; }

    /// <summary>Whether somebody has to see to something: exit code 3.</summary>
    public required bool NeedsAttention { get; init; }

    public required IReadOnlyDictionary<string, int> InCustody { get; init; }
    public required int Unsettled { get; init; }
    public required double? UnsettledHours { get; init; }
    public required PlacementHours Placements { get; init; }
    public required IReadOnlyDictionary<string, int> Emergencies { get; init; }
    public required IReadOnlyList<Situation.ClockCount> Clocks { get; init; }
    public required Situation.BedCount Beds { get; init; }

    /// <summary>Null where there is no gene database.</summary>
    public required Unsearched? Genes { get; init; }

    /// <summary>What the search of a serving process does; null when none serves this folder here.</summary>
    public required ServedSearch? Search { get; init; }

    /// <summary>In hours.</summary>
    public sealed record PlacementHours(
        int Placed, int Waiting, int Overdue, double? LongestWait, double? Median, double? NinetyPercent,
        double? Longest);

    public sealed record Unsearched(int Children, int Families, int RelativesInNoFamily, int OpenCandidates);

    /// <param name="State">Loading, Searching, Ready, OtherTerms or Failed.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="Children">Children in memory.</param>
    /// <param name="Families">Families in memory.</param>
    public sealed record ServedSearch(string State, string Since, int Children, int Families)
    {
        public static ServedSearch? Of(SearchStateFile? it) => it is null
            ? null : new($"{it.State}", $"{it.Since:yyyy-MM-dd'T'HH:mm:ss'Z'}", it.Children, it.Families);
    }

    public static StatusAnswer Of(
        OpenInstallation installation, Situation it, Unsearched? genes, ServedSearch? search) => new()
        {
            Now = $"{installation.Profile.Zone.LocalOf(it.Now):yyyy-MM-dd HH:mm zzz}",
            IsDemonstration = installation.IsDemonstration,
            NeedsAttention = it.NeedsAttention || genes is { Children: > 0 } or { Families: > 0 }
            || search is { State: nameof(SearchState.Failed) or nameof(SearchState.OtherTerms) },
            InCustody = it.InCustody.OrderBy(one => one.Key).ToDictionary(one => one.Key.ToString(), one => one.Value),
            Unsettled = it.Unsettled,
            UnsettledHours = it.UnsettledSince is { } since ? Hours(it.Now - since) : null,
            Placements = new(
            it.Placements.Placed, it.Placements.Waiting, it.Placements.Overdue, Hours(it.Placements.LongestWait),
            Hours(it.Placements.Median), Hours(it.Placements.NinetyPercent), Hours(it.Placements.Longest)),
            Emergencies = it.Emergencies.ToDictionary(kind => kind.Key.ToString(), kind => kind.Value),
            Clocks = it.Clocks,
            Beds = it.Beds,
            Genes = genes,
            Search = search,
        };

    public static Unsearched? GenesOf(OpenGenes? genes)
    {
        if (genes is null) return null;
        var alarms = genes.Ledger.Alarms();
        return new(
            alarms.Children.Count, alarms.Families.Count, alarms.Idle.Count, genes.Ledger.OpenCandidates().Count);
    }

    static double? Hours(TimeSpan? span) => span is { } it ? Math.Round(it.TotalHours, 1) : null;
}
