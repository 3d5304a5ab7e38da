using Homeward.Genetics.Likelihood.Elimination;

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

    /// <summary>Means over the open founder alleles, weighted by the likelihood: of 1, of each count, of each product.</summary>
    readonly record struct Moments(double One, double[] Count, double[] Product);

    public (double[] Table, long Exponent) Table(bool isSingle)
    {
        if (theta.Value == 0 || shape.FounderAlleles.Count == 0)
        {
            var family = shape.Program(-1, null, null).Run();
            var beside = new Moments(family.Mantissa, new double[population.Length], new double[population.Length * population.Length]);
            return (Drawn(beside, 0, isSingle), family.Exponent);
        }
        var partitions = shape.Partitions();
        var (table, exponent) = (Array.Empty<double>(), long.MinValue / 2);
        for (var i = 0; i < partitions.Count; i++)
        {
            var (moments, scale) = Means(i, partitions[i]);
            if (moments.One == 0) continue;
            var drawn = Drawn(moments, shape.FounderAlleles.Sum(), isSingle);
            var weight = partitions[i].Probability(_draw.Mass);
            if (table.Length == 0) (table, exponent) = (new double[drawn.Length], scale);
            var shift = (int)Math.Clamp(scale - exponent, -5000, 5000);
            for (var cell = 0; cell < table.Length; cell++) table[cell] += Math.ScaleB(weight * drawn[cell], shift);
        }
        return table.Length > 0 ? (table, exponent) : (Drawn(new(0, population, population), 0, isSingle), 0);
    }

    (Moments Moments, long Exponent) Means(int number, FounderPartition partition)
    {
        var states = population.Length;
        var blocks = shape.BlocksOf(partition);
        var moments = (One: 0.0, Count: new double[states], Product: new double[states * states]);
        long exponent = 0;
        for (var b = 0; b < blocks.Count; b++)
            for (var c = Math.Min(b + 1, blocks.Count - 1); c < blocks.Count; c++)
            {
                if (b == c && blocks.Count > 1) continue;
                var (joint, scale) = Joint(number, partition, blocks[b].Variable, blocks[c].Variable);
                if (b == 0 && c <= 1) exponent = scale;
                var shift = Math.ScaleB(1, (int)Math.Clamp(scale - exponent, -1000, 1000));
                for (var i = 0; i < joint.Length; i++) joint[i] *= shift;
                Add(joint, b, c);
            }
        return (new(moments.One, moments.Count, moments.Product), exponent);

        void Add(double[] joint, int b, int c)
        {
            var isOnly = b == c;
            for (var i = 0; i < states; i++)
                for (var j = 0; j < states; j++)
                {
                    var mass = isOnly ? (i == j ? joint[i] : 0) : joint[i * states + j];
                    // Each block's own mean once: the first pair that has it, and for the last block the pair of the first.
                    if (b == 0 && c <= 1) moments.One += mass;
                    if (c == b + 1 || isOnly) AddBlock(i, blocks[b].Size, mass);
                    if (b == 0 && c == blocks.Count - 1 && !isOnly) AddBlock(j, blocks[c].Size, mass);
                    if (isOnly) continue;
                    moments.Product[i * states + j] += blocks[b].Size * blocks[c].Size * mass;
                    moments.Product[j * states + i] += blocks[b].Size * blocks[c].Size * mass;
                }
        }

        void AddBlock(int state, int size, double mass)
        {
            moments.Count[state] += size * mass;
            moments.Product[state * states + state] += (double)size * size * mass;
        }
    }

    (double[] Cells, long Exponent) Joint(int number, FounderPartition partition, int first, int second)
    {
        var program = shape.Program(number, partition, (first, second));
        var scale = program.Run();
        var cells = EliminationProgram.Arena(program.ArenaSize)
            .AsSpan(program.Table, first == second ? population.Length : population.Length * population.Length).ToArray();
        for (var i = 0; i < cells.Length; i++) cells[i] *= scale.Mantissa;
        return (cells, scale.Exponent);
    }

    /// <summary>The stranger's alleles after <paramref name="open"/> open founder alleles: two steps of the urn.</summary>
    double[] Drawn(Moments family, int open, bool isSingle)
    {
        var states = population.Length;
        var table = new double[isSingle ? states : states * states];
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
