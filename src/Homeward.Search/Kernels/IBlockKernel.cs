namespace Homeward.Search.Kernels;

/// <summary>One family against one block of 512 slots. Every kernel finds the same survivors.</summary>
/// <remarks>Kernels are optimized at their first call: a short scan would be over before the runtime did it.</remarks>
unsafe interface IBlockKernel
{
    /// <summary>
    /// Adds up each slot's deficits, stopping at 255, and sets a bit for each slot that did not get there. A block in
    /// which every slot has is left early, at a fourth row and only after <see cref="FamilyRows.LeaveAfter"/> rows.
    /// </summary>
    /// <param name="block">Columns of 512 codes.</param>
    /// <param name="family">The family's tables.</param>
    /// <param name="survivors">512 bits; written only when a slot survived.</param>
    /// <returns>Whether any slot survived.</returns>
    static abstract bool Scan(byte* block, FamilyRows family, ulong* survivors);
}

/// <summary>A family's tables where the kernels find them.</summary>
/// <param name="tables">128 bytes a row, on cache lines.</param>
/// <param name="columns">Which column of a block each row is for.</param>
/// <param name="count">How many rows.</param>
/// <param name="leaveAfter">Rows that are always added up; <see cref="Never"/> to add up all.</param>
readonly unsafe struct FamilyRows(byte* tables, int* columns, int count, int leaveAfter)
{
    public const int Never = int.MaxValue;

    /// <summary>Rows between two looks at whether the block is lost.</summary>
    public const int BetweenLooks = 4;

    public readonly byte* Tables = tables;
    public readonly int* Columns = columns;
    public readonly int Count = count;
    public readonly int LeaveAfter = leaveAfter;
}
