using System.Runtime.InteropServices;

namespace Homeward.Search.Assignment;

/// <summary>
/// The sum over all assignments of a group, exactly: their number, their total weight, the posterior of every filling
/// and of every thing's staying unused, and the best ones in order.
/// </summary>
/// <remarks>
/// Sums run over the states of an <see cref="Elimination"/>, forwards and backwards, in logarithms. The best
/// assignments are then walked to directly, since the best way to complete any state is known
/// (docs/math/assignment.md).
/// </remarks>
sealed class GroupSum
{
    /// <summary>Transitions between states, a second or two of work; a group with more is too large.</summary>
    const int MostWork = 4_000_000;

    /// <summary>Fillings beyond which no order is looked for.</summary>
    const int MostFillings = 50_000;

    readonly IReadOnlyList<Elimination.Step> _steps;
    readonly Dictionary<ulong, Sums>[] _forward, _backward;              // by step, by state before it
    int _work;

    /// <param name="Ln">Log of the weights' sum.</param>
    /// <param name="Best">Log of the largest weight.</param>
    /// <param name="Count">Number of ways.</param>
    record struct Sums(double Ln, double Best, double Count);

    GroupSum(Group group, Elimination elimination)
    {
        Group = group;
        _steps = elimination.Steps;
        _forward = new Dictionary<ulong, Sums>[_steps.Count + 1];
        _backward = new Dictionary<ulong, Sums>[_steps.Count + 1];
    }

    public Group Group { get; }

    /// <summary>Assignments, the one that places nobody included.</summary>
    public double Count => _backward[0][0].Count;

    /// <summary>ln of the sum of all weights; that of placing nobody is 1.</summary>
    public double LnTotal => _backward[0][0].Ln;

    /// <summary>For each filling, ln of its posterior probability.</summary>
    public double[] LnPosteriors { get; private set; } = [];

    /// <summary>For each thing, ln of the posterior probability that nothing uses it.</summary>
    public double[] LnUnused { get; private set; } = [];

    /// <returns>The sums; null when the group is too large.</returns>
    public static GroupSum? Of(Group group)
    {
        if (group.Fillings.Count > MostFillings || Elimination.Of(group) is not { } elimination) return null;
        var sum = new GroupSum(group, elimination);
        if (!sum.GoForwards()) return null;
        sum.GoBackwards();
        sum.Weigh();
        return sum;
    }

    bool GoForwards()
    {
        _forward[0] = new() { [0] = new(0, 0, 1) };
        for (var s = 0; s < _steps.Count; s++)
        {
            var (step, next) = (_steps[s], new Dictionary<ulong, Sums>());
            _forward[s + 1] = next;
            foreach (var (state, sums) in _forward[s])
            {
                if ((_work += 1 + step.Options.Count) > MostWork) return false;
                Add(next, step.WithNone(state), sums, 0);
                foreach (var option in step.Options)
                    if (step.Allows(option, state))
                        Add(next, step.WithNone(state) | option.Used, sums, option.LnWeight);
            }
        }
        return true;
    }

    void GoBackwards()
    {
        _backward[_steps.Count] = new() { [0] = new(0, 0, 1) };
        for (var s = _steps.Count - 1; s >= 0; s--)
        {
            var (step, after) = (_steps[s], _backward[s + 1]);
            _backward[s] = [];
            foreach (var state in _forward[s].Keys)
            {
                Add(_backward[s], state, after[step.WithNone(state)], 0);
                foreach (var option in step.Options)
                    if (step.Allows(option, state))
                        Add(_backward[s], state, after[step.WithNone(state) | option.Used], option.LnWeight);
            }
        }
    }

    void Weigh()
    {
        LnPosteriors = [.. Enumerable.Repeat(double.NegativeInfinity, Group.Fillings.Count)];
        LnUnused = [.. Enumerable.Repeat(double.NegativeInfinity, Group.ThingCount)];
        for (var s = 0; s < _steps.Count; s++)
        {
            var (step, after) = (_steps[s], _backward[s + 1]);
            foreach (var (state, before) in _forward[s])
            {
                if ((state & step.Bit) != 0) continue;
                Add(ref LnUnused[step.Thing], before.Ln + after[step.WithNone(state)].Ln - LnTotal);
                foreach (var option in step.Options)
                    if (step.Allows(option, state))
                        Add(ref LnPosteriors[option.Filling],
                            before.Ln + option.LnWeight + after[step.WithNone(state) | option.Used].Ln - LnTotal);
            }
        }
    }

    /// <summary>The assignments of largest weight, best first, each as its fillings; ties in a fixed order.</summary>
    /// <param name="most">How many, if there are so many.</param>
    public IEnumerable<(double LnWeight, int[] Fillings)> Best(int most)
    {
        // A state's best completion is known, so the queue hands out whole assignments in order and nothing in vain.
        var queue = new PriorityQueue<Node, (double, int)>();
        var number = 0;
        Enqueue(new(null, -1, Step: 0, State: 0, LnWeight: 0));
        for (var found = 0; found < most && queue.TryDequeue(out var node, out _);)
        {
            if (node.Step == _steps.Count)
            {
                found++;
                yield return (node.LnWeight, node.Path());
                continue;
            }
            var step = _steps[node.Step];
            Enqueue(new(node, -1, node.Step + 1, step.WithNone(node.State), node.LnWeight));
            foreach (var option in step.Options)
                if (step.Allows(option, node.State))
                    Enqueue(new(
                        node, option.Filling, node.Step + 1, step.WithNone(node.State) | option.Used,
                        node.LnWeight + option.LnWeight));
        }

        void Enqueue(Node node) =>
            queue.Enqueue(node, (-(node.LnWeight + _backward[node.Step][node.State].Best), number++));
    }

    /// <summary>A path through the steps.</summary>
    /// <param name="Before">The path without its last step.</param>
    /// <param name="Filling">What the last step took; −1 for none.</param>
    /// <param name="Step">The step to come.</param>
    /// <param name="State">The state before it.</param>
    /// <param name="LnWeight">Of what was taken so far.</param>
    sealed record Node(Node? Before, int Filling, int Step, ulong State, double LnWeight)
    {
        public int[] Path()
        {
            var fillings = new List<int>();
            for (var node = this; node is not null; node = node.Before)
                if (node.Filling >= 0) fillings.Add(node.Filling);
            return [.. fillings.Order()];
        }
    }

    static void Add(Dictionary<ulong, Sums> table, ulong state, Sums sums, double lnWeight)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(table, state, out var isThere);
        if (!isThere) cell = new(double.NegativeInfinity, double.NegativeInfinity, 0);
        Add(ref cell, sums, lnWeight);
    }

    static void Add(ref Sums cell, Sums sums, double lnWeight) => cell = new(
        LogSum.Of(cell.Ln, sums.Ln + lnWeight), Math.Max(cell.Best, sums.Best + lnWeight), cell.Count + sums.Count);

    static void Add(ref double cell, double ln) => cell = LogSum.Of(cell, ln);
}
