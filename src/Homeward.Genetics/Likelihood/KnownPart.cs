namespace Homeward.Genetics.Likelihood;

/// <summary>
/// The part of a likelihood that certain genotypes settle: founders' draws, and gametes between known people.
/// </summary>
readonly ref struct KnownPart(MarkerEvidence evidence, Theta theta)
{
    readonly MarkerEvidence _evidence = evidence;

    /// <summary>Members that must still be summed over; meaningful after <see cref="Product"/>.</summary>
    public int OpenCount
    {
        get
        {
            var open = 0;
            foreach (var member in _evidence.Members)
                if (member.Role == Role.Open) open++;
            return open;
        }
    }

    public ScaledNumber Product(ref FounderDraw draw)
    {
        var product = new ScaledNumber(1);
        foreach (var person in _evidence.Family.AncestorsFirst)
            if (_evidence.Members[person].Role == Role.Known && _evidence.Family.IsFounder(person))
                product *= DrawnFounder(person, ref draw);
        OpenLoneFoundersUnderTheta();
        foreach (var person in _evidence.Family.AncestorsFirst)
            if (_evidence.Members[person].Role == Role.Known && IsSettledChild(person))
                product *= Received(person, draw);
        return product;
    }

    double DrawnFounder(int person, ref FounderDraw draw)
    {
        var member = _evidence.Members[person];
        var first = draw.Next(member.A);
        if (_evidence.IsSingle(person)) return first;
        return first * draw.Next(member.B) * (member.A == member.B ? 1 : 2);
    }

    /// <summary>
    /// Without theta each lone founder's gamete is an independent draw. With it only a single one is, given the known
    /// founders; several are drawn from one urn and must be summed over together.
    /// </summary>
    void OpenLoneFoundersUnderTheta()
    {
        if (theta.Value == 0) return;
        var (lone, open) = (0, 0);
        foreach (var person in _evidence.Family.AncestorsFirst)
        {
            if (!_evidence.Family.IsFounder(person)) continue;
            if (_evidence.Members[person].Role == Role.Lone) lone++;
            if (_evidence.Members[person].Role == Role.Open) open++;
        }
        // Somebody unrelated beside the family is drawn from the same urn.
        if (lone == 1 && open == 0 && !_evidence.IsKeptUnrelated) return;
        foreach (ref var member in _evidence.Members)
            if (member.Role == Role.Lone) member.Role = Role.Open;
    }

    bool IsSettledChild(int person)
    {
        var family = _evidence.Family;
        if (family.IsFounder(person) || IsOpen(family.MotherOf(person))) return false;
        return !_evidence.HasPaternalAllele(person) || !IsOpen(family.FatherOf(person));
    }

    bool IsOpen(int person) => _evidence.Members[person].Role == Role.Open;

    /// <summary>P(the child's genotype), each parent known or lone.</summary>
    double Received(int person, in FounderDraw draw)
    {
        var (a, b) = (_evidence.Members[person].A, _evidence.Members[person].B);
        var mother = _evidence.Family.MotherOf(person);
        if (!_evidence.HasPaternalAllele(person)) return Passed(mother, person, a, draw);
        var father = _evidence.Family.FatherOf(person);
        var probability = Passed(father, person, a, draw) * Passed(mother, person, b, draw);
        return a == b ? probability : probability + Passed(father, person, b, draw) * Passed(mother, person, a, draw);
    }

    /// <summary>Probability that a known or lone parent passes an allele on to a child.</summary>
    public double Passed(int parent, int child, int allele, in FounderDraw draw)
    {
        var member = _evidence.Members[parent];
        var marker = _evidence.Marker;
        var transitions = _evidence.Transitions(parent, child);
        var states = marker.StateCount;
        if (member.Role == Role.Known)
        {
            var first = transitions[member.A * states + allele];
            return member.A == member.B ? first : 0.5 * (first + transitions[member.B * states + allele]);
        }
        if (theta.Value == 0 && ReferenceEquals(transitions, marker.Transitions(male: true)))
            return marker.MaleGamete[allele];
        if (theta.Value == 0 && ReferenceEquals(transitions, marker.Transitions(male: false)))
            return marker.FemaleGamete[allele];
        var passed = 0.0;
        for (var from = 0; from < states; from++)
            passed += draw.Probability(from) * transitions[from * states + allele];
        return passed;
    }

    /// <summary>
    /// The kept member's table when nobody else is open: a child of two settled parents, or somebody unrelated. It
    /// equals what summing out would give.
    /// </summary>
    public bool TryTable(in FounderDraw draw, out double[] table)
    {
        table = [];
        var kept = _evidence.Kept;
        if (_evidence.IsKeptUnrelated)
        {
            if (OpenCount == 0) table = FounderTable(draw);
            return OpenCount == 0;
        }
        if (OpenCount > 1 || _evidence.Members[kept] is { Gametes: > 0 } or { IsTyped: true }) return false;
        var count = _evidence.Marker.StateCount;
        var maternal = Gametes(_evidence.Family.MotherOf(kept), draw);
        if (!_evidence.HasPaternalAllele(kept))
        {
            table = maternal;
            return true;
        }
        var paternal = Gametes(_evidence.Family.FatherOf(kept), draw);
        table = new double[count * count];
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
                table[i * count + j] = paternal[i] * maternal[j];
        return true;
    }

    double[] FounderTable(in FounderDraw draw)
    {
        var count = _evidence.Marker.StateCount;
        var isSingle = _evidence.IsSingle(_evidence.Kept);
        var table = new double[isSingle ? count : count * count];
        for (var i = 0; i < count; i++)
        {
            var first = draw.Probability(i);
            if (isSingle) table[i] = first;
            else
                for (var j = 0; j < count; j++) table[i * count + j] = first * draw.ProbabilityAfter(i, j);
        }
        return table;
    }

    /// <summary>What a settled parent passes on to the kept child, by allele.</summary>
    double[] Gametes(int parent, in FounderDraw draw)
    {
        var passed = new double[_evidence.Marker.StateCount];
        for (var allele = 0; allele < passed.Length; allele++)
            passed[allele] = Passed(parent, _evidence.Kept, allele, draw);
        return passed;
    }
}
