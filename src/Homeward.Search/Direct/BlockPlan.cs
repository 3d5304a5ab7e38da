using System.Runtime.InteropServices;

namespace Homeward.Search.Direct;

/// <summary>
/// Which blocks of markers are compared, level by level, and which pairs each of them answers for: two samples belong
/// to the first level at which they surely are alike in a block, which depends on what they were typed at alone.
/// </summary>
sealed class BlockPlan
{
    /// <summary>Sets of typed markers that go by blocks; samples of the rarest others are compared with all.</summary>
    public const int MostClasses = 1 << ClassBits;

    const int ClassBits = 11;
    const byte Never = byte.MaxValue;

    /// <summary>Samples compared with all of them at a time.</summary>
    const int RareAtATime = 16;

    readonly SampleColumns _samples;
    readonly MatchTolerance _tolerance;
    readonly List<MarkerBlocks> _levels;
    readonly int[] _class;                                       // by row; −1 for a rare one
    readonly int[] _rare;                                        // their rows
    readonly UInt128[] _typedOf;                                 // by class
    readonly byte[] _levelOf;                                    // by two classes: the level that answers for them

    /// <param name="samples">Everybody.</param>
    /// <param name="tolerance">What still counts as one person.</param>
    /// <param name="mostClasses">See <see cref="MostClasses"/>.</param>
    public BlockPlan(SampleColumns samples, MatchTolerance tolerance, int mostClasses = MostClasses)
    {
        (_samples, _tolerance, _class) = (samples, tolerance, new int[samples.Count]);
        _levels = LevelsFor(samples, tolerance.MostDifferences);
        _typedOf = Commonest(samples, mostClasses);
        var numbers = _typedOf.Index().ToDictionary(it => it.Item, it => it.Index);
        for (var row = 0; row < _class.Length; row++)
            _class[row] = numbers.GetValueOrDefault(samples.TypedOf(row), -1);
        _rare = [.. Enumerable.Range(0, _class.Length).Where(it => _class[it] < 0)];
        _levelOf = LevelsOfPairs();
        Works =
        [
            .. _levels.SelectMany((it, level) => Enumerable.Range(0, it.Count).Select(block => new Work(level, block)))
                .Where(it => _levelOf.Contains((byte)it.Level)),
            .. Enumerable.Range(0, (_rare.Length + RareAtATime - 1) / RareAtATime).Select(it => new Work(-1, it)),
        ];
    }

    /// <summary>A block of a level; or, with level −1, some of the rare samples.</summary>
    public readonly record struct Work(int Level, int Block);

    /// <summary>All that must be done; each match is found by one of them.</summary>
    public IReadOnlyList<Work> Works { get; }

    /// <summary>The matches that a piece of work answers for.</summary>
    public List<DirectMatch> Matches(Work work, int most)
    {
        var matches = new List<DirectMatch>();
        if (work.Level < 0) CompareRare(work.Block, most, matches);
        else CompareAlike(work.Level, work.Block, most, matches);
        return matches;
    }

    void CompareAlike(int level, int block, int most, List<DirectMatch> matches)
    {
        var (keys, rows) = Sorted(_levels[level], block);
        for (var first = 0; first < rows.Length;)
        {
            var end = first + 1;
            while (end < rows.Length && keys[end] >> ClassBits == keys[first] >> ClassBits) end++;
            if (end > first + 1) Compare(level, block, rows.AsSpan(first, end - first), most, matches);
            first = end;
        }
    }

    /// <summary>Samples that have the whole block, those alike together, and among these by class.</summary>
    (ulong[] Keys, int[] Rows) Sorted(MarkerBlocks blocks, int block)
    {
        var rows = new int[_samples.Count];
        var count = 0;
        for (var row = 0; row < _samples.Count; row++)
            if (_class[row] >= 0 && blocks.IsWhole(block, _samples.TypedOf(row))) rows[count++] = row;
        Array.Resize(ref rows, count);
        var keys = new ulong[count];
        for (var i = 0; i < count; i++)
            keys[i] = blocks.KeyOf(block, _samples.RowOf(rows[i])) << ClassBits | (uint)_class[rows[i]];
        Array.Sort(keys, rows);
        return (keys, rows);
    }

    /// <summary>Compares samples that are alike in this block, where this level answers for their classes.</summary>
    void Compare(int level, int block, ReadOnlySpan<int> alike, int most, List<DirectMatch> matches)
    {
        for (var first = 0; first < alike.Length;)
        {
            var end = EndOfClass(alike, first);
            var levels = _levelOf.AsSpan(_class[alike[first]] * _typedOf.Length, _typedOf.Length);
            for (var second = first; second < alike.Length;)
            {
                var endOfSecond = EndOfClass(alike, second);
                if (levels[_class[alike[second]]] == level)
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

    /// <summary>Of several blocks in which two samples are alike the first one answers.</summary>
    bool IsFirstToAnswer(int level, int block, DirectMatch match)
    {
        var both = _samples.TypedOf(match.First) & _samples.TypedOf(match.Second);
        var a = _samples.RowOf(match.First);
        var b = _samples.RowOf(match.Second);
        for (var before = 0; before < block; before++)
            if (_levels[level].IsWhole(before, both) && _levels[level].AreEqual(before, a, b)) return false;
        return _levels[level].AreEqual(block, a, b);
    }

    void CompareRare(int number, int most, List<DirectMatch> matches)
    {
        var rare = _rare.AsSpan(number * RareAtATime);
        for (var row = 0; row < _samples.Count; row++)
            foreach (var it in rare[..Math.Min(RareAtATime, rare.Length)])
            {
                if (it == row || (_class[row] < 0 && row < it)) continue;
                if (matches.Count >= most) return;
                if (DirectMatch.Of(_samples, it, row, _tolerance) is { } match) matches.Add(match);
            }
    }

    /// <summary>The sets of markers that most samples were typed at, the commonest first.</summary>
    static UInt128[] Commonest(SampleColumns samples, int most)
    {
        var counts = new Dictionary<UInt128, int>();
        for (var row = 0; row < samples.Count; row++)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, samples.TypedOf(row), out _)++;
        return
        [
            .. counts.OrderByDescending(it => it.Value).ThenBy(it => it.Key).Take(most).Select(it => it.Key),
        ];
    }

    byte[] LevelsOfPairs()
    {
        var count = _typedOf.Length;
        var levels = new byte[count * count];
        for (var first = 0; first < count; first++)
            for (var second = first; second < count; second++)
                levels[first * count + second] = levels[second * count + first] =
                    LevelOf(_typedOf[first] & _typedOf[second]);
        return levels;
    }

    byte LevelOf(UInt128 both)
    {
        if (UInt128.PopCount(both) < (UInt128)_tolerance.LeastMarkers) return Never;
        var level = 0;
        while (_levels[level].WholeOf(both) <= _tolerance.MostDifferences) level++;
        return checked((byte)level);
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
