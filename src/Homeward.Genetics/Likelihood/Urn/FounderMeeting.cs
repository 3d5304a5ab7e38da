namespace Homeward.Genetics.Likelihood.Urn;

/// <summary>
/// Two blocks of copied founder alleles whose joint distribution is asked for, and what it tells: of the products of
/// their sizes, and of blocks met here first their own means.
/// </summary>
/// <param name="First">Variable of one block.</param>
/// <param name="Second">Of the other; the same when there is no other.</param>
/// <param name="Pairs">Products of the sizes of all pairs of blocks that are like this one.</param>
/// <param name="FirstSizes">Sizes of the blocks like the first, 0 when another meeting tells of them.</param>
/// <param name="FirstSquares">Squares of these.</param>
/// <param name="SecondSizes">Of the second.</param>
/// <param name="SecondSquares">Of the second.</param>
readonly record struct FounderMeeting(
    int First, int Second, double Pairs, double FirstSizes, double FirstSquares, double SecondSizes,
    double SecondSquares)
{
    /// <param name="blocks">Variable, variable of a block that it is like, and size.</param>
    public static FounderMeeting[] All(IReadOnlyList<(int Variable, int Alike, int Size)> blocks)
    {
        if (blocks is [var only]) return [new(only.Variable, only.Variable, 0, only.Size, only.Size * only.Size, 0, 0)];
        var pairs = new Dictionary<(int First, int Second), double>();
        for (var b = 0; b < blocks.Count; b++)
            for (var c = b + 1; c < blocks.Count; c++)
            {
                // Two that are alike meet as they are; else each is spoken for.
                var pair = blocks[b].Alike == blocks[c].Alike
                    ? (blocks[b].Variable, blocks[c].Variable)
                    : (blocks[b].Alike, blocks[c].Alike);
                pairs[pair] = pairs.GetValueOrDefault(pair) + blocks[b].Size * blocks[c].Size;
            }
        var told = new HashSet<int>();
        return [.. pairs.Select(it => new FounderMeeting(
            it.Key.First, it.Key.Second, it.Value, Sizes(it.Key.First, 1), Sizes(it.Key.First, 2, tells: true),
            Sizes(it.Key.Second, 1), Sizes(it.Key.Second, 2, tells: true)))];

        double Sizes(int variable, int power, bool tells = false)
        {
            var alike = blocks.First(it => it.Variable == variable).Alike;
            if (told.Contains(alike)) return 0;
            if (tells) told.Add(alike);
            return blocks.Where(it => it.Alike == alike).Sum(it => Math.Pow(it.Size, power));
        }
    }
}
