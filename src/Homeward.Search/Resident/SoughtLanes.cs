using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;

namespace Homeward.Search.Resident;

/// <summary>Missing members, each a lane: the numbers of its family's rows, side by side. One child meets a million of
/// them in tens of milliseconds.</summary>
/// <remarks>A lane that was given back is given to the next one. Not to be changed while it is scanned.</remarks>
sealed class SoughtLanes(RowBook book)
{
    const int LanesOfChunk = 1 << 14;

    /// <summary>By chunk: the numbers of its lanes' rows, column after column.</summary>
    readonly List<int[]> _rows = [];

    readonly List<Lane> _lanes = [];
    readonly Stack<int> _free = new();
    readonly int _columns = book.Columns.Count;

    /// <param name="Family">Number of the family; −1 for nobody.</param>
    /// <param name="Missing">Index of the missing member.</param>
    /// <param name="State">Whether it can be scanned, and can reach the threshold.</param>
    public readonly record struct Lane(int Family, int Missing, LaneState State);

    public Lane this[int lane] => _lanes[lane];

    /// <summary>Rows of a lane, worked out from several threads; null when no exact calculation is in reach.</summary>
    public int[]? Worked(Family family, IReadOnlyList<int> slots, int missing)
    {
        var rows = new int[_columns];
        try
        {
            book.RowsOf(family, slots, missing, rows);
            return rows;
        }
        catch (LikelihoodTooLargeException)
        {
            return null;
        }
    }

    /// <returns>The lane given to a missing member.</returns>
    public int Add(int family, int missing, int[]? rows, double threshold)
    {
        var lane = _free.TryPop(out var free) ? free : _lanes.Count;
        if (lane == _lanes.Count) _lanes.Add(default);
        if (lane / LanesOfChunk == _rows.Count) _rows.Add(new int[LanesOfChunk * _columns]);
        var chunk = _rows[lane / LanesOfChunk];
        for (var column = 0; rows is not null && column < _columns; column++)
            chunk[column * LanesOfChunk + lane % LanesOfChunk] = rows[column];
        var state = rows is null ? LaneState.TooOpen
            : Kernels.ScanTable.CanReachWith(book.BestOf(rows), threshold) ? LaneState.Scanned : LaneState.Unreachable;
        _lanes[lane] = new(family, missing, state);
        return lane;
    }

    public void Remove(int lane)
    {
        _lanes[lane] = new(-1, 0, LaneState.Absent);
        _free.Push(lane);
    }

    /// <summary>Lanes that may reach the threshold with a child, and surely all that do, in order.</summary>
    /// <param name="codes">The child's code by column.</param>
    /// <param name="threshold">Smallest log10 LR that must not be lost.</param>
    /// <param name="threads">Cores.</param>
    /// <param name="cancel">Looked at between chunks.</param>
    public List<int> Scan(byte[] codes, double threshold, int threads, CancellationToken cancel)
    {
        var found = new List<int>[_rows.Count];
        var least = RowColumn.StepsToReach(threshold);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, found.Length, parallel, chunk => found[chunk] = ScanChunk(chunk, codes, least));
        return [.. found.SelectMany(it => it)];
    }

    List<int> ScanChunk(int chunk, byte[] codes, int least)
    {
        var found = new List<int>();
        var first = chunk * LanesOfChunk;
        Span<int> sums = new int[Math.Min(LanesOfChunk, _lanes.Count - first)];
        for (var column = 0; column < _columns; column++)
        {
            var scores = book.Columns[column].ScoresOf(codes[column]);
            var rows = _rows[chunk].AsSpan(column * LanesOfChunk, sums.Length);
            unchecked
            {
                for (var lane = 0; lane < rows.Length; lane++) sums[lane] += scores[rows[lane]];
            }
        }
        for (var lane = 0; lane < sums.Length; lane++)
            if (sums[lane] >= least && _lanes[first + lane].State is LaneState.Scanned or LaneState.Unreachable)
                found.Add(first + lane);
        return found;
    }
}
