using System.Collections.Concurrent;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood.Urn;

/// <summary>
/// One way in which the founder alleles of a calculation can be copies of each other. Balding–Nichols drawing is a
/// Pólya urn: each allele is new from the population or a copy of one drawn before, so its joint probability is a sum
/// over set partitions, and inside a partition the blocks are independent draws. docs/math/theta.md derives it.
/// </summary>
/// <param name="BlockOf">Block of each founder allele, in order of first appearance.</param>
/// <param name="Count">How many partitions this one stands for: the two alleles of one founder may be
/// exchanged.</param>
sealed record FounderPartition(int[] BlockOf, double Count)
{
    /// <summary>
    /// Founder alleles beyond which the partitions are too many: each needs an elimination of its own, and Bell(7) is
    /// 877.
    /// </summary>
    public const int MostAlleles = 6;

    static readonly ConcurrentDictionary<string, IReadOnlyList<FounderPartition>> Known = new(StringComparer.Ordinal);

    public int BlockCount => BlockOf.Length == 0 ? 0 : BlockOf.Max() + 1;

    /// <summary>Probability of this pattern of copies, its exchanges included.</summary>
    /// <param name="mass">(1−θ)/θ plus the number of founder alleles already known.</param>
    public double Probability(double mass)
    {
        var (probability, sizes) = (Count, new int[BlockCount]);
        for (var drawn = 0; drawn < BlockOf.Length; drawn++)
        {
            var size = sizes[BlockOf[drawn]]++;
            probability *= (size == 0 ? mass : size) / (mass + drawn);
        }
        return probability;
    }

    /// <summary>
    /// All partitions, those that differ only by exchanging the two alleles of a founder taken together.
    /// </summary>
    /// <param name="alleles">Number of unknown alleles of each founder, 1 or 2; at most <see cref="MostAlleles"/> in
    /// all.</param>
    public static IReadOnlyList<FounderPartition> All(IReadOnlyList<int> alleles) =>
        Known.GetOrAdd(string.Concat(alleles), _ => Enumerate([.. alleles]));

    static List<FounderPartition> Enumerate(int[] alleles)
    {
        var total = alleles.Sum();
        Check.That(total <= MostAlleles);
        var counts = new Dictionary<string, (int[] Blocks, double Count)>(StringComparer.Ordinal);
        var block = new int[total];
        Extend(0, 0);
        return [.. counts.Values.Select(it => new FounderPartition(it.Blocks, it.Count))];

        void Extend(int at, int blocks)
        {
            if (at == total)
            {
                var canonical = Canonical(block, alleles);
                var key = string.Concat(canonical.Select(it => (char)('a' + it)));
                counts[key] = (canonical, counts.GetValueOrDefault(key).Count + 1);
                return;
            }
            for (block[at] = 0; block[at] <= blocks; block[at]++)
                Extend(at + 1, Math.Max(blocks, block[at] + 1));
        }
    }

    /// <summary>
    /// One spelling for partitions that differ by exchanges within founders: each founder in turn puts the allele of
    /// the earlier block first. Some equal ones may stay apart, which costs time, not exactness.
    /// </summary>
    static int[] Canonical(int[] block, int[] alleles)
    {
        var copy = (int[])block.Clone();
        var names = new Dictionary<int, int>();
        for (int founder = 0, at = 0; founder < alleles.Length; at += alleles[founder++])
        {
            if (alleles[founder] == 2 && Rank(copy[at]) > Rank(copy[at + 1]))
                (copy[at], copy[at + 1]) = (copy[at + 1], copy[at]);
            for (var i = at; i < at + alleles[founder]; i++) names.TryAdd(copy[i], names.Count);
        }
        return Array.ConvertAll(copy, it => names[it]);

        // Known blocks in the order met; new ones by what follows: the block that comes back sooner first.
        int Rank(int name) => names.TryGetValue(name, out var known) ? known : 1000 + NextUse(name);

        int NextUse(int name)
        {
            var later = 0;
            for (int founder = 0, at = 0; founder < alleles.Length; at += alleles[founder++])
                for (var i = at; i < at + alleles[founder]; i++)
                    if (copy[i] == name) later = later * 31 % 997 + founder;
            return later % 997;
        }
    }
}
