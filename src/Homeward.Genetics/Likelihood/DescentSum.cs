using Homeward.Genetics.Likelihood.Urn;

namespace Homeward.Genetics.Likelihood;

/// <summary>
/// The open part under theta, as a sum over descents: who drew which allele of each parent, back to the founders. Given
/// that, each founder allele has descendants of its own, and the likelihood is a product of one linear function of the
/// frequencies a founder allele, whose mean over subpopulations is known. docs/math/theta.md derives it.
/// </summary>
/// <remarks>
/// People are walked through descendants first; what lies below somebody is worked out once for all choices above.
/// </remarks>
sealed class DescentSum
{
    const int MostFounderAlleles = 13;
    const double PriceOfPopulation = 4000;                       // multiply–adds, see EliminationProgram

    readonly int _states;
    readonly double _mass;
    readonly List<Transmitter> _people = [];                     // descendants first
    readonly List<(Gamete First, double[][] FirstBy, Gamete Second, double[][] SecondBy)> _phases = [];
    FrequencyProduct? _product;
    double _total;

    /// <summary>An allele drawn from an open person: by a child to be summed over, or by a known child.</summary>
    sealed class Gamete
    {
        /// <summary>Transitions to the child's allele; null when the child is known.</summary>
        public double[]? Transitions { get; init; }

        /// <summary>P(what is below | the allele drawn); null when nothing is.</summary>
        public double[]? Below { get; set; }
    }

    /// <summary>An open person, with the gametes drawn from it and those it was made of.</summary>
    sealed class Transmitter(int alleles, bool isFounder, int states)
    {
        public int Alleles => alleles;
        public bool IsFounder => isFounder;
        public List<Gamete> Drawn { get; } = [];

        /// <summary>For each allele the gamete it came in; null when it came from somebody settled.</summary>
        public Gamete?[] From { get; } = new Gamete?[alleles];

        /// <summary>Distribution of an allele that came from somebody settled.</summary>
        public double[]?[] Passed { get; } = new double[]?[alleles];

        /// <summary>
        /// P(reading | alleles) as a sum of products of a function of each: of the ways in which the allele read can be
        /// there. One empty way when nothing was read.
        /// </summary>
        public (double[] First, double[] Second)[] Readings { get; set; } = [([], [])];

        public double[][] Room { get; } = [new double[states], new double[states]];

        /// <summary>Choices that matter: a founder's alleles are alike, so its first gamete draws the first.</summary>
        public int FreeChoices => alleles == 1 ? 0 : Math.Max(0, Drawn.Count - (isFounder ? 1 : 0));
    }

