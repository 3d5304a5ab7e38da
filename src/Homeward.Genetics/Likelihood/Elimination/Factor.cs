namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>
/// A non-negative function of some variables: a dense table in the arena of a calculation, last axis fastest.
/// </summary>
/// <param name="Axes">The indices of the table; none for a number.</param>
/// <param name="Address">Where the table begins.</param>
/// <param name="SumsToOneOver">A variable over which the factor sums to 1 whatever the others are; −1 if none is
/// known.</param>
/// <param name="Varies">True when it will be other numbers from run to run, everything else being the same.</param>
sealed record Factor(Axis[] Axes, int Address, int SumsToOneOver = -1, bool Varies = false)
{
    public bool Mentions(int variable)
    {
        foreach (var axis in Axes)
            if (axis.Mentions(variable)) return true;
        return false;
    }
}
