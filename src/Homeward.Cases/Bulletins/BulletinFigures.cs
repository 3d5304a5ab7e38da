using Homeward.Cases.Agencies;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;
using Homeward.Cases.Statistics;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Bulletins;

/// <summary>The figures of a bulletin, counted by its plan.</summary>
public sealed record BulletinFigures
{
    public required BulletinPlan Plan { get; init; }

    /// <summary>The last line of the ledger that was counted.</summary>
    public required LedgerHead Last { get; init; }

    /// <summary>In the order of the plan.</summary>
    public required IReadOnlyList<Figures> Operations { get; init; }

    /// <summary>The operations of the plan as one: jurisdictions united, everything else added.</summary>
    public required Figures Together { get; init; }

    /// <summary>Everything since the plan's first day.</summary>
    public required Figures National { get; init; }

    public static BulletinFigures Of(BulletinPlan plan, LedgerSums sums, JurisdictionProfile profile)
    {
        Check.That(plan.Profile == profile.Code);
        var none = new Wording(new Dictionary<string, string>());
        IReadOnlyList<AgeRule> rules =
            [.. plan.AgeRules.Select(it => new AgeRule(it.Code, it.ChildBelow, it.Reached, none, none))];
        bool IsForeign(RegionCode lead) =>
            profile.Country is { } country && sums.Country.TryGetValue(lead, out var of) && of.Value != country;
        Figures Count(IEnumerable<LedgerLine> lines) => Figures.Of(lines, rules, IsForeign);
        var byOperation = sums.Lines.ToLookup(it => it.Operation);
        IEnumerable<LedgerLine> LinesOf(OperationId operation) => byOperation[operation];
        return new()
        {
            Plan = plan,
            Last = sums.Last,
            Operations = [.. plan.Operations.Select(it => Count(LinesOf(it.Operation)))],
            Together = Count(plan.Operations.SelectMany(it => LinesOf(it.Operation))),
            National = Count(sums.Lines),
        };
    }
}
