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

    readonly List<Instruction> _instructions = [];

    public IReadOnlyList<Instruction> Instructions => _instructions;

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
        return address;
    }

    /// <summary>sum += scale · left · right, over all labels.</summary>
    public void MultiplyAdd(int[] lengths, View sum, View left, View right, double scale)
    {
        var work = 1.0;
        foreach (var length in lengths) work *= length;
        Work += work;
        if (!isTrial) _instructions.Add(new(lengths, sum, left, right, scale));
    }

    /// <summary>Keeps the largest cell of a table near 1.</summary>
    public void Normalize(int address, double count)
    {
        if (!isTrial) _instructions.Add(new(address, (int)count));
    }
}
