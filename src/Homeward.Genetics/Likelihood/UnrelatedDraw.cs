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
    /// Means over the open founder alleles, weighted by the likelihood: of 1, of each count, of each product.
    /// </summary>
    readonly record struct Moments(double One, double[] Count, double[] Product);

    public (double[] Table, long Exponent) Table(bool isSingle)
    {
        if (theta.Value == 0 || shape.FounderAlleles.Count == 0)
        {
            var family = shape.Program(-1, null, null).Run();
            var states = population.Length;
            var beside = new Moments(family.Mantissa, new double[states], new double[states * states]);
            return (Drawn(beside, 0, isSingle), family.Exponent);
        }
        if (!shape.HasFewPartitions(out var partitions)) return OverSubpopulations(isSingle);
        var (table, exponent) = (Array.Empty<double>(), long.MinValue / 2);
        for (var i = 0; i < partitions.Count; i++)
        {
            var (moments, scale) = Means(i, partitions[i]);
            if (moments.One == 0) continue;
            var drawn = Drawn(moments, shape.FounderAlleles.Sum(), isSingle);
            var weight = partitions[i].Probability(_draw.Mass);
            if (table.Length == 0) (table, exponent) = (new double[drawn.Length], scale);
            var shift = (int)Math.Clamp(scale - exponent, -5000, 5000);
            var by = weight * Math.ScaleB(1, Math.Clamp(shift, -1000, 1000));
            for (var cell = 0; cell < table.Length; cell++) table[cell] += by * drawn[cell];
        }
        // Nothing was possible.
        return table.Length > 0 ? (table, exponent) : (Nothing(isSingle), 0);
    }

    /// <summary>
    /// In each subpopulation the stranger and the family are independent: the stranger's alleles only raise the degree.
    /// </summary>
    (double[] Table, long Exponent) OverSubpopulations(bool isSingle)
    {
        var program = shape.Program(-1, null, null);
        var states = population.Length;
        var table = Nothing(isSingle);
        var exponent = long.MinValue / 2;
        foreach (var (p, weight) in shape.Subpopulations(population, _draw.Mass, isSingle ? 1 : 2, program))
        {
            program.PutPopulation(p);
            var family = program.Run() * weight;
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

    (Moments Moments, long Exponent) Means(int number, FounderPartition partition)
    {
        var states = population.Length;
        var blocks = shape.BlocksOf(partition);
        var (count, product) = (new double[states], new double[states * states]);
        if (blocks.Length == 1)
        {
            var (only, scale) = Joint(number, partition, blocks[0].Variable, blocks[0].Variable);
            AddBlock(blocks[0].Size, only);
            return (new(only.Sum(), count, product), scale);
        }
        var (one, exponent) = (0.0, 0L);
        for (var b = 0; b < blocks.Length; b++)
            for (var c = b + 1; c < blocks.Length; c++)
            {
                var (joint, scale) = Joint(number, partition, blocks[b].Variable, blocks[c].Variable);
                if (c == 1) exponent = scale;
                else Scale(joint, scale - exponent);
                if (c == 1) one = joint.Sum();
                AddPair((double)blocks[b].Size * blocks[c].Size, joint);
                // Each block's own mean once: from the pair with the next; the last one's from that with the first.
                if (c == b + 1) AddBlock(blocks[b].Size, RowSums(joint));
                if (b == 0 && c == blocks.Length - 1) AddBlock(blocks[c].Size, ColumnSums(joint));
            }
        return (new(one, count, product), exponent);

        void AddBlock(int size, double[] mean)
        {
            for (var i = 0; i < states; i++)
            {
                count[i] += size * mean[i];
                product[i * states + i] += (double)size * size * mean[i];
            }
        }

        void AddPair(double weight, double[] joint)
        {
            for (var i = 0; i < states; i++)
                for (var j = 0; j < states; j++)
                    product[i * states + j] += weight * (joint[i * states + j] + joint[j * states + i]);
        }
    }

    double[] Nothing(bool isSingle) => new double[isSingle ? population.Length : population.Length * population.Length];

    static void Scale(double[] cells, long exponent)
    {
        var by = Math.ScaleB(1, (int)Math.Clamp(exponent, -1000, 1000));
        for (var i = 0; i < cells.Length; i++) cells[i] *= by;
    }

    static double[] RowSums(double[] table)
    {
        var states = (int)Math.Sqrt(table.Length);
        var sums = new double[states];
        for (var i = 0; i < table.Length; i++) sums[i / states] += table[i];
        return sums;
    }

    static double[] ColumnSums(double[] table)
    {
        var states = (int)Math.Sqrt(table.Length);
        var sums = new double[states];
        for (var i = 0; i < table.Length; i++) sums[i % states] += table[i];
        return sums;
    }

    (double[] Cells, long Exponent) Joint(int number, FounderPartition partition, int first, int second)
    {
        var program = shape.Program(number, partition, (first, second));
        var scale = program.Run();
        var cells = EliminationProgram.Arena(program.ArenaSize)
            .AsSpan(program.Table, (first == second ? 1 : population.Length) * population.Length).ToArray();
        for (var i = 0; i < cells.Length; i++) cells[i] *= scale.Mantissa;
        return (cells, scale.Exponent);
    }

    /// <summary>
    /// The stranger's alleles after <paramref name="open"/> open founder alleles: two steps of the urn.
    /// </summary>
    double[] Drawn(Moments family, int open, bool isSingle)
    {
        var states = population.Length;
        var table = Nothing(isSingle);
        // Without theta the urn is so full of the population that nothing drawn changes it.
        var mass = theta.Value == 0 ? 1 : _draw.Mass;
        var (first, second) = theta.Value == 0 ? (1, 1) : (mass + open, mass + open + 1);
        for (var i = 0; i < states; i++)
        {
            var one = (mass * population[i] * family.One + family.Count[i]) / first;
            if (isSingle) table[i] = one;
            else
                for (var j = 0; j < states; j++)
                {
                    var both = mass * population[j] * (mass * population[i] * family.One + family.Count[i])
                        + mass * population[i] * family.Count[j] + family.Product[i * states + j]
                        + (i == j && theta.Value > 0 ? one * first : 0);
                    table[i * states + j] = both / (first * second);
                }
        }
        return table;
    }
}
