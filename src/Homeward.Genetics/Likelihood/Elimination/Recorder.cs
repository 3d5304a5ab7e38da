namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>Writes down the calculations of an elimination, once for all markers with the same number of states.</summary>
/// <param name="firstFree">Where the tables of the calculation itself begin in the arena, behind its inputs.</param>
sealed class Recorder(int firstFree)
{
    /// <summary>Address of the number 1 in every arena.</summary>
    public const int One = 0;

    readonly List<Instruction> _instructions = [];

    public IReadOnlyList<Instruction> Instructions => _instructions;

    /// <summary>Cells of the arena used so far.</summary>
    public int Size { get; private set; } = firstFree;

    /// <summary>Multiply–adds recorded.</summary>
    public double Work { get; private set; }

    /// <summary>Room for a table; zero when the calculation starts.</summary>
    public int Take(double count)
    {
        Primitives.Check.That(count + Size < int.MaxValue / 16);
        var address = Size;
        Size += (int)count;
        return address;
    }

    /// <summary>sum += scale · left · right, over all labels.</summary>
    public void MultiplyAdd(int[] lengths, View sum, View left, View right, double scale)
    {
        Work += lengths.Aggregate(1.0, (work, length) => work * length);
        _instructions.Add(new(lengths, sum, left, right, scale));
    }

    /// <summary>Keeps the largest cell of a table near 1.</summary>
    public void Normalize(int address, int count) => _instructions.Add(new(address, count));
}
