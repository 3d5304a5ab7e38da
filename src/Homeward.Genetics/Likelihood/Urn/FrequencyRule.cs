using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood.Urn;

/// <summary>
/// Allele frequencies of so many made-up subpopulations, with weights, that the weighted sum of a likelihood over them
/// is exactly its mean over all subpopulations that theta allows. docs/math/theta.md derives it.
/// </summary>
/// <remarks>
/// Balding–Nichols drawing is drawing from frequencies that follow a Dirichlet distribution, and without theta the
/// likelihood is a homogeneous polynomial in them, whose degree is the number of founder alleles drawn.
/// </remarks>
abstract class FrequencyRule
{
    /// <summary>How many subpopulations there are.</summary>
    public abstract double Count { get; }

    /// <summary>All of them; the frequencies stand in one array, which the next one overwrites.</summary>
    public abstract IEnumerable<Subpopulation> Subpopulations();

    /// <summary>Number of subpopulations of the rule that <see cref="For"/> chooses.</summary>
    public static double CountFor(int states, int degree) =>
        Math.Min(StickRule.CountOf(states, degree), SparseRule.CountOf(states, degree));

    /// <summary>The rule with fewer subpopulations.</summary>
    /// <param name="population">Mean frequencies; they sum to 1.</param>
    /// <param name="mass">The Dirichlet distribution's parameters are this times the frequencies.</param>
    /// <param name="degree">Degree of the polynomials for which it must be exact.</param>
    public static FrequencyRule For(double[] population, double mass, int degree)
    {
        Check.That(mass > 0 && degree > 0);
        // An allele that the population lacks is in no subpopulation.
        int[] present = [.. Enumerable.Range(0, population.Length).Where(it => population[it] > 0)];
        double[] shapes = [.. present.Select(it => mass * population[it])];
        return StickRule.CountOf(present.Length, degree) <= SparseRule.CountOf(present.Length, degree)
            ? new StickRule(population.Length, present, shapes, degree)
            : new SparseRule(population.Length, present, shapes, degree);
    }
}
