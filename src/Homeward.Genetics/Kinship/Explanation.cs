using Homeward.Genetics.Markers;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// The likeliest way in which readings that break Mendel's laws can still be true under a hypothesis.
/// </summary>
public abstract record Explanation
{
    Explanation() { }

    /// <summary>One allele changed on its way from a parent to a child.</summary>
    /// <param name="Parent">Id of the parent in the pedigree.</param>
    /// <param name="Child">Id of the child.</param>
    /// <param name="FromFather">Whether the parent is the father.</param>
    /// <param name="From">The parent's allele.</param>
    /// <param name="To">The allele that the child received.</param>
    /// <param name="Share">Probability of this one among all single mutations that explain the readings.</param>
    public sealed record Mutation(string Parent, string Child, bool FromFather, Allele From, Allele To, double Share)
        : Explanation
    {
        /// <summary>Repeats gained or lost; a fraction when the alleles belong to different groups.</summary>
        public double Repeats => (To.Tenths - From.Tenths) / 10.0;
    }

    /// <summary>No mutation is needed: an allele that was not seen, silent or dropped out, is likelier.</summary>
    public sealed record UnseenAllele : Explanation;

    /// <summary>At least two mutations are needed.</summary>
    public sealed record SeveralMutations : Explanation;

    /// <summary>The model has no way to make these readings: the marker excludes the hypothesis.</summary>
    public sealed record Impossible : Explanation;
}
