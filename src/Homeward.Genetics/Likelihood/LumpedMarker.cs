namespace Homeward.Genetics.Likelihood;

/// <summary>
/// A marker with the alleles that nobody shows taken together wherever that is exact: two alleles may be one state when
/// they pass to every other state with the same probabilities, in both sexes (strong lumpability, Kemeny and Snell
/// 1960).
/// </summary>
/// <remarks>
/// With the equal and proportional models all unseen alleles become one state; with the stepwise model only those of
/// microvariant groups that nobody shows.
/// </remarks>
sealed class LumpedMarker
{
    const int MostRemembered = 1024;

    LumpedMarker(int count, int[] stateOf, double[] founder, double[] male, double[] female) =>
        (Count, StateOf, Founder, Male, Female) = (count, stateOf, founder, male, female);

    /// <summary>Number of states.</summary>
    public int Count { get; }

    /// <summary>The state of each state of the marker.</summary>
    public int[] StateOf { get; }

    public double[] Founder { get; }
    public double[] Male { get; }
    public double[] Female { get; }

    /// <summary>The same, remembered by the marker: few sets of alleles are met again and again.</summary>
    public static LumpedMarker Remembered(MarkerModel marker, ReadOnlySpan<bool> seen)
    {
        if (seen.Length > 64) return Of(marker, seen);
        var set = 0ul;
        for (var i = 0; i < seen.Length; i++)
            if (seen[i]) set |= 1ul << i;
        if (marker.Lumped.TryGetValue(set, out var known)) return known;
        var lumped = Of(marker, seen);
        if (marker.Lumped.Count < MostRemembered) marker.Lumped.TryAdd(set, lumped);
        return lumped;
    }

    /// <param name="marker">The marker.</param>
    /// <param name="seen">For each of its states, true when it must stay apart.</param>
    public static LumpedMarker Of(MarkerModel marker, ReadOnlySpan<bool> seen)
    {
        var count = marker.StateCount;
        var (male, female) = (marker.Transitions(male: true), marker.Transitions(male: false));
        var stateOf = Classes(count, seen, male, female, out var classes);
        if (classes == count)
            return new(count, stateOf, marker.Founder.ToArray(), male, female);
        var founder = new double[classes];
        for (var i = 0; i < count; i++) founder[stateOf[i]] += marker.Founder[i];
        return new(classes, stateOf, founder, Lumped(male), Lumped(female));

        double[] Lumped(double[] transitions)
        {
            var cells = new double[classes * classes];
            // All members of a class pass alike; the last one met speaks for it.
            for (var from = 0; from < count; from++)
            {
                var row = cells.AsSpan(stateOf[from] * classes, classes);
                row.Clear();
                for (var to = 0; to < count; to++) row[stateOf[to]] += transitions[from * count + to];
            }
            return cells;
        }
    }

    /// <summary>Splits the unseen alleles until all of one class pass alike to every other class.</summary>
    static int[] Classes(int count, ReadOnlySpan<bool> seen, double[] male, double[] female, out int classes)
    {
        var stateOf = new int[count];
        var unseen = 0;
        classes = 0;
        for (var i = 0; i < count; i++)
        {
            if (!seen[i]) unseen++;
            else stateOf[i] = classes++;
        }
        var first = classes;
        if (unseen > 0) classes++;
        for (var i = 0; i < count; i++)
            if (!seen[i]) stateOf[i] = first;
        for (var before = -1; before != classes && classes < count;)
        {
            before = classes;
            for (var lumped = first; lumped < before; lumped++)
                Split(lumped, count, stateOf, male, female, ref classes);
        }
        if (classes == count)
            for (var i = 0; i < count; i++) stateOf[i] = i;
        return stateOf;
    }

    static void Split(int lumped, int count, int[] stateOf, double[] male, double[] female, ref int classes)
    {
        var pivot = Array.IndexOf(stateOf, lumped);
        var apart = -1;
        for (var i = pivot + 1; i < count; i++)
        {
            if (stateOf[i] != lumped || PassAlike(pivot, i, lumped, count, stateOf, classes, male, female)) continue;
            if (apart < 0) apart = classes++;
            stateOf[i] = apart;
        }
    }

    static bool PassAlike(
        int a, int b, int own, int count, int[] stateOf, int classes, double[] male, double[] female)
    {
        Span<double> difference = stackalloc double[classes];
        Span<double> size = stackalloc double[classes];
        foreach (var transitions in (ReadOnlySpan<double[]>)[male, female])
        {
            difference.Clear();
            size.Clear();
            for (var to = 0; to < count; to++)
            {
                var (fromA, fromB) = (transitions[a * count + to], transitions[b * count + to]);
                difference[stateOf[to]] += fromA - fromB;
                size[stateOf[to]] += fromA + fromB;
            }
            for (var c = 0; c < classes; c++)
                if (c != own && Math.Abs(difference[c]) > 1e-14 * size[c]) return false;
            if (ReferenceEquals(male, female)) return true;
        }
        return true;
    }
}
