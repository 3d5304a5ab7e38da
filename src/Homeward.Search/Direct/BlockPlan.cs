namespace Homeward.Search.Direct;

/// <summary>Which blocks of markers are compared, level by level, and which pairs each of them answers for.</summary>
sealed class BlockPlan
{
    readonly SampleColumns _samples;
    readonly MatchTolerance _tolerance;
    readonly ushort[] _rich;                                     // by row, a bit for each level
    readonly bool[] _anyPoor;                                    // by level

    public BlockPlan(SampleColumns samples, MatchTolerance tolerance)
    {
        (_samples, _tolerance) = (samples, tolerance);
        Levels = LevelsFor(samples, tolerance.MostDifferences);
        _rich = new ushort[samples.Count];
        _anyPoor = new bool[Levels.Count];
        for (var row = 0; row < samples.Count; row++)
            for (var level = 0; level < Levels.Count; level++)
                if (IsRich(Levels[level], samples.TypedOf(row))) _rich[row] |= (ushort)(1 << level);
                else _anyPoor[level] = true;
    }

    /// <summary>Partitions of the markers, the largest blocks first, single markers last.</summary>
    public IReadOnlyList<MarkerBlocks> Levels { get; }

    int Needed => _tolerance.MostDifferences + 1;

    /// <summary>The matches that this block of this level answers for.</summary>
    public List<DirectMatch> Matches(int level, int block, int most)
    {
        var matches = new List<DirectMatch>();
        // Two samples that are rich at the level before have been compared there.
        if (level > 0 && !_anyPoor[level - 1]) return matches;
        var (keys, rows) = Sorted(Levels[level], block);
        for (var first = 0; first < rows.Length;)
        {
            var end = first + 1;
            while (end < rows.Length && keys[end] == keys[first]) end++;
            if (end > first + 1) Compare(level, block, rows.AsSpan(first, end - first), most, matches);
            first = end;
        }
        return matches;
    }

    (ulong[] Keys, int[] Rows) Sorted(MarkerBlocks blocks, int block)
    {
        var rows = new int[_samples.Count];
        var count = 0;
        for (var row = 0; row < _samples.Count; row++)
            if (blocks.IsWhole(block, _samples.TypedOf(row))) rows[count++] = row;
        Array.Resize(ref rows, count);
        var keys = new ulong[count];
        for (var i = 0; i < count; i++) keys[i] = blocks.KeyOf(block, _samples.RowOf(rows[i]));
        Array.Sort(keys, rows);
        return (keys, rows);
    }

    /// <summary>Compares each sample that is poor at the level before with all that are alike in this block.</summary>
    void Compare(int level, int block, Span<int> alike, int most, List<DirectMatch> matches)
    {
        var poor = level == 0 ? alike.Length : PoorFirst(alike, (ushort)(1 << level - 1));
        for (var i = 0; i < poor; i++)
            for (var j = i + 1; j < alike.Length; j++)
            {
                if (matches.Count >= most) return;
                if ((_rich[alike[i]] & _rich[alike[j]] & (1 << level) - 1) != 0) continue;
                if (DirectMatch.Of(_samples, alike[i], alike[j], _tolerance) is { } match
                    && IsFirstToAnswer(level, block, match)) matches.Add(match);
            }
    }

    int PoorFirst(Span<int> rows, ushort bit)
    {
        var poor = 0;
        for (var i = 0; i < rows.Length; i++)
            if ((_rich[rows[i]] & bit) == 0)
            {
                (rows[poor], rows[i]) = (rows[i], rows[poor]);
                poor++;
            }
        return poor;
    }

    /// <summary>
    /// A pair belongs to the first level at which it surely is alike in a block, and there to the first such block.
    /// </summary>
    bool IsFirstToAnswer(int level, int block, DirectMatch match)
    {
        var both = _samples.TypedOf(match.First) & _samples.TypedOf(match.Second);
        for (var before = 0; before < level; before++)
            if (Levels[before].WholeOf(both) >= Needed) return false;
        if (Levels[level].WholeOf(both) < Needed) return false;
        var a = _samples.RowOf(match.First);
        var b = _samples.RowOf(match.Second);
        for (var before = 0; before < block; before++)
            if (Levels[level].IsWhole(before, both) && Levels[level].AreEqual(before, a, b)) return false;
        return true;
    }

    /// <summary>Whole in so many blocks that two such samples have enough of them in common.</summary>
    bool IsRich(MarkerBlocks blocks, UInt128 typed) => 2 * blocks.WholeOf(typed) - blocks.Count >= Needed;

    /// <summary>Into k + 1 blocks, then into more and smaller ones, down to one marker each.</summary>
    static List<MarkerBlocks> LevelsFor(SampleColumns samples, int differences)
    {
        var typed = new int[samples.Markers.Count];
        for (var row = 0; row < samples.Count; row++)
            for (var m = 0; m < typed.Length; m++)
                if ((samples.TypedOf(row) >> m & 1) == 1) typed[m]++;
        int[] order = [.. Enumerable.Range(0, typed.Length).OrderByDescending(it => typed[it]).ThenBy(it => it)];
        var levels = new List<MarkerBlocks>();
        for (var more = 0; differences + 1 + more < order.Length; more = Math.Max(1, 2 * more))
            levels.Add(new(order, differences + 1 + more));
        levels.Add(new(order, order.Length));
        return levels;
    }
}
