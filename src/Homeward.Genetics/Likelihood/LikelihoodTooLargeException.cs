using System.Globalization;

namespace Homeward.Genetics.Likelihood;

/// <summary>An exact calculation that is out of reach.</summary>
public sealed class LikelihoodTooLargeException : Exception
{
    /// <summary>Theta above 0 with too many founder alleles that nobody shows.</summary>
    internal LikelihoodTooLargeException(int openFounderAlleles)
        : base($"With theta above 0 at most {FounderPartition.MostAlleles} open founder alleles can be summed over " +
            $"exactly; this pedigree has {openFounderAlleles}. " +
            "Type more members, leave out distant untyped ones, or set theta to 0.")
    {
    }

    /// <summary>Tables that no memory holds.</summary>
    internal LikelihoodTooLargeException(double cells)
        : base(string.Create(CultureInfo.InvariantCulture,
            $"This pedigree needs tables of {cells:0.0e+0} numbers. ") +
            "Type more members or leave out distant untyped ones.")
    {
    }
}
