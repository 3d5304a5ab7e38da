namespace Homeward.Search.Ranking;

/// <summary>A pair at or over the threshold.</summary>
/// <param name="Sought">Number of the missing member.</param>
/// <param name="Slot">Slot of the child in the index.</param>
/// <param name="Ratios">log10 LR by population.</param>
readonly record struct FoundPair(int Sought, int Slot, double[] Ratios)
{
    /// <summary>The smallest: the one that counts.</summary>
    public double Log10 => Ratios.Min();
}
