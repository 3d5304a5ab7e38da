namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>
/// Writes down the calculations of an elimination, once for all markers with the same number of states.
/// </summary>
/// <param name="firstFree">Where the tables of the calculation itself begin in the arena, behind its inputs.</param>
/// <param name="isTrial">True to count work and memory only.</param>
sealed class Recorder(int firstFree, bool isTrial = false)
{
    /// <summary>Address of the number 1 in every arena.</summary>
    public const int One = 0;

    const int FewestUses = 3;                                    // a cell copied costs about as much as three used

    readonly List<Instruction> _instructions = [];
    readonly List<int> _tables = [];
    readonly Dictionary<string, View> _copies = new(StringComparer.Ordinal);

    public IReadOnlyList<Instruction> Instructions => _instructions;

    /// <summary>Where each table begins, in ascending order.</summary>
    public IReadOnlyList<int> Tables => _tables;

    /// <summary>Cells of the arena used so far.</summary>
    public double Size { get; private set; } = firstFree;

    /// <summary>Multiply–adds recorded.</summary>
    public double Work { get; private set; }

    /// <summary>Room for a table; zero when the calculation starts.</summary>
    /// <remarks>A trial may ask for more than any machine has; <see cref="EliminationProgram"/> refuses to run
    /// that.</remarks>
    public int Take(double count)
    {
        var address = unchecked((int)Size);
        Size += count;
        if (!isTrial) _tables.Add(address);
        return address;
    }

    /// <summary>sum += scale · left · right, over all labels.</summary>
    public void MultiplyAdd(int[] lengths, View sum, View left, View right, double scale)
    {
        var work = 1.0;
        foreach (var length in lengths) work *= length;
        Work += work;
        if (isTrial) return;
        var along = Instruction.LabelAlong(lengths, sum);
        left = SideBySide(lengths, left, along);
        right = SideBySide(lengths, right, along);
        _instructions.Add(new(lengths, sum, left, right, scale, along));
    }

    /// <summary>
    /// An operand with the cells of a label side by side: a copy of it, if each of its cells is used often enough.
    /// </summary>
    View SideBySide(int[] lengths, View view, int along)
    {
        if (along < 0 || view.Strides[along] is 0 or 1) return view;
        var (own, uses) = ((int[])lengths.Clone(), 1.0);
        for (var label = 0; label < lengths.Length; label++)
        {
            if (view.Strides[label] != 0) continue;
            uses *= lengths[label];
            own[label] = 1;
        }
        if (uses < FewestUses) return view;
        var key = string.Join(',', [view.Address, along, .. view.Strides, .. own]);
        if (_copies.TryGetValue(key, out var known)) return known;
        var (strides, size) = (new int[lengths.Length], own[along]);
        strides[along] = 1;
        for (var label = lengths.Length - 1; label >= 0; label--)
        {
            if (label == along || own[label] == 1) continue;
            strides[label] = size;
            size *= own[label];
        }
        var copy = new View(Take(size), strides);
        _instructions.Add(new(own, copy, view, new(One, new int[lengths.Length]), 1, along));
        return _copies[key] = copy;
    }

    /// <summary>Keeps the largest cell of a table near 1.</summary>
    public void Normalize(int address, double count)
    {
        if (!isTrial) _instructions.Add(new(address, (int)count));
    }
}
