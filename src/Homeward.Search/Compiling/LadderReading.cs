using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Compiling;

/// <summary>A genotype of the ladder's alleles as 16 bits: both places, counted from 1. 0 = not typed, or none of
/// these.</summary>
static class LadderReading
{
    /// <summary>Readings that a key of 128 bits holds.</summary>
    public const int MostInKey = 8;

    /// <summary>0 for a genotype of which one allele is known, or one that is not on the ladder.</summary>
    public static ushort Of(Genotype genotype, MarkerLadder ladder)
    {
        if (genotype.IsOneKnown) return 0;
        var (low, high) = (ladder.IndexOf(genotype.Low), ladder.IndexOf(genotype.High));
        return low < 0 || high < 0 || high >= byte.MaxValue ? (ushort)0 : (ushort)((low + 1) << 8 | (high + 1));
    }

    public static Genotype GenotypeOf(ushort reading, MarkerLadder ladder) =>
        new(ladder.Alleles[(reading >> 8) - 1], ladder.Alleles[(reading & byte.MaxValue) - 1]);

    /// <summary>The first one highest.</summary>
    public static UInt128 KeyOf(ReadOnlySpan<ushort> readings)
    {
        var key = UInt128.Zero;
        foreach (var reading in readings) key = key << 16 | reading;
        return key;
    }
}
