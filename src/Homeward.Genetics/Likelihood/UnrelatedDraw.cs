using Homeward.Genetics.Likelihood.Elimination;
using Homeward.Genetics.Likelihood.Urn;

namespace Homeward.Genetics.Likelihood;

/// <summary>
/// P(readings of a family, and somebody unrelated has these alleles), for every genotype. Without theta the two are
/// independent. With it both come from one urn: the stranger's alleles i and j follow the family's founder alleles, so
/// their probability depends on how often the open ones among these are i and j, of which the mean and the mean product
/// are enough. docs/math/theta.md derives it.
/// </summary>
readonly ref struct UnrelatedDraw(OpenShape shape, double[] population, FounderDraw draw, Theta theta)
{
    readonly FounderDraw _draw = draw;

    /// <summary>
    /// Sums over the open founder alleles, weighted by the likelihood, to be scaled by 2^Exponent: of 1, of each count,
    /// of each product of counts.
    /// </summary>
    sealed class Moments(int states)
    {
        public double One;
        public readonly double[] Count = new double[states];
        public readonly double[] Product = new double[states * states];
        public long Exponent = long.MinValue;
    }

    public (double[] Table, long Exponent) Table(bool isSingle)
    {
        var moments = new Moments(population.Length);
        if (theta.Value == 0 || shape.FounderAlleles.Count == 0)
        {
            var family = shape.Program(null).Run();
            moments.One = family.Mantissa;
            return (Drawn(moments, 0, isSingle), family.Exponent);
        }
        if (!shape.HasFewPartitions(out var partitions)) return OverSubpopulations(isSingle);
        for (var i = 0; i < partitions.Count; i++)
            Add(moments, i, partitions[i], partitions[i].Probability(_draw.Mass));
        // Nothing was possible.
        if (moments.One == 0) return (Nothing(isSingle), 0);
        Symmetrize(moments.Product);
        return (Drawn(moments, shape.FounderAlleles.Sum(), isSingle), moments.Exponent);
    }

    /// <summary>
    /// In each subpopulation the stranger and the family are independent: the stranger's alleles only raise the degree.
    /// </summary>
    (double[] Table, long Exponent) OverSubpopulations(bool isSingle)
    {
        var program = shape.RepeatedProgram(null);
        var prepared = program.Prepare();
        var states = population.Length;
        var table = Nothing(isSingle);
        var exponent = long.MinValue / 2;
        foreach (var (p, weight) in shape.Subpopulations(population, _draw.Mass, isSingle ? 1 : 2, program))
        {
            var family = program.RunWith(p, prepared) * weight;
            if (family.Mantissa == 0) continue;
            if (family.Exponent > exponent)
            {
                foreach (ref var cell in table.AsSpan())
                    cell = Math.ScaleB(cell, (int)Math.Max(exponent - family.Exponent, -5000));
                exponent = family.Exponent;
            }
            var by = Math.ScaleB(family.Mantissa, (int)Math.Max(family.Exponent - exponent, -5000));
            for (var i = 0; i < states; i++)
                if (isSingle) table[i] += by * p[i];
                else
                    for (var j = 0; j < states; j++) table[i * states + j] += by * p[i] * p[j];
        }
        return (table, Array.TrueForAll(table, it => it == 0) ? 0 : exponent);
    }

    /// <summary>Adds one partition; of two blocks' products in one order only, see <see cref="Symmetrize"/>.</summary>
    void Add(Moments moments, int number, FounderPartition partition, double weight)
    {
        var states = population.Length;
        var isFirst = true;
        foreach (var meeting in shape.Meetings(number, partition))
        {
            var program = shape.Program(number, partition, (meeting.First, meeting.Second));
            var scale = program.Run();
            if (scale.Mantissa == 0) return;
            if (moments.Exponent == long.MinValue) moments.Exponent = scale.Exponent;
            var shift = (int)Math.Clamp(scale.Exponent - moments.Exponent, -1000, 1000);
            var by = weight * scale.Mantissa * Math.ScaleB(1, shift);
            var isPair = meeting.First != meeting.Second;
            var joint = EliminationProgram.Arena(program.ArenaSize)
                .AsSpan(program.Table, isPair ? states * states : states);
            if (isPair) VectorSum.AddScaled(moments.Product, joint, by * meeting.Pairs);
            AddMeans(moments, joint, by, meeting);
            if (isFirst) moments.One += by * VectorSum.Of(joint);
            isFirst = false;
        }
    }

    static void AddMeans(Moments moments, ReadOnlySpan<double> joint, double by, FounderMeeting meeting)
    {
        unchecked
        {
            var states = moments.Count.Length;
            if (meeting.First == meeting.Second)
            {
                for (var i = 0; i < states; i++) Add(i, by * joint[i], meeting.FirstSizes, meeting.FirstSquares);
                return;
            }
            if (meeting.FirstSizes > 0)
                for (var i = 0; i < states; i++)
                {
                    var mean = by * VectorSum.Of(joint.Slice(i * states, states));
                    Add(i, mean, meeting.FirstSizes, meeting.FirstSquares);
                }
            if (meeting.SecondSizes == 0) return;
            var columns = new double[states];
            for (var i = 0; i < states; i++) VectorSum.AddScaled(columns, joint.Slice(i * states, states), by);
            for (var j = 0; j < states; j++) Add(j, columns[j], meeting.SecondSizes, meeting.SecondSquares);
        }

        void Add(int state, double mean, double sizes, double squares)
        {
            moments.Count[state] += sizes * mean;
            // Half of it, since the diagonal is doubled with the rest.
            moments.Product[state * (moments.Count.Length + 1)] += 0.5 * squares * mean;
        }
    }

    /// <summary>Two blocks can be met in either order.</summary>
    void Symmetrize(double[] product)
    {
        unchecked
        {
            var states = population.Length;
            for (var i = 0; i < states; i++)
                for (var j = 0; j <= i; j++)
                    product[i * states + j] = product[j * states + i] =
                        product[i * states + j] + product[j * states + i];
        }
    }

    double[] Nothing(bool isSingle) => new double[isSingle ? population.Length : population.Length * population.Length];

    /// <summary>
    /// The stranger's alleles after <paramref name="open"/> open founder alleles: two steps of the urn.
    /// </summary>
    double[] Drawn(Moments family, int open, bool isSingle)
    {
        unchecked
        {
            var states = population.Length;
            var table = Nothing(isSingle);
            // Without theta the urn is so full of the population that nothing drawn changes it.
            var mass = theta.Value == 0 ? 1 : _draw.Mass;
            var (first, second) = theta.Value == 0 ? (1, 1) : (mass + open, mass + open + 1);
            for (var i = 0; i < states; i++)
            {
                var drawn = mass * population[i] * family.One + family.Count[i];
                if (isSingle) table[i] = drawn / first;
                else
                    for (var j = 0; j < states; j++)
                    {
                        var both = mass * population[j] * drawn
                            + mass * population[i] * family.Count[j] + family.Product[i * states + j]
                            + (i == j && theta.Value > 0 ? drawn : 0);
                        table[i * states + j] = both / (first * second);
                    }
            }
            return table;
        }
    }
}
