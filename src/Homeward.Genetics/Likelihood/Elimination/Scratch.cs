namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>Memory for the tables of one likelihood, taken one behind the other and given back all at once.</summary>
sealed class Scratch
{
    const int Size = 1 << 17;                                    // doubles: 1 MiB, an L2 cache
    readonly double[] _cells = new double[Size];
    int _used;

    [field: ThreadStatic]
    static Scratch? OfThisThread { get; set; }

    /// <summary>This thread's memory, empty again.</summary>
    public static Scratch Fresh()
    {
        var scratch = OfThisThread ??= new();
        scratch.Clear();
        return scratch;
    }

    /// <summary>Takes everything back.</summary>
    public void Clear() => _used = 0;

    /// <summary>A zeroed table; a large one has an array of its own.</summary>
    public (double[] Cells, int Offset) Take(int count)
    {
        if (count > Size - _used) return (new double[count], 0);
        var offset = _used;
        _used += count;
        Array.Clear(_cells, offset, count);
        return (_cells, offset);
    }
}
