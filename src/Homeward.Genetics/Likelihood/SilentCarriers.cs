namespace Homeward.Genetics.Likelihood;

/// <summary>
/// One answer to the question which founders with an observed homozygote carry a silent allele. With theta their
/// alleles belong to one urn, and a certain genotype can be drawn from it directly, where an open one would have to be
/// summed over partitions; so the answers are summed over instead.
/// </summary>
/// <param name="Founders">Those in question.</param>
/// <param name="Bits">Bit i: the i-th of them carries one silent allele.</param>
readonly record struct SilentCarriers(int[] Founders, uint Bits)
{
    public const int MostFounders = 20;

    static readonly SilentCarriers[] Nobody = [new([], 0)];

    /// <summary>Every answer; a single empty one without theta or without silent alleles.</summary>
    public static SilentCarriers[] All(
        FamilyShape family,
        MarkerModel marker,
        ReadOnlySpan<Reading> readings,
        Theta theta,
        ReadOnlySpan<double> dropOut,
        int kept = -1)
    {
        if (theta.Value == 0 || !marker.HasSilent) return Nobody;
        var founders = new List<int>();
        foreach (var person in family.AncestorsFirst)
        {
            if (!family.IsFounder(person) || person == kept) continue;
            if (marker.IsX && family.SexOf(person) == Pedigrees.Sex.Male) continue;
            if (IsDoubtful(family.TwinsOf(person), readings, dropOut)) founders.Add(person);
        }
        if (founders.Count > MostFounders) throw new LikelihoodTooLargeException(founders.Count);
        int[] inQuestion = [.. founders];
        var answers = new SilentCarriers[1 << inQuestion.Length];
        for (var bits = 0; bits < answers.Length; bits++) answers[bits] = new(inQuestion, (uint)bits);
        return answers;
    }

    /// <summary>Observed as a homozygote, nothing having dropped out.</summary>
    static bool IsDoubtful(ReadOnlySpan<int> twins, ReadOnlySpan<Reading> readings, ReadOnlySpan<double> dropOut)
    {
        var isDoubtful = false;
        foreach (var i in twins)
        {
            if (!readings[i].IsTyped) continue;
            if (!readings[i].IsHomozygous || (dropOut.Length > 0 && dropOut[i] > 0)) return false;
            isDoubtful = true;
        }
        return isDoubtful;
    }

    /// <summary>Whether the person is in question here, and if so, whether a silent allele is carried.</summary>
    public bool Decide(int person, out bool isCarrier)
    {
        var at = Array.IndexOf(Founders, person);
        isCarrier = at >= 0 && (Bits >> at & 1) != 0;
        return at >= 0;
    }
}
