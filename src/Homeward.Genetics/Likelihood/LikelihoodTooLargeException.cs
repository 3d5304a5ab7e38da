namespace Homeward.Genetics.Likelihood;

/// <summary>An exact calculation that is out of reach: theta above 0 with too many founder alleles that nobody shows.</summary>
public sealed class LikelihoodTooLargeException(int openFounderAlleles) : Exception(
    $"With theta above 0 at most {FounderPartition.MostAlleles} open founder alleles can be summed over exactly; " +
    $"this pedigree has {openFounderAlleles}. Type more members, leave out distant untyped ones, or set theta to 0.")
{
    public int OpenFounderAlleles { get; } = openFounderAlleles;
}
