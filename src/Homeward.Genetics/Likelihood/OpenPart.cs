using Homeward.Genetics.Likelihood.Elimination;
using Homeward.Genetics.Likelihood.Urn;

namespace Homeward.Genetics.Likelihood;

/// <summary>
/// The part of a likelihood that must be summed over: everybody without a certain genotype, and their children.
/// </summary>
/// <remarks>
/// Variables: each open member's alleles (paternal and maternal, or one), and for a known child of two open parents
/// which allele came from the father. One table a gamete and one a doubtful reading. The same walk over the members
/// lays out the shape, once, and fills the tables, for each marker.
/// </remarks>
ref struct OpenPart
{
    const double SmallestSum = 1e-200;                           // below it terms may have been lost to underflow
    const long MostExponent = 1 << 30;                           // beyond this a table is nothing but zeros

    readonly MarkerEvidence _evidence;
    readonly FounderDraw _draw;
    readonly Theta _theta;
    readonly LumpedMarker _marker;
    readonly OpenShape _shape;
    readonly KeptChild? _child;                                  // left out, to be made from its parents
    Span<double> _inputs;                                        // the tables not yet filled; empty while laying out

    public OpenPart(MarkerEvidence evidence, FounderDraw draw, Theta theta)
    {
        _evidence = evidence;
        _draw = draw;
        _theta = theta;
        _child = KeptChild.LeaveOut(evidence);
        _marker = Lumped();
        _inputs = [];
        var form = Form();
        _shape = OpenShape.Find(form, _marker.Count) ?? LaidOut(form);
        FillInputs();
    }

    public readonly ScaledNumber Number()
    {
        if (_theta.Value == 0 || _shape.FounderAlleles.Count == 0) return _shape.Program(null).Run();
        var hasFewPartitions = _shape.HasFewPartitions(out var partitions);
        var runs = hasFewPartitions ? partitions.Count : _shape.CountOfPopulations;
        if (DescentSum.IsShorter(_evidence, _marker.Count, runs)
            && new DescentSum(_evidence, _marker, _draw, _theta).Total(Population()) is > SmallestSum and var sum)
            return new(sum);
        var total = default(ScaledNumber);
        if (hasFewPartitions)
        {
            for (var i = 0; i < partitions.Count; i++)
                total += _shape.Program(i, partitions[i], null).Run() * partitions[i].Probability(_draw.Mass);
            return total;
        }
        var program = _shape.RepeatedProgram(null);
        var prepared = program.Prepare();
        foreach (var (frequencies, weight) in _shape.Subpopulations(Population(), _draw.Mass, 0, program))
            total += program.RunWith(frequencies, prepared) * weight;
        return total;
    }

    /// <summary>For the kept member: see <see cref="PedigreeLikelihood.Table"/>.</summary>
    public readonly (double[] Table, long Exponent) Table()
    {
        if (_evidence.IsKeptUnrelated)
            return new UnrelatedDraw(_shape, Population(), _draw, _theta).Table(_evidence.IsSingle(_evidence.Kept));
        var (sum, exponent) = Kept();
        return (_child is null ? sum : KeptChild.Received(sum, _marker), exponent);
    }

    /// <summary>Over the kept member's alleles, or over those that its parents pass on.</summary>
    readonly (double[] Table, long Exponent) Kept()
    {
        var isSingle = _child is null && _evidence.IsSingle(_evidence.Kept);
        var sum = new double[isSingle ? _marker.Count : _marker.Count * _marker.Count];
        if (_theta.Value == 0 || _shape.FounderAlleles.Count == 0)
            return (sum, AddAll(sum, 0, -1, null, 1));
        long exponent = long.MinValue / 2;
        if (_shape.HasFewPartitions(out var partitions))
        {
            for (var i = 0; i < partitions.Count; i++)
                exponent = AddAll(sum, exponent, i, partitions[i], partitions[i].Probability(_draw.Mass));
            return (sum, Math.Max(exponent, -MostExponent));
        }
        var (first, second, _) = PairsOf(-1, null).First();
        var program = _shape.Program(-1, null, (first, second));
        foreach (var (frequencies, weight) in _shape.Subpopulations(Population(), _draw.Mass, 0, program))
        {
            program.PutPopulation(frequencies);
            exponent = AddAll(sum, exponent, -1, null, weight);
        }
        return (sum, Math.Max(exponent, -MostExponent));
    }

    /// <summary>The two variables that are kept, or each two that may be passed on.</summary>
    readonly IEnumerable<(int First, int Second, double Share)> PairsOf(int number, FounderPartition? partition)
    {
        if (_child is { } child) return child.Pairs(_shape, _shape.Alike(number, partition));
        var first = _shape.Slot(_evidence.Kept);
        return [(first, _evidence.IsSingle(_evidence.Kept) ? first : first + 1, 1)];
    }

    readonly long AddAll(double[] sum, long exponent, int number, FounderPartition? partition, double weight)
    {
        foreach (var (first, second, share) in PairsOf(number, partition))
            exponent = Add(sum, exponent, number, partition, (first, second), weight * share);
        return exponent;
    }

    /// <summary>Adds one partition's table to a sum that is scaled by 2^exponent; returns the new exponent.</summary>
    readonly long Add(
        double[] sum,
        long exponent,
        int number,
        FounderPartition? partition,
        (int First, int Second) keep,
        double weight)
    {
        var program = _shape.Program(number, partition, keep);
        var scale = program.Run() * weight;
        if (scale.Mantissa == 0) return exponent;
        var arena = EliminationProgram.Arena(program.ArenaSize);
        var larger = Math.Max(exponent, scale.Exponent);
        if (larger > exponent)
            foreach (ref var cell in sum.AsSpan()) cell = Math.ScaleB(cell, (int)Math.Max(exponent - larger, -5000));
        var factor = Math.ScaleB(scale.Mantissa, (int)Math.Max(scale.Exponent - larger, -5000));
        var isDiagonal = keep.First != keep.Second && _shape.AreOne(partition, keep.First, keep.Second);
        var count = isDiagonal ? _marker.Count : sum.Length;
        for (var i = 0; i < count; i++)
            sum[isDiagonal ? i * (count + 1) : i] += factor * arena[program.Table + i];
        return larger;
    }

    readonly LumpedMarker Lumped()
    {
        var marker = _evidence.Marker;
        Span<bool> seen = stackalloc bool[marker.StateCount];
        seen.Clear();
        if (_evidence.Kept >= 0 || _evidence.Forced is not null) seen.Fill(true);
        if (marker.HasSilent) seen[^1] = true;
        foreach (var person in _evidence.Family.AncestorsFirst)
            _evidence.MarkSeen(person, seen);
        return LumpedMarker.Remembered(marker, seen);
    }

    /// <summary>
    /// What the shape depends on besides the number of states: pedigree, roles, kept member, chromosome.
    /// </summary>
    readonly string Form()
    {
        Span<char> roles = stackalloc char[_evidence.Members.Length];
        for (var i = 0; i < roles.Length; i++)
        {
            var member = _evidence.Members[i];
            roles[i] = (char)('0' + (int)member.Role * 2 + (member.IsTyped ? 1 : 0));
        }
        var forced = _evidence.Forced is { } meiosis ? meiosis.Child : -1;
        var chromosome = _evidence.Marker.IsX ? 'X' : 'A';
        return $"{_evidence.Family.Signature}{roles}{chromosome}{_evidence.Kept},{forced}";
    }

    OpenShape LaidOut(string form)
    {
        var shape = OpenShape.Begin(form, _marker.Count);
        Walk(shape);
        return shape.Finish();
    }

    void FillInputs()
    {
        _inputs = EliminationProgram.Arena(_shape.InputSize).AsSpan(0, _shape.InputSize);
        _inputs[(Recorder.One + 1)..].Clear();
        _inputs = _inputs[OpenShape.PopulationAddress..];
        Population().CopyTo(Next(_marker.Count));
        Walk(null);
    }

    /// <summary>Distribution of a founder allele that is not a copy of another open one.</summary>
    readonly double[] Population()
    {
        if (_theta.Value == 0 || _draw.Count == 0) return _marker.Founder;
        var population = new double[_marker.Count];
        for (var allele = 0; allele < _evidence.Marker.StateCount; allele++)
            population[_marker.StateOf[allele]] += _draw.Probability(allele);
        return population;
    }

    /// <summary>Visits every factor in a fixed order: to lay it out in the shape, or to fill its table.</summary>
    void Walk(OpenShape? shape)
    {
        foreach (var person in _evidence.Family.AncestorsFirst)
            if (IsOpen(person)) VisitOpen(person, shape);
        foreach (var person in _evidence.Family.AncestorsFirst)
            if (_evidence.Members[person].Role == Role.Known && !_evidence.Family.IsFounder(person))
                VisitKnownChild(person, shape);
    }

    readonly bool IsOpen(int person) => _evidence.Members[person].Role == Role.Open;

    /// <summary>The next table to fill.</summary>
    Span<double> Next(int size)
    {
        var table = _inputs[..size];
        _inputs = _inputs[size..];
        return table;
    }

    void VisitOpen(int person, OpenShape? shape)
    {
        var family = _evidence.Family;
        var alleles = _evidence.AllelesOf(person);
        shape?.AddMember(person, alleles, family.IsFounder(person));
        if (!family.IsFounder(person))
        {
            if (alleles == 2) VisitGamete(family.FatherOf(person), person, 0, shape);
            VisitGamete(family.MotherOf(person), person, alleles - 1, shape);
        }
        if (_evidence.Members[person].IsTyped) VisitReading(person, alleles, shape);
    }

    /// <summary>P(allele received | the parent's alleles), over the parent's alleles if the parent is open.</summary>
    void VisitGamete(int parent, int child, int allele, OpenShape? shape)
    {
        var states = _marker.Count;
        if (shape is not null)
        {
            var variable = shape.Slot(child) + allele;
            // A gamete's distribution sums to 1, unless it was replaced by something that need not.
            var sumsToOneOver = _evidence.Forced?.Child == child ? -1 : variable;
            if (IsOpen(parent))
            {
                var axis = shape.AxisOf(parent, _evidence.AllelesOf(parent));
                shape.AddFactor([axis, Axis.Of(variable)], states * states, sumsToOneOver);
            }
            else shape.AddFactor([Axis.Of(variable)], states, sumsToOneOver);
            return;
        }
        if (IsOpen(parent))
        {
            var (transitions, weight) = Transitions(parent, child);
            var table = Next(states * states);
            for (var i = 0; i < table.Length; i++) table[i] = weight * transitions[i];
            return;
        }
        var passed = Next(states);
        var known = new KnownPart(_evidence, _theta);
        for (var i = 0; i < _evidence.Marker.StateCount; i++)
            passed[_marker.StateOf[i]] += known.Passed(parent, child, i, _draw);
    }

    /// <summary>
    /// Transitions of an open parent's meiosis, and the chance of each of the parent's alleles to be passed on.
    /// </summary>
    readonly (double[] Cells, double Weight) Transitions(int parent, int child)
    {
        var transitions = _evidence.Forced?.Child == child
            ? _evidence.Transitions(parent, child)
            : _evidence.Family.SexOf(parent) == Pedigrees.Sex.Male ? _marker.Male : _marker.Female;
        return (transitions, _evidence.AllelesOf(parent) == 1 ? 1 : 0.5);
    }

    void VisitReading(int person, int alleles, OpenShape? shape)
    {
        var states = _marker.Count;
        if (shape is not null)
        {
            var slot = shape.Slot(person);
            if (alleles == 1) shape.AddFactor([Axis.Of(slot)], states);
            else shape.AddFactor([Axis.Of(slot), Axis.Of(slot + 1)], states * states);
            return;
        }
        var table = Next(alleles == 1 ? states : states * states);
        for (var x = 0; x < _evidence.Marker.StateCount; x++)
        {
            var i = _marker.StateOf[x];
            if (alleles == 1) table[i] = _evidence.Emitted(person, x, x);
            else
                for (var y = 0; y < _evidence.Marker.StateCount; y++)
                    table[i * states + _marker.StateOf[y]] = _evidence.Emitted(person, x, y);
        }
    }

    /// <summary>A child of certain genotype with at least one open parent.</summary>
    void VisitKnownChild(int person, OpenShape? shape)
    {
        var family = _evidence.Family;
        var (father, mother) = (family.FatherOf(person), family.MotherOf(person));
        var isFatherOpen = _evidence.HasPaternalAllele(person) && IsOpen(father);
        if (isFatherOpen && IsOpen(mother)) VisitPhase(person, shape);
        else if (isFatherOpen) VisitReceived(father, mother, person, shape);
        else if (IsOpen(mother))
            VisitReceived(mother, _evidence.HasPaternalAllele(person) ? father : -1, person, shape);
    }

    /// <summary>One parent open: a table over that parent's alleles, the other parent's part a number.</summary>
    void VisitReceived(int open, int settled, int child, OpenShape? shape)
    {
        if (shape is not null)
        {
            shape.AddFactor([shape.AxisOf(open, _evidence.AllelesOf(open))], _marker.Count);
            return;
        }
        var (a, b) = (_evidence.Members[child].A, _evidence.Members[child].B);
        var known = new KnownPart(_evidence, _theta);
        var table = Next(_marker.Count);
        if (settled < 0) AddReceived(table, open, child, a, 1);
        else
        {
            AddReceived(table, open, child, a, known.Passed(settled, child, b, _draw));
            if (a != b) AddReceived(table, open, child, b, known.Passed(settled, child, a, _draw));
        }
    }

    readonly void AddReceived(Span<double> table, int parent, int child, int allele, double times)
    {
        var (transitions, weight) = Transitions(parent, child);
        for (var from = 0; from < table.Length; from++)
            table[from] += weight * times * transitions[from * table.Length + _marker.StateOf[allele]];
    }

    /// <summary>
    /// Both parents open: a variable says whether the father passed on a or b. A homozygote has one phase only.
    /// </summary>
    void VisitPhase(int child, OpenShape? shape)
    {
        var family = _evidence.Family;
        var (father, mother) = (family.FatherOf(child), family.MotherOf(child));
        if (shape is not null)
        {
            var phase = Axis.Of(shape.AddPhase());
            shape.AddFactor([phase, shape.AxisOf(father, _evidence.AllelesOf(father))], 2 * _marker.Count);
            shape.AddFactor([phase, shape.AxisOf(mother, _evidence.AllelesOf(mother))], 2 * _marker.Count);
            return;
        }
        var (a, b) = (_evidence.Members[child].A, _evidence.Members[child].B);
        AddPassed(Next(2 * _marker.Count), father, child, a, b);
        AddPassed(Next(2 * _marker.Count), mother, child, b, a);
    }

    readonly void AddPassed(Span<double> table, int parent, int child, int first, int second)
    {
        var (transitions, weight) = Transitions(parent, child);
        for (var from = 0; from < _marker.Count; from++)
        {
            var row = transitions.AsSpan(from * _marker.Count, _marker.Count);
            table[from] = weight * row[_marker.StateOf[first]];
            if (first != second) table[_marker.Count + from] = weight * row[_marker.StateOf[second]];
        }
    }
}