    public DescentSum(MarkerEvidence evidence, LumpedMarker marker, FounderDraw draw, Theta theta)
    {
        (_states, _mass) = (marker.Count, draw.Mass);
        var family = evidence.Family;
        var people = new Transmitter?[family.Count];
        foreach (var person in family.AncestorsFirst)
        {
            if (evidence.Members[person].Role != Role.Open) continue;
            people[person] = new(evidence.AllelesOf(person), family.IsFounder(person), _states);
            if (evidence.Members[person].IsTyped) people[person]!.Readings = ReadingsOf(evidence, marker, person);
        }
        var known = new KnownPart(evidence, theta);
        foreach (var person in family.AncestorsFirst)
        {
            if (family.IsFounder(person)) continue;
            if (people[person] is { } open) AddOpen(open, person, evidence, known, draw);
            else if (evidence.Members[person].Role == Role.Known) AddKnown(person, evidence, known, draw);
        }
        for (var at = family.AncestorsFirst.Length - 1; at >= 0; at--)
            if (people[family.AncestorsFirst[at]] is { } open) _people.Add(open);

        void AddOpen(Transmitter open, int person, in MarkerEvidence given, in KnownPart settled, in FounderDraw drawn)
        {
            if (open.Alleles == 2) Receive(0, given.Family.FatherOf(person), given, settled, drawn);
            Receive(open.Alleles - 1, given.Family.MotherOf(person), given, settled, drawn);

            void Receive(
                int allele, int parent, in MarkerEvidence given, in KnownPart settled, in FounderDraw drawn)
            {
                if (people[parent] is { } from)
                {
                    from.Drawn.Add(open.From[allele] = new() { Transitions = TransitionsOf(marker, parent, given) });
                    return;
                }
                var passed = open.Passed[allele] = new double[_states];
                for (var i = 0; i < given.Marker.StateCount; i++)
                    passed[marker.StateOf[i]] += settled.Passed(parent, person, i, drawn);
            }
        }

        void AddKnown(int child, in MarkerEvidence given, in KnownPart settled, in FounderDraw drawn)
        {
            var (father, mother) = (given.Family.FatherOf(child), given.Family.MotherOf(child));
            var fromFather = given.HasPaternalAllele(child) ? people[father] : null;
            var (a, b) = (given.Members[child].A, given.Members[child].B);
            if (fromFather is { } left && people[mother] is { } right)
            {
                var (first, second) = (new Gamete(), new Gamete());
                left.Drawn.Add(first);
                right.Drawn.Add(second);
                var (male, female) = (TransitionsOf(marker, father, given), TransitionsOf(marker, mother, given));
                var (passA, passB) = (Column(marker, male, a), Column(marker, female, b));
                _phases.Add(a == b
                    ? (first, [passA], second, [passB])
                    : (first, [passA, Column(marker, male, b)], second, [passB, Column(marker, female, a)]));
                return;
            }
            var (parent, other) = fromFather is null ? (mother, father) : (father, mother);
            if (people[parent] is not { } one) return;
            var transitions = TransitionsOf(marker, parent, given);
            var below = Column(marker, transitions, a);
            if (given.HasPaternalAllele(child))
            {
                var (withA, withB) = (settled.Passed(other, child, b, drawn), settled.Passed(other, child, a, drawn));
                var second = Column(marker, transitions, b);
                for (var i = 0; i < _states; i++) below[i] = below[i] * withA + (a == b ? 0 : second[i] * withB);
            }
            one.Drawn.Add(new() { Below = below });
        }
    }

    static double[] TransitionsOf(LumpedMarker marker, int parent, in MarkerEvidence evidence) =>
        evidence.Family.SexOf(parent) == Pedigrees.Sex.Male ? marker.Male : marker.Female;

    /// <summary>P(an allele is handed on | the parent's allele).</summary>
    static double[] Column(LumpedMarker marker, double[] transitions, int allele) =>
        [.. Enumerable.Range(0, marker.Count).Select(it => transitions[it * marker.Count + marker.StateOf[allele]])];

    /// <summary>Whether this is possible, and less work than so many subpopulations.</summary>
    public static bool IsShorter(MarkerEvidence evidence, int states, double populations)
    {
        if (evidence.Forced is not null || evidence.Kept >= 0) return false;
        var (choices, founderAlleles, sets, partings) = (0, 0, 1.0, 1.0);
        foreach (var person in evidence.Family.AncestorsFirst)
        {
            var member = evidence.Members[person];
            var isFounder = evidence.Family.IsFounder(person);
            if (member.Role == Role.Known && !isFounder && member.A != member.B) choices++;
            if (member.Role != Role.Open) continue;
            if (member.IsTyped) choices++;
            var alleles = evidence.AllelesOf(person);
            if (alleles == 2) choices += member.Gametes - (isFounder ? 1 : 0);
            if (!isFounder) continue;
            founderAlleles += alleles;
            // A second allele is drawn from unless all gametes came from the first.
            var isDrawn = alleles == 1 ? 0 : member.IsTyped ? 1 : 1 - Math.Pow(0.5, member.Gametes - 1);
            (sets, partings) = (sets * 2 * (1 + isDrawn), partings * 3 * (1 + 2 * isDrawn));
        }
        if (founderAlleles > MostFounderAlleles) return false;
        // Sets of functions are multiplied four states at a time; the last function is parted once only.
        var price = Math.Pow(2, choices) * (sets * states / 4 + partings / 6);
        return price < populations * PriceOfPopulation && price < Elimination.EliminationProgram.HighestPrice;
    }

    /// <param name="population">Distribution of a founder allele, given those known.</param>
    public double Total(double[] population)
    {
        var most = _people.Sum(it => it.IsFounder ? it.Alleles : 0);
        (_product, _total) = (new(population, _mass, most), 0);
        Phase(0);
        return _total;
    }

