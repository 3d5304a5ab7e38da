namespace Homeward.Genetics.Likelihood;

/// <summary>
/// A child whose genotype is asked for, of whom nothing was read and who has no children: what it is depends on its
/// parents' alleles alone. So where both parents must be summed over without it too, it is left out, the rest is summed
/// out to the parents' alleles, and only then are these passed on: 2n³ steps once instead of in every term.
/// </summary>
readonly struct KeptChild
{
    KeptChild(int father, int mother) => (Father, Mother) = (father, mother);

    public int Father { get; }
    public int Mother { get; }

    /// <summary>Leaves the child out of the evidence if it can be; null when it must stay.</summary>
    public static KeptChild? LeaveOut(MarkerEvidence evidence)
    {
        var (family, kept) = (evidence.Family, evidence.Kept);
        if (kept < 0 || evidence.Marker.IsX || evidence.Forced is not null || family.IsFounder(kept)) return null;
        if (evidence.Members[kept] is not { Role: Role.Open, Gametes: 0, IsTyped: false }) return null;
        var (father, mother) = (family.FatherOf(kept), family.MotherOf(kept));
        if (!HasBothAllelesWithout(evidence, father) || !HasBothAllelesWithout(evidence, mother)) return null;
        evidence.Members[kept].Role = Role.Irrelevant;
        evidence.Members[father].Gametes--;
        evidence.Members[mother].Gametes--;
        return new(father, mother);
    }

    /// <summary>A founder who hands on one allele and shows none is summed over by that alone.</summary>
    static bool HasBothAllelesWithout(MarkerEvidence evidence, int parent)
    {
        var member = evidence.Members[parent];
        var least = evidence.Family.IsFounder(parent) ? 2 : 1;
        return member.Role == Role.Open && (member.IsTyped || member.Gametes > least);
    }

    /// <summary>
    /// Two alleles of the parents', and how likely it is that such two are passed on: of alleles that are alike one
    /// pair speaks for all.
    /// </summary>
    public IEnumerable<(int Father, int Mother, double Share)> Pairs(OpenShape shape, int[] alike)
    {
        var (father, mother) = (shape.Slot(Father), shape.Slot(Mother));
        var fathers = alike[father] == alike[father + 1] ? 1 : 2;
        var mothers = alike[mother] == alike[mother + 1] ? 1 : 2;
        for (var i = 0; i < fathers; i++)
            for (var j = 0; j < mothers; j++)
                yield return (father + i, mother + j, 1.0 / (fathers * mothers));
    }

    /// <summary>The child's table, from that of the two alleles passed on.</summary>
    public static double[] Received(double[] passed, LumpedMarker marker)
    {
        var (half, table) = (new double[passed.Length], new double[passed.Length]);
        var n = marker.Count;
        // From the father: over a, half[i, b] += male[a, i] · passed[a, b].
        for (var a = 0; a < n; a++)
            for (var i = 0; i < n; i++)
                VectorSum.AddScaled(half.AsSpan(i * n, n), passed.AsSpan(a * n, n), marker.Male[a * n + i]);
        // From the mother: over b, table[i, j] += half[i, b] · female[b, j].
        for (var i = 0; i < n; i++)
            for (var b = 0; b < n; b++)
                VectorSum.AddScaled(table.AsSpan(i * n, n), marker.Female.AsSpan(b * n, n), half[i * n + b]);
        return table;
    }
}
