namespace Homeward.Search.Assignment;

/// <summary>
/// The things of a group in an order in which they can be settled one by one, with little to remember between two.
/// </summary>
/// <remarks>
/// A step settles one thing: which of the fillings with it that no earlier step has decided is taken, or none. What
/// must be remembered is which of the <i>open</i> things, those in a decided filling and not yet settled, are used.
/// </remarks>
sealed class Elimination
{
    /// <summary>Open things at a time; two states each would be out of reach long before.</summary>
    const int MostOpen = 60;

    Elimination(IReadOnlyList<Step> steps) => Steps = steps;

    public IReadOnlyList<Step> Steps { get; }

    /// <param name="Thing">The thing settled.</param>
    /// <param name="Bit">Its bit in the state before; 0 when no earlier filling has it.</param>
    /// <param name="Options">The fillings decided here.</param>
    public sealed record Step(int Thing, ulong Bit, IReadOnlyList<Option> Options)
    {
        /// <summary>The state after taking none.</summary>
        public ulong WithNone(ulong state) => state & ~Bit;

        /// <summary>Whether all of a filling's things are free.</summary>
        public bool Allows(Option option, ulong state) => (state & (Bit | option.Used)) == 0;
    }

    /// <param name="Filling">Place of the filling in its group.</param>
    /// <param name="Used">Bits of its other things.</param>
    /// <param name="LnWeight">ln of likelihood ratio times prior odds.</param>
    public readonly record struct Option(int Filling, ulong Used, double LnWeight);

    /// <returns>The steps; null when too many things would be open at a time.</returns>
    public static Elimination? Of(Group group)
    {
        var fillingsOf = Enumerable.Range(0, group.ThingCount).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < group.Fillings.Count; i++)
            foreach (var thing in group.ThingsOf[i]) fillingsOf[thing].Add(i);
        var left = new SortedSet<int>(Enumerable.Range(0, group.ThingCount));
        var isDecided = new bool[group.Fillings.Count];
        var bits = new ulong[group.ThingCount];                              // of open things
        var free = new Stack<ulong>(Enumerable.Range(0, MostOpen).Select(it => 1ul << MostOpen - 1 - it));
        var steps = new List<Step>();
        while (left.Count > 0)
        {
            var thing = Next();
            var decided = fillingsOf[thing].Where(it => !isDecided[it]).ToArray();
            foreach (var other in decided.SelectMany(it => group.ThingsOf[it]).Where(it => it != thing))
                if (bits[other] == 0 && !free.TryPop(out bits[other])) return null;
            steps.Add(new(thing, bits[thing], [.. decided.Select(it => new Option(
                it, Used(group.ThingsOf[it], thing), group.LnWeights[it]))]));
            foreach (var filling in decided) isDecided[filling] = true;
            if (bits[thing] != 0) free.Push(bits[thing]);
            bits[thing] = 0;
            left.Remove(thing);
        }
        return new(steps);

        // The thing that opens fewest others, less itself if it is open; then the first one.
        int Next() => left.MinBy(thing => Opened(thing) - (bits[thing] != 0 ? 1 : 0));

        int Opened(int thing)
        {
            var opened = new HashSet<int>();
            foreach (var filling in fillingsOf[thing])
            {
                if (isDecided[filling]) continue;
                foreach (var other in group.ThingsOf[filling])
                    if (other != thing && bits[other] == 0) opened.Add(other);
            }
            return opened.Count;
        }

        ulong Used(int[] things, int but)
        {
            var used = 0ul;
            foreach (var thing in things)
                if (thing != but) used |= bits[thing];
            return used;
        }
    }
}
