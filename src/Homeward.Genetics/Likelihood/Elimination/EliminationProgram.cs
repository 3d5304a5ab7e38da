namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>A recorded elimination: run again and again on the tables of different markers.</summary>
/// <param name="Instructions">What to calculate.</param>
/// <param name="FirstFree">Where the inputs end in the arena.</param>
/// <param name="ArenaSize">Cells needed.</param>
/// <param name="Numbers">Addresses of the numbers whose product is the result.</param>
/// <param name="Table">Address of the table over the kept variables; −1 without any.</param>
/// <param name="Price">About how long it runs for one more population, in multiply–adds.</param>
sealed record EliminationProgram(
    ProgramParts Instructions, int FirstFree, int ArenaSize, IReadOnlyList<int> Numbers, int Table, double Price)
{
    /// <summary>What one likelihood may cost: a minute or two.</summary>
    public const double HighestPrice = 1e11;
    const double PriceOfInstruction = 50;
    const int MostCells = 1 << 27;                               // 1 GiB of tables

    [ThreadStatic]
    static double[]? s_arena;

    /// <summary>This thread's memory for inputs and tables, at least so large; it keeps its contents.</summary>
    public static double[] Arena(int size)
    {
        if (s_arena is null || s_arena.Length < size) Array.Resize(ref s_arena, Math.Max(size, 1 << 14));
        s_arena[Recorder.One] = 1;
        return s_arena;
    }

    public static EliminationProgram Record(
        IReadOnlyList<Factor> factors, int firstFree, int[] stateCounts, Plan plan, (int First, int Second)? keep)
    {
        var recorder = new Recorder(firstFree);
        var network = new Network(factors, stateCounts, recorder);
        foreach (var step in plan.Steps) network.Eliminate(step);
        var table = keep is { } kept ? network.TableOver(kept.First, kept.Second) : -1;
        if (recorder.Size > MostCells) throw new LikelihoodTooLargeException(recorder.Size);
        var parts = ProgramParts.Parted(recorder, factors);
        return new(parts, firstFree, (int)recorder.Size, network.Numbers, table,
            network.Work + PriceOfInstruction * parts.Varying.Length);
    }

    /// <summary>Lets founder alleles be drawn from other frequencies than before.</summary>
    public void PutPopulation(double[] frequencies) =>
        frequencies.CopyTo(Arena(ArenaSize).AsSpan(OpenShape.PopulationAddress));

    /// <summary>Runs on inputs that lie in this thread's arena.</summary>
    public ScaledNumber Run()
    {
        var exponent = Prepare();
        return Result(exponent + ProgramParts.Run(Instructions.Varying, Arena(ArenaSize)));
    }

    /// <summary>Works out everything that does not depend on the population, for <see cref="RunWith"/>.</summary>
    /// <returns>The power of two that was taken out of it.</returns>
    public long Prepare()
    {
        var arena = Arena(ArenaSize);
        Array.Clear(arena, FirstFree, ArenaSize - FirstFree);
        return ProgramParts.Run(Instructions.Fixed, arena);
    }

    /// <summary>Runs with other founder frequencies than before, the other inputs being the same.</summary>
    public ScaledNumber RunWith(double[] frequencies, long prepared)
    {
        PutPopulation(frequencies);
        var arena = Arena(ArenaSize);
        foreach (var (address, count) in Instructions.VaryingTables) Array.Clear(arena, address, count);
        return Result(prepared + ProgramParts.Run(Instructions.Varying, arena));
    }

    ScaledNumber Result(long exponent)
    {
        var product = new ScaledNumber(1, exponent);
        foreach (var address in Numbers) product *= Arena(ArenaSize)[address];
        return product;
    }
}
