using System.Collections.Concurrent;
using Homeward.Genetics.Likelihood.Elimination;

namespace Homeward.Genetics.Likelihood;

/// <summary>The part of a likelihood that must be summed over: everybody without a certain genotype, and their children.</summary>
/// <remarks>
/// Variables: each open member's alleles (paternal and maternal, or one), and for a known heterozygote with two open
/// parents which allele came from the father. One table a gamete and one a doubtful reading.
/// </remarks>
readonly ref struct OpenPart
{
    const int TypicalStates = 16;                                // alleles of a marker, for planning only
    readonly MarkerEvidence _evidence;
    readonly FounderDraw _draw;
    readonly Theta _theta;
    readonly ConcurrentDictionary<string, Plan> _plans;
    readonly LumpedMarker _marker;
    readonly Scratch _scratch = Scratch.Fresh();
    readonly List<Factor> _factors = [];
    readonly List<int> _stateCounts = [];
    readonly List<int> _typicalCounts = [];
    readonly List<(int First, int Alleles)> _founders = [];      // variables of each open founder
    readonly int[] _slot;                                        // first variable of each open member

    public OpenPart(
        MarkerEvidence evidence, FounderDraw draw, Theta theta, ConcurrentDictionary<string, Plan> plans)
    {
        _evidence = evidence;
        _draw = draw;
        _theta = theta;
        _plans = plans;
        _marker = Lumped();
        _slot = new int[evidence.Members.Length];
        foreach (var person in evidence.Family.AncestorsFirst)
            if (evidence.Members[person].Role == Role.Open) AddOpen(person);
        foreach (var person in evidence.Family.AncestorsFirst)
            if (evidence.Members[person].Role == Role.Known && !evidence.Family.IsFounder(person)) AddKnownChild(person);
    }

    public ScaledNumber Number()
    {
        var total = default(ScaledNumber);
        foreach (var (partition, probability) in Partitions())
        {
            var network = Eliminated(partition, keep: []);
            var (mantissa, exponent) = network.Number();
            total += new ScaledNumber(mantissa, exponent) * probability;
        }
        return total;
    }

    /// <summary>For the kept member: see <see cref="PedigreeLikelihood.Table"/>.</summary>
    public (double[] Table, long Exponent) Table()
    {
        var first = _slot[_evidence.Kept];
        var second = _evidence.IsSingle(_evidence.Kept) ? first : first + 1;
        var parts = new List<(double[] Table, long Exponent)>();
        foreach (var (partition, probability) in Partitions())
        {
            var names = NamesUnder(partition);
            var network = Eliminated(partition, keep: [names[first], names[second]]);
            var (table, exponent) = network.TableOver(names[first], names[second]);
            for (var i = 0; i < table.Length; i++) table[i] *= probability;
            parts.Add((table, exponent));
        }
        var (sum, largest) = (new double[parts[0].Table.Length], parts.Max(it => it.Exponent));
        foreach (var (table, exponent) in parts)
            for (var i = 0; i < sum.Length; i++)
                sum[i] += Math.ScaleB(table[i], (int)Math.Max(exponent - largest, -5000));
        return (first == second ? DiagonalOf(sum) : sum, largest);
    }

    static double[] DiagonalOf(double[] table)
    {
        var size = (int)Math.Sqrt(table.Length);
        var diagonal = new double[size];
        for (var i = 0; i < size; i++) diagonal[i] = table[i * size + i];
        return diagonal;
    }

    LumpedMarker Lumped()
    {
        var marker = _evidence.Marker;
        Span<bool> seen = stackalloc bool[marker.StateCount];
        seen.Clear();
        if (_evidence.Kept >= 0 || _evidence.Forced is not null) seen.Fill(true);
        if (marker.HasSilent) seen[^1] = true;
        foreach (var person in _evidence.Family.AncestorsFirst)
            _evidence.MarkSeen(person, seen);
        return LumpedMarker.Of(marker, seen);
    }

    bool IsOpen(int person) => _evidence.Members[person].Role == Role.Open;

    int AddVariable(int states, int typicalStates)
    {
        _stateCounts.Add(states);
        _typicalCounts.Add(typicalStates);
        return _stateCounts.Count - 1;
    }

    void AddOpen(int person)
    {
        var member = _evidence.Members[person];
        var isFounder = _evidence.Family.IsFounder(person);
        // A founder who hands on one allele and shows none needs only that one.
        var isHalf = isFounder && member.Gametes == 1 && !member.IsTyped && person != _evidence.Kept;
        var alleles = _evidence.IsSingle(person) || isHalf ? 1 : 2;
        _slot[person] = AddVariable(_marker.Count, TypicalStates);
        if (alleles == 2) AddVariable(_marker.Count, TypicalStates);
        if (isFounder) _founders.Add((_slot[person], alleles));
        else AddInherited(person, alleles);
        if (member.IsTyped) AddReading(person, alleles);
    }

    void AddInherited(int person, int alleles)
    {
        var family = _evidence.Family;
        if (alleles == 2) AddGamete(family.FatherOf(person), person, _slot[person]);
        AddGamete(family.MotherOf(person), person, _slot[person] + alleles - 1);
    }

    /// <summary>P(allele received | the parent's alleles), over the parent's alleles if the parent is open.</summary>
    void AddGamete(int parent, int child, int variable)
    {
        if (IsOpen(parent))
        {
            var (transitions, weight) = Transitions(parent, child);
            var cells = Array.ConvertAll(transitions, it => it * weight);
            _factors.Add(new([AxisOf(parent), Axis.Of(variable)], cells, SumsToOneOver: SumsToOneOver(child, variable)));
            return;
        }
        var passed = new double[_marker.Count];
        var known = new KnownPart(_evidence, _theta);
        for (var allele = 0; allele < _evidence.Marker.StateCount; allele++)
            passed[_marker.StateOf[allele]] += known.Passed(parent, child, allele, _draw);
        _factors.Add(new([Axis.Of(variable)], passed, SumsToOneOver: SumsToOneOver(child, variable)));
    }

    /// <summary>Transitions of an open parent's meiosis, and the chance of each of the parent's alleles to be passed on.</summary>
    (double[] Cells, double Weight) Transitions(int parent, int child)
    {
        var transitions = _evidence.Forced?.Child == child
            ? _evidence.Transitions(parent, child)
            : _evidence.Family.SexOf(parent) == Pedigrees.Sex.Male ? _marker.Male : _marker.Female;
        return (transitions, AxisOf(parent).Plain >= 0 ? 1 : 0.5);
    }

    /// <summary>A gamete's distribution sums to 1, unless it was replaced by something that need not.</summary>
    int SumsToOneOver(int child, int variable) => _evidence.Forced?.Child == child ? -1 : variable;

    Axis AxisOf(int person)
    {
        var slot = _slot[person];
        var isHalf = _founders.Exists(it => it.First == slot && it.Alleles == 1);
        return isHalf || _evidence.IsSingle(person)
            ? Axis.Of(slot) : Axis.Of(slot, slot + 1);
    }

    void AddReading(int person, int alleles)
    {
        var visible = _evidence.Marker.StateCount;
        var states = _marker.Count;
        var cells = new double[alleles == 2 ? states * states : states];
        for (var x = 0; x < visible; x++)
        {
            var i = _marker.StateOf[x];
            if (alleles == 1) cells[i] = _evidence.Emitted(person, x, x);
            else
                for (var y = 0; y < visible; y++)
                    cells[i * states + _marker.StateOf[y]] = _evidence.Emitted(person, x, y);
        }
        _factors.Add(alleles == 1
            ? new([Axis.Of(_slot[person])], cells)
            : new([Axis.Of(_slot[person]), Axis.Of(_slot[person] + 1)], cells));
    }

    /// <summary>A child of certain genotype and at least one open parent.</summary>
    void AddKnownChild(int person)
    {
        var family = _evidence.Family;
        var (father, mother) = (family.FatherOf(person), family.MotherOf(person));
        var hasFather = _evidence.HasPaternalAllele(person);
        if (!IsOpen(mother) && !(hasFather && IsOpen(father))) return;
        var (a, b) = (_evidence.Members[person].A, _evidence.Members[person].B);
        if (!hasFather) AddReceived(mother, person, [(a, 1)]);
        else if (IsOpen(father) && IsOpen(mother)) AddPhase(person, a, b);
        else
        {
            var (open, settled) = IsOpen(father) ? (father, mother) : (mother, father);
            var known = new KnownPart(_evidence, _theta);
            if (a == b) AddReceived(open, person, [(a, known.Passed(settled, person, a, _draw))]);
            else
                AddReceived(open, person,
                    [(a, known.Passed(settled, person, b, _draw)), (b, known.Passed(settled, person, a, _draw))]);
        }
    }

    /// <summary>Σ over the alleles of P(passed on by the open parent) · weight, as a table over the parent's alleles.</summary>
    void AddReceived(int parent, int child, ReadOnlySpan<(int Allele, double Weight)> received)
    {
        var (transitions, weight) = Transitions(parent, child);
        var cells = new double[_marker.Count];
        foreach (var (allele, times) in received)
            for (var from = 0; from < cells.Length; from++)
                cells[from] += weight * times * transitions[from * _marker.Count + _marker.StateOf[allele]];
        _factors.Add(new([AxisOf(parent)], cells));
    }

    /// <summary>Both parents open: a variable says whether the father passed on a or b.</summary>
    void AddPhase(int child, int a, int b)
    {
        var phases = a == b ? 1 : 2;
        var phase = AddVariable(phases, 2);
        AddPassed(_evidence.Family.FatherOf(child), child, phase, [a, b], phases);
        AddPassed(_evidence.Family.MotherOf(child), child, phase, [b, a], phases);
    }

    void AddPassed(int parent, int child, int phase, ReadOnlySpan<int> alleleByPhase, int phases)
    {
        var (transitions, weight) = Transitions(parent, child);
        var cells = new double[_marker.Count * phases];
        for (var from = 0; from < _marker.Count; from++)
            for (var i = 0; i < phases; i++)
                cells[from * phases + i] =
                    weight * transitions[from * _marker.Count + _marker.StateOf[alleleByPhase[i]]];
        _factors.Add(new([AxisOf(parent), Axis.Of(phase)], cells));
    }

    /// <summary>The ways in which open founder alleles can be copies of each other, with their probabilities.</summary>
    List<(FounderPartition? Partition, double Probability)> Partitions()
    {
        if (_theta.Value == 0 || _founders.Count == 0) return [(null, 1)];
        var open = _founders.Sum(it => it.Alleles);
        if (open > FounderPartition.MostAlleles) throw new LikelihoodTooLargeException(open);
        var mass = _draw.Mass;
        return [.. FounderPartition.All([.. _founders.Select(it => it.Alleles)])
            .Select(it => ((FounderPartition?)it, it.Probability(mass)))];
    }

    /// <summary>For each variable the one that stands for it: founder alleles of one block are one variable.</summary>
    int[] NamesUnder(FounderPartition? partition)
    {
        var names = Enumerable.Range(0, _stateCounts.Count).ToArray();
        if (partition is null) return names;
        var blocks = new int[partition.BlockCount];
        Array.Fill(blocks, -1);
        var at = 0;
        foreach (var (first, alleles) in _founders)
            for (var variable = first; variable < first + alleles; variable++, at++)
            {
                ref var block = ref blocks[partition.BlockOf[at]];
                if (block < 0) block = variable;
                names[variable] = block;
            }
        return names;
    }

    Network Eliminated(FounderPartition? partition, int[] keep)
    {
        _scratch.Clear();
        var names = NamesUnder(partition);
        var factors = new List<Factor>(_factors.Count + 2 * _founders.Count);
        foreach (var factor in _factors)
            factors.Add(partition is null
                ? factor
                : factor with { Axes = Array.ConvertAll(factor.Axes, it => it.Renamed(names)) });
        var population = PopulationAfterKnown();
        foreach (var (first, alleles) in _founders)
            for (var variable = first; variable < first + alleles; variable++)
                if (names[variable] == variable)
                    factors.Add(new([Axis.Of(variable)], population, SumsToOneOver: variable));
        var network = new Network(factors, [.. _stateCounts], _scratch);
        foreach (var (variable, expand) in PlanFor(partition, names, factors, keep).Steps)
            network.Eliminate(variable, expand);
        return network;
    }

    /// <summary>Distribution of a founder allele that is not a copy of another open one.</summary>
    double[] PopulationAfterKnown()
    {
        if (_theta.Value == 0 || _draw.Count == 0) return _marker.Founder;
        var population = new double[_marker.Count];
        for (var allele = 0; allele < _evidence.Marker.StateCount; allele++)
            population[_marker.StateOf[allele]] += _draw.Probability(allele);
        return population;
    }

    Plan PlanFor(FounderPartition? partition, int[] names, List<Factor> factors, int[] keep)
    {
        var key = KeyOf(partition);
        if (_plans.TryGetValue(key, out var known)) return known;
        var variables = Enumerable.Range(0, names.Length).Where(it => names[it] == it).Except(keep).ToArray();
        return _plans.GetOrAdd(key, Plan.For(factors, [.. _typicalCounts], variables));
    }

    /// <summary>What the shape of the network depends on: roles, kept member, chromosome, and copies among founders.</summary>
    string KeyOf(FounderPartition? partition)
    {
        var members = _evidence.Members;
        var key = new System.Text.StringBuilder(members.Length + 24);
        if (_evidence.Forced is { } forced) key.Append('F').Append(forced.Child).Append('.');
        foreach (var member in members) key.Append((char)('0' + (int)member.Role * 2 + (member.IsTyped ? 1 : 0)));
        key.Append(_evidence.Marker.IsX ? 'X' : 'A').Append(_evidence.Kept);
        if (partition is not null)
            foreach (var block in partition.BlockOf) key.Append((char)('a' + block));
        return key.ToString();
    }
}
