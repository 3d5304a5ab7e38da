namespace Homeward.Genetics.Likelihood;

/// <summary>Probability of a reading given the alleles that a person has.</summary>
/// <remarks>
/// Drop-out d: a heterozygote is seen whole with (1−d)², as either allele alone with d(1−d); a homozygote is seen with
/// 1−d², a single copy with 1−d. A silent allele is never seen, so a/silent is a single copy of a. Derived in
/// docs/math/likelihood.md.
/// </remarks>
static class Emission
{
    /// <param name="reading">A typed reading.</param>
    /// <param name="dropOut">d, 0 to below 1.</param>
    /// <param name="x">One allele of the person.</param>
    /// <param name="y">The other.</param>
    /// <param name="silent">Index of the silent allele, −1 when there is none.</param>
    public static double OfPair(Reading reading, double dropOut, int x, int y, int silent)
    {
        var seen = 1 - dropOut;
        if (reading.IsOneKnown) return x == reading.A || y == reading.A ? 1 : 0;
        if (reading.IsHeterozygous)
            return (x == reading.A && y == reading.B) || (x == reading.B && y == reading.A) ? seen * seen : 0;
        if (x == reading.A && y == reading.A) return 1 - dropOut * dropOut;
        if (x != reading.A && y != reading.A) return 0;
        return x == silent || y == silent ? seen : dropOut * seen;
    }

    /// <summary>The same for a male's only X-chromosomal allele.</summary>
    public static double OfSingle(Reading reading, double dropOut, int x) =>
        x != reading.A ? 0 : reading.IsOneKnown ? 1 : 1 - dropOut;
}
