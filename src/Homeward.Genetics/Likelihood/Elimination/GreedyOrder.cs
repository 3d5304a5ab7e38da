namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>Which step a plan takes next.</summary>
enum GreedyOrder
{
    SmallestTable,
    LeastWork,

    /// <summary>The smallest table, but variables of few states last: they are cheap to carry along.</summary>
    FewStatesLast,

    /// <summary>The smallest table, but what varies from run to run last: the rest is then worked out once.</summary>
    VaryingLast,
}