    /// <summary>The first allele is the one read, the second any; or only the second is the one read.</summary>
    static (double[] First, double[] Second)[] ReadingsOf(MarkerEvidence evidence, LumpedMarker marker, int person)
    {
        Span<bool> seen = stackalloc bool[evidence.Marker.StateCount];
        seen.Clear();
        evidence.MarkSeen(person, seen);
        var read = seen.IndexOf(true);
        var isRead = new double[marker.Count];
        var (beside, other) = (new double[marker.Count], new double[marker.Count]);
        for (var allele = 0; allele < seen.Length; allele++)
        {
            beside[marker.StateOf[allele]] = evidence.Emitted(person, read, allele);
            if (allele != read) other[marker.StateOf[allele]] = evidence.Emitted(person, allele, read);
        }
        isRead[marker.StateOf[read]] = 1;
        return [(isRead, beside), (other, isRead)];
    }

    /// <summary>Both ways in which a known child's alleles can have come from two open parents.</summary>
    void Phase(int at)
    {
        if (at == _phases.Count)
        {
            Descend(0, 1, null);
            return;
        }
        var (first, firstBy, second, secondBy) = _phases[at];
        for (var way = 0; way < firstBy.Length; way++)
        {
            (first.Below, second.Below) = (firstBy[way], secondBy[way]);
            Phase(at + 1);
        }
    }

    /// <summary>All ways in which gametes can have drawn from a person and from those after it.</summary>
    /// <param name="at">Index of the person.</param>
    /// <param name="weight">Probability of everything chosen and settled before.</param>
    /// <param name="last">The latest founder allele's function, not yet a factor of the product.</param>
    void Descend(int at, double weight, double[]? last)
    {
        if (at == _people.Count)
        {
            _total += weight * (last is null ? _product!.Mean : _product!.MeanWith(last));
            return;
        }
        var person = _people[at];
        var half = person.Alleles == 1 ? 1.0 : Math.Pow(0.5, person.FreeChoices);
        var factors = _product!.Count;
        for (var choice = 0; choice < person.Readings.Length << person.FreeChoices; choice++)
        {
            var (product, latest) = (weight * half, last);
            for (var allele = 0; allele < person.Alleles; allele++)
            {
                var below = Below(person, allele, choice);
                if (!person.IsFounder) product *= Receive(person, allele, below);
                else if (below is not null)
                {
                    if (latest is not null) _product.Push(latest);
                    latest = below;
                }
            }
            if (product > 0) Descend(at + 1, product, latest);
            _product.PopTo(factors);
        }
    }

    /// <summary>P(everything that descends from this allele | the allele); null when nothing does.</summary>
    static double[]? Below(Transmitter person, int allele, int choice)
    {
        double[]? result = null;
        var (first, second) = person.Readings[choice >> person.FreeChoices];
        if (first.Length > 0) Multiply(allele == 0 ? first : second);
        for (var i = 0; i < person.Drawn.Count; i++)
        {
            var bit = i - (person.Drawn.Count - person.FreeChoices);
            var drawnFrom = person.Alleles == 1 || bit < 0 ? 0 : choice >> bit & 1;
            if (drawnFrom == allele && person.Drawn[i].Below is { } below) Multiply(below);
        }
        return result;

        void Multiply(double[] by)
        {
            if (result is null) by.CopyTo(result = person.Room[allele], 0);
            else
                for (var state = 0; state < by.Length; state++) result[state] *= by[state];
        }
    }

    /// <summary>Hands what is below an allele up to the gamete it came in, or settles it.</summary>
    double Receive(Transmitter person, int allele, double[]? below)
    {
        if (person.From[allele] is { } gamete)
        {
            gamete.Below = below is null ? null : Before(gamete.Transitions!, below, gamete.Below);
            return 1;
        }
        return below is null ? 1 : FrequencyProduct.Dot(person.Passed[allele]!, below);
    }

    double[] Before(double[] transitions, double[] below, double[]? room)
    {
        room ??= new double[_states];
        for (var from = 0; from < _states; from++)
            room[from] = FrequencyProduct.Dot(transitions.AsSpan(from * _states, _states), below);
        return room;
    }
}
