namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>
/// Instructions in two parts: those whose results do not depend on the population, then those whose results do.
/// </summary>
/// <param name="Fixed">To be run once.</param>
/// <param name="Varying">To be run for each population.</param>
/// <param name="VaryingTables">What the second part adds to: to be cleared before each run.</param>
sealed record ProgramParts(Instruction[] Fixed, Instruction[] Varying, (int Address, int Count)[] VaryingTables)
{
    public int Count => Fixed.Length + Varying.Length;

    /// <summary>Parts what was recorded: a table varies as soon as anything that varies is added to it.</summary>
    public static ProgramParts Parted(Recorder recorder, IReadOnlyList<Factor> inputs)
    {
        var given = inputs.Select(it => it.Address).Append(Recorder.One).Append(OpenShape.PopulationAddress);
        int[] starts = [.. given.Distinct().Order(), .. recorder.Tables];
        var varies = new bool[starts.Length];
        varies[TableOf(OpenShape.PopulationAddress)] = true;
        // A table is complete before it is read, so that one pass finds all.
        foreach (var it in recorder.Instructions)
            varies[TableOf(it.Changes)] |= varies[TableOf(it.Reads.Left)] || varies[TableOf(it.Reads.Right)];
        var parts = recorder.Instructions.ToLookup(it => varies[TableOf(it.Changes)]);
        var tables = parts[true].Select(it => TableOf(it.Changes)).Distinct();
        return new([.. parts[false]], [.. parts[true]], [.. tables.Select(it => (starts[it], EndOf(it) - starts[it]))]);

        int TableOf(int address)
        {
            var at = Array.BinarySearch(starts, address);
            return at >= 0 ? at : ~at - 1;
        }

        int EndOf(int table) => table + 1 < starts.Length ? starts[table + 1] : (int)recorder.Size;
    }

    /// <returns>The power of two that was taken out of tables on the way.</returns>
    public static long Run(Instruction[] instructions, double[] arena)
    {
        long exponent = 0;
        foreach (var instruction in instructions) exponent += instruction.Run(arena);
        return exponent;
    }
}
