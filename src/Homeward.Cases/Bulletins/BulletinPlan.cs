using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;

namespace Homeward.Cases.Bulletins;

/// <summary>What a bulletin says and how it counts, fixed when it is drafted: with the ledger up to a line it gives the
/// same bytes for ever.</summary>
public sealed record BulletinPlan
{
    /// <summary>By which it is cited: <c>2011-07-27</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The last day it counts, a day of the zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The first day of the totals.</summary>
    public required DateOnly Since { get; init; }

    public required string Profile { get; init; }
    public required string Zone { get; init; }

    /// <summary>Side by side; the first is the one that sentences use.</summary>
    public required IReadOnlyList<PlannedRule> AgeRules { get; init; }

    /// <summary>Reported one by one and together.</summary>
    public required IReadOnlyList<PlannedOperation> Operations { get; init; }

    /// <summary>An age rule as it was at the time.</summary>
    public sealed record PlannedRule(string Code, int ChildBelow, AgeReached Reached);

    /// <summary>An operation by the name that the public hears, with the day of H-hour.</summary>
    public sealed record PlannedOperation(OperationId Operation, string Code, DateOnly Day);

    public static IReadOnlyList<PlannedRule> RulesOf(JurisdictionProfile profile) =>
        [.. profile.AgeRules.Select(it => new PlannedRule(it.Code, it.ChildBelow, it.Reached))];
}
