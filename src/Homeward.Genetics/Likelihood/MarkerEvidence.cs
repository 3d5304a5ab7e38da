using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Likelihood;

/// <summary>
/// The readings of one marker laid over a pedigree: who is known, who must be summed over, who does not matter.
/// </summary>
readonly ref struct MarkerEvidence
{
    readonly ReadOnlySpan<Reading> _readings;
    readonly ReadOnlySpan<double> _dropOut;

    /// <param name="family">The pedigree.</param>
    /// <param name="marker">The marker.</param>
    /// <param name="readings">By member, in the pedigree's order.</param>
    /// <param name="dropOut">By member; empty when nobody's alleles drop out.</param>
    /// <param name="kept">A member whose genotype is asked for, −1 for none.</param>
    /// <param name="members">Room for one entry a member.</param>
    /// <param name="carriers">Founders whose genotype is decided although it was not read in full.</param>
    /// <param name="forced">Transitions of one meiosis in place of the marker's own; null for none.</param>
    public MarkerEvidence(
        FamilyShape family,
        MarkerModel marker,
        ReadOnlySpan<Reading> readings,
        ReadOnlySpan<double> dropOut,
        int kept,
        Span<Member> members,
        SilentCarriers carriers,
        ForcedMeiosis? forced = null)
    {
        Check.That(readings.Length == family.Count && (dropOut.Length == 0 || dropOut.Length == family.Count));
        Family = family;
        Marker = marker;
        Kept = kept;
        Forced = forced;
        Members = members;
        _readings = readings;
        _dropOut = dropOut;
        members.Clear();
        Weight = new(1);
        for (var i = 0; i < family.Count; i++)
        {
            if (!readings[i].IsTyped) continue;
            Check.That(readings[i].A < marker.VisibleCount && readings[i].B < marker.VisibleCount);
            Check.That(!marker.IsX || family.SexOf(i) != Pedigrees.Sex.Unknown);
            Check.That(!readings[i].IsHeterozygous || !IsSingle(i));
            members[family.Same[i]].IsTyped = true;
        }
        foreach (var person in family.AncestorsFirst)
        {
            if (!members[person].IsTyped) continue;
            // A kept member is only typed by an identical twin; each genotype is asked for all the same.
            if (person == kept) members[person].Role = Role.Open;
            else Weight *= Recognize(person, carriers);
        }
        DropIrrelevant();
    }

    public FamilyShape Family { get; }
    public MarkerModel Marker { get; }
    public Span<Member> Members { get; }
    public int Kept { get; }
    public ForcedMeiosis? Forced { get; }

    /// <summary>Transitions of the meiosis from a parent to a child, over the marker's states.</summary>
    public double[] Transitions(int parent, int child)
    {
        var isMale = Family.SexOf(parent) == Pedigrees.Sex.Male;
        return Forced is { } forced && forced.Child == child && forced.FromFather == isMale
            ? forced.Transitions
            : Marker.Transitions(isMale);
    }

    /// <summary>
    /// Probability of the readings of certain genotypes: 1 without drop-out, 0 when twins contradict each other.
    /// </summary>
    public ScaledNumber Weight { get; }

    /// <summary>True when the kept member has no relatives: a draw from the population beside the family.</summary>
    public bool IsKeptUnrelated =>
        Kept >= 0 && Family.IsFounder(Kept) && Members[Kept] is { Gametes: 0, IsTyped: false };

    /// <summary>
    /// Alleles of an open member to sum over. A founder who hands on one allele and shows none needs only that.
    /// </summary>
    public int AllelesOf(int person)
    {
        var member = Members[person];
        var isHalf = Family.IsFounder(person) && member.Gametes == 1 && !member.IsTyped && person != Kept;
        return isHalf || IsSingle(person) ? 1 : 2;
    }

    /// <summary>True for a member with one allele at this marker: a male at the X chromosome.</summary>
    public bool IsSingle(int person) => Marker.IsX && Family.SexOf(person) == Pedigrees.Sex.Male;

    /// <summary>
    /// True when the member received an allele from its father: not so for a son at the X chromosome.
    /// </summary>
    public bool HasPaternalAllele(int person) => !IsSingle(person);

    /// <summary>
    /// Probability of everything read of a person, given the person's alleles; of a single one when y is x.
    /// </summary>
    public double Emitted(int person, int x, int y)
    {
        var probability = 1.0;
        foreach (var i in Family.TwinsOf(person))
        {
            if (!_readings[i].IsTyped) continue;
            var dropOut = _dropOut.Length == 0 ? 0 : _dropOut[i];
            probability *= IsSingle(person)
                ? Emission.OfSingle(_readings[i], dropOut, x)
                : Emission.OfPair(_readings[i], dropOut, x, y, Marker.HasSilent ? Marker.VisibleCount : -1);
        }
        return probability;
    }

    /// <summary>Marks the alleles that were read of a person.</summary>
    public void MarkSeen(int person, Span<bool> seen)
    {
        foreach (var i in Family.TwinsOf(person))
        {
            if (_readings[i].A >= 0) seen[_readings[i].A] = true;
            if (_readings[i].B >= 0) seen[_readings[i].B] = true;
        }
    }

    /// <summary>
    /// Settles a person whose reading leaves one genotype only; returns the probability of reading it so.
    /// </summary>
    double Recognize(int person, SilentCarriers carriers)
    {
        ref var member = ref Members[person];
        foreach (var i in Family.TwinsOf(person))
        {
            if (!_readings[i].IsTyped || !IsCertain(person, i)) continue;
            member.Role = Role.Known;
            (member.A, member.B) = (_readings[i].A, IsSingle(person) ? _readings[i].A : _readings[i].B);
            return Emitted(person, member.A, member.B);
        }
        if (carriers.Decide(person, out var isCarrier))
        {
            member.Role = Role.Known;
            member.A = FirstReading(person).A;
            member.B = isCarrier ? Marker.VisibleCount : member.A;
            return Emitted(person, member.A, member.B);
        }
        member.Role = Role.Open;
        return 1;
    }

    Reading FirstReading(int person)
    {
        foreach (var i in Family.TwinsOf(person))
            if (_readings[i].IsTyped) return _readings[i];
        return Reading.Untyped;
    }

    bool IsCertain(int person, int reading)
    {
        if (IsSingle(person) || _readings[reading].IsHeterozygous) return true;
        return _readings[reading].IsHomozygous && !Marker.HasSilent && (_dropOut.Length == 0 || _dropOut[reading] == 0);
    }

    /// <summary>Descendants first: whoever is untyped and hands nothing to anybody relevant is left out.</summary>
    void DropIrrelevant()
    {
        var order = Family.AncestorsFirst;
        for (var at = order.Length - 1; at >= 0; at--)
        {
            var person = order[at];
            ref var member = ref Members[person];
            if (member.Role == Role.Irrelevant)
            {
                if (member.Gametes == 0 && (person != Kept || IsKeptUnrelated)) continue;
                var isLone = member.Gametes == 1 && Family.IsFounder(person) && person != Kept;
                member.Role = isLone ? Role.Lone : Role.Open;
            }
            if (Family.IsFounder(person)) continue;
            if (HasPaternalAllele(person)) Members[Family.FatherOf(person)].Gametes++;
            Members[Family.MotherOf(person)].Gametes++;
        }
    }
}
