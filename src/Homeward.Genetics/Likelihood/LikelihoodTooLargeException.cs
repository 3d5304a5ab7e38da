using System.Globalization;

namespace Homeward.Genetics.Likelihood;

/// <summary>An exact calculation that is out of reach.</summary>
public sealed class LikelihoodTooLargeException : Exception
{
    /// <summary>Theta above 0 with too many founder alleles that nobody shows, for so many states.</summary>
    internal LikelihoodTooLargeException(int openFounderAlleles, int states)
        : base($"With theta above 0 the {openFounderAlleles} open founder alleles of this pedigree, each one of " +
            $"{states} at this marker, would have to be summed over for minutes. " +
            "Type more members, leave out distant untyped ones, or set theta to 0.")
    {
    }

    /// <summary>Too many founders of whom it is open whether they carry a silent allele.</summary>
    internal LikelihoodTooLargeException(int doubtfulFounders)
        : base($"With theta above 0 at most {SilentCarriers.MostFounders} founders may carry a silent allele beside " +
            $"an observed one; this pedigree has {doubtfulFounders}. Set theta or the silent frequency to 0.")
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
