namespace Homeward.Genetics.Kinship;

/// <summary>log10 likelihoods of one marker, one for each hypothesis of a comparison.</summary>
public sealed record MarkerLikelihoods(string Marker, IReadOnlyList<double> Log10)
{
    public LikelihoodRatio Ratio(int numerator, int denominator) => new(Log10[numerator], Log10[denominator]);
}
