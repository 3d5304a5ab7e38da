namespace Homeward.Search.Direct;

/// <summary>Which blocks of markers are compared, level by level, and which pairs each of them answers for.</summary>
sealed class BlockPlan
{
    /// <summary>Kits and what failed in them: with more of these, no level is left out beforehand.</summary>
    const int MostClassesPaired = 1000;

    readonly SampleColumns _samples;
    readonly MatchTolerance _tolerance;
    readonly int[] _class;                                       // by row, samples typed at the same markers
    readonly List<UInt128> _typedOf = [];                        // by class
    readonly bool[] _isNeeded;                                   // by level

    public BlockPlan(SampleColumns samples, MatchTolerance tolerance)
    {
        (_samples, _tolerance, _class) = (samples, tolerance, new int[samples.Count]);
        Levels = LevelsFor(samples, tolerance.MostDifferences);
        var numbers = new Dictionary<UInt128, int>();
        for (var row = 0; row < samples.Count; row++)
        {
            var typed = samples.TypedOf(row);
            if (numbers.TryAdd(typed, _typedOf.Count)) _typedOf.Add(typed);
            _class[row] = numbers[typed];
        }
        _isNeeded = [.. Enumerable.Range(0, Levels.Count).Select(IsNeeded)];
    }

    /// <summary>Partitions of the markers, the largest blocks first, single markers last.</summary>
    public IReadOnlyList<MarkerBlocks> Levels { get; }

    int Needed => _tolerance.MostDifferences + 1;

    /// <summary>The matches that this block of this level answers for.</summary>
    public List<DirectMatch> Matches(int level, int block, int most)
    {
        var matches = new List<DirectMatch>();
        if (!_isNeeded[level]) return matches;
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

    /// <summary>Compares samples that are alike in this block, unless an earlier level has settled them.</summary>
    void Compare(int level, int block, Span<int> alike, int most, List<DirectMatch> matches)
    {
        // By class, so that two whole kits that were settled before are passed over at once.
        if (level > 0) alike.Sort((x, y) => (_class[x], x).CompareTo((_class[y], y)));
        for (var first = 0; first < alike.Length;)
        {
            var end = level == 0 ? alike.Length : EndOfClass(alike, first);
            for (var second = first; second < alike.Length;)
            {
                var endOfSecond = level == 0 ? alike.Length : EndOfClass(alike, second);
                if (!IsSettled(level, _class[alike[first]], _class[alike[second]]))
                    for (var i = first; i < end; i++)
                        for (var j = Math.Max(i + 1, second); j < endOfSecond; j++)
                        {
                            if (matches.Count >= most) return;
                            if (DirectMatch.Of(_samples, alike[i], alike[j], _tolerance) is { } match
                                && IsFirstToAnswer(level, block, match)) matches.Add(match);
                        }
                second = endOfSecond;
            }
            first = end;
        }
    }

    int EndOfClass(ReadOnlySpan<int> rows, int first)
    {
        var end = first + 1;
        while (end < rows.Length && _class[rows[end]] == _class[rows[first]]) end++;
        return end;
    }

    /// <summary>Whether samples of these two classes surely met at a level before this one.</summary>
    bool IsSettled(int level, int first, int second)
    {
        var both = _typedOf[first] & _typedOf[second];
        for (var before = 0; before < level; before++)
            if (Levels[before].WholeOf(both) >= Needed) return true;
        return false;
    }

    /// <summary>Whether any two classes are still to be settled.</summary>
    bool IsNeeded(int level)
    {
        if (_typedOf.Count > MostClassesPaired) return true;
        for (var first = 0; first < _typedOf.Count; first++)
            for (var second = first; second < _typedOf.Count; second++)
                if (!IsSettled(level, first, second)
                    && UInt128.PopCount(_typedOf[first] & _typedOf[second]) >= (UInt128)_tolerance.LeastMarkers)
                    return true;
        return false;
    }

    /// <summary>
    /// A pair belongs to the first level at which it surely is alike in a block, and there to the first such block.
    /// </summary>
    bool IsFirstToAnswer(int level, int block, DirectMatch match)
    {
        if (IsSettled(level, _class[match.First], _class[match.Second])) return false;
        var both = _samples.TypedOf(match.First) & _samples.TypedOf(match.Second);
        if (Levels[level].WholeOf(both) < Needed) return false;
        var a = _samples.RowOf(match.First);
        var b = _samples.RowOf(match.Second);
        for (var before = 0; before < block; before++)
            if (Levels[level].IsWhole(before, both) && Levels[level].AreEqual(before, a, b)) return false;
        return true;
    }

    /// <summary>Into k + 1 blocks, then into more and smaller ones, down to one marker each.</summary>
    static List<MarkerBlocks> LevelsFor(SampleColumns samples, int differences)
    {
        var typed = new int[samples.Markers.Count];
        for (var row = 0; row < samples.Count; row++)
            for (var m = 0; m < typed.Length; m++)
                if ((samples.TypedOf(row) >> m & 1) == 1) typed[m]++;
        int[] order =
        [
            .. Enumerable.Range(0, typed.Length).Where(it => typed[it] > 0)
                .OrderByDescending(it => typed[it]).ThenBy(it => it),
        ];
        var levels = new List<MarkerBlocks>();
        for (var more = 0; differences + 1 + more < order.Length; more = Math.Max(1, 2 * more))
            levels.Add(new(order, differences + 1 + more));
        if (order.Length > 0) levels.Add(new(order, order.Length));
        return levels;
    }
}
