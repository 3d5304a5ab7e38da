using System.Collections.Concurrent;
using Homeward.Genetics.Likelihood.Elimination;
using Homeward.Genetics.Likelihood.Urn;

namespace Homeward.Genetics.Likelihood;

/// <summary>
/// Everything about the open part of a pedigree that does not depend on frequencies and readings: its variables, where
/// the tables of its factors lie, and the recorded eliminations. Shared by all pedigrees of the same form.
/// </summary>
sealed class OpenShape
{
    // A few hundred megabytes of instructions: beyond that everything is recorded anew as it is needed.
    const int MostInstructions = 500_000;
    const int PlannedStates = 10;
    const int Once = -1, Repeatedly = -2;                        // beside the numbers of partitions
    static readonly ConcurrentDictionary<string, OpenShape> Known = new(StringComparer.Ordinal);
    static readonly ConcurrentDictionary<(string Form, int Partition, int First, int Second), Plan> Plans = [];
    static int s_instructions;

    readonly ConcurrentDictionary<(int Partition, int First, int Second), EliminationProgram> _programs = [];
    readonly ConcurrentDictionary<int, FounderMeeting[]> _meetings = [];
    readonly ConcurrentDictionary<int, int[]> _alike = [];
    readonly List<Factor> _factors = [];
    readonly List<int> _stateCounts = [];
    readonly List<(int First, int Alleles)> _founders = [];
    readonly List<(int First, int Second)> _pairs = [];
    readonly Dictionary<int, int> _slots = [];
    readonly HashSet<int> _phases = [];
    readonly string _form;
    readonly int _states;

    OpenShape(string form, int states) => (_form, _states) = (form, states);

    /// <summary>
    /// Cells of the inputs: the number 1, the population, then the factors in the order they were added.
    /// </summary>
    public int InputSize { get; private set; }

    /// <summary>Where the distribution of a founder allele lies.</summary>
    public static int PopulationAddress => Recorder.One + 1;

    /// <summary>Alleles of each open founder that must be drawn, 1 or 2.</summary>
    public IReadOnlyList<int> FounderAlleles { get; private set; } = [];

    /// <summary>
    /// The ways in which the open founder alleles can be copies of each other; false when they are so many that a sum
    /// over subpopulations is shorter.
    /// </summary>
    public bool HasFewPartitions(out IReadOnlyList<FounderPartition> partitions)
    {
        var open = FounderAlleles.Sum();
        partitions = open > FounderPartition.MostAlleles ? [] : FounderPartition.All(FounderAlleles);
        return partitions.Count > 0 && partitions.Count <= FrequencyRule.CountFor(_states, open);
    }

    /// <summary>Over how many subpopulations the likelihood would be summed.</summary>
    public double CountOfPopulations => FrequencyRule.CountFor(_states, FounderAlleles.Sum());

    /// <summary>
    /// Frequencies and weights over which the likelihood without theta has the mean that it has with theta.
    /// </summary>
    /// <param name="population">Distribution of a founder allele, given those known.</param>
    /// <param name="mass">(1−θ)/θ plus the number of founder alleles already known.</param>
    /// <param name="beside">Alleles drawn from the same urn beside the family.</param>
    /// <param name="program">What will be run for each.</param>
    public IEnumerable<Subpopulation> Subpopulations(
        double[] population, double mass, int beside, EliminationProgram program)
    {
        var open = FounderAlleles.Sum();
        var rule = FrequencyRule.For(population, mass, open + beside);
        if (rule.Count * program.Price > EliminationProgram.HighestPrice)
            throw new LikelihoodTooLargeException(open, _states);
        return rule.Subpopulations();
    }

    /// <summary>The shape of a form of pedigree and a number of states; null when nobody has laid it out.</summary>
    public static OpenShape? Find(string form, int states) => Known.GetValueOrDefault(KeyOf(form, states));

    public static OpenShape Begin(string form, int states) =>
        new(form, states) { InputSize = PopulationAddress + states };

    /// <summary>Shares the shape, now that all its members and factors are in.</summary>
    public OpenShape Finish()
    {
        FounderAlleles = [.. _founders.Select(it => it.Alleles)];
        return Known.GetOrAdd(KeyOf(_form, _states), this);
    }

    static string KeyOf(string form, int states) => $"{form}/{states}";

    public void AddMember(int person, int alleles, bool isFounder)
    {
        _slots[person] = _stateCounts.Count;
        if (alleles == 2) _pairs.Add((_stateCounts.Count, _stateCounts.Count + 1));
        if (isFounder) _founders.Add((_stateCounts.Count, alleles));
        for (var i = 0; i < alleles; i++) _stateCounts.Add(_states);
    }

    /// <summary>A variable that says which allele of a heterozygote came from the father.</summary>
    public int AddPhase()
    {
        _phases.Add(_stateCounts.Count);
        _stateCounts.Add(2);
        return _stateCounts.Count - 1;
    }

    public int Slot(int person) => _slots[person];

    /// <summary>What a gamete of this person is drawn from.</summary>
    public Axis AxisOf(int person, int alleles) =>
        alleles == 1 ? Axis.Of(_slots[person]) : Axis.Of(_slots[person], _slots[person] + 1);

    public void AddFactor(Axis[] axes, int size, int sumsToOneOver = -1)
    {
        _factors.Add(new(axes, InputSize, sumsToOneOver));
        InputSize += size;
    }

    /// <summary>The elimination without copies among the founder alleles.</summary>
    public EliminationProgram Program((int First, int Second)? keep) => Program(Once, null, keep);

    /// <summary>The same, to be run for many populations.</summary>
    public EliminationProgram RepeatedProgram((int First, int Second)? keep) => Program(Repeatedly, null, keep);

    /// <summary>The elimination under a partition of the founder alleles, by its number.</summary>
    public EliminationProgram Program(int number, FounderPartition? partition, (int First, int Second)? keep)
    {
        var id = (number, keep?.First ?? -1, keep?.Second ?? -1);
        if (_programs.TryGetValue(id, out var known)) return known;
        var program = Record(number, partition, keep);
        if (Interlocked.Add(ref s_instructions, program.Instructions.Count) > MostInstructions)
        {
            Known.Clear();
            Plans.Clear();
            Interlocked.Exchange(ref s_instructions, 0);
        }
        return _programs.GetOrAdd(id, program);
    }

    EliminationProgram Record(int number, FounderPartition? partition, (int First, int Second)? keep)
    {
        var plan = PlanFor(number, partition, keep);
        var (factors, kept) = Under(number, partition, keep);
        return EliminationProgram.Record(factors, InputSize, [.. _stateCounts], plan, kept);
    }

    /// <summary>
    /// A plan for the form of pedigree, made for a usual number of states: the best order hardly depends on it. It must
    /// not come from whichever marker is met first, or results would differ in the last bit from run to run.
    /// </summary>
    Plan PlanFor(int number, FounderPartition? partition, (int First, int Second)? keep) => Plans.GetOrAdd(
        (_form, number, keep?.First ?? -1, keep?.Second ?? -1),
        _ =>
        {
            var like = number <= 0 ? null : PlanFor(0, FounderPartition.All(FounderAlleles)[0], keep);
            var names = NamesUnder(partition);
            var (factors, kept) = Under(number, partition, keep);
            var variables = Enumerable.Range(0, names.Length)
                .Where(it => names[it] == it && it != kept?.First && it != kept?.Second).ToArray();
            var pairs = _pairs.Where(it => variables.Contains(it.First) && variables.Contains(it.Second)).ToArray();
            int[] stateCounts = [.. _stateCounts.Select((it, i) => _phases.Contains(i) ? it : PlannedStates)];
            return Plan.For(factors, stateCounts, variables, pairs, like);
        });

    /// <summary>All factors and the kept variables, copies of one founder allele being one variable.</summary>
    (List<Factor> Factors, (int First, int Second)? Kept) Under(
        int number, FounderPartition? partition, (int First, int Second)? keep)
    {
        var names = NamesUnder(partition);
        var factors = _factors.ConvertAll(it => partition is null
            ? it
            : it with { Axes = Array.ConvertAll(it.Axes, axis => axis.Renamed(names)) });
        foreach (var founder in _founders)
            for (var variable = founder.First; variable < founder.First + founder.Alleles; variable++)
                if (names[variable] == variable)
                    factors.Add(new(
                        [Axis.Of(variable)], PopulationAddress, SumsToOneOver: variable, Varies: number == Repeatedly));
        return (factors, keep is { } it ? (names[it.First], names[it.Second]) : null);
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

    /// <summary>The meetings of a partition's blocks, by its number.</summary>
    public FounderMeeting[] Meetings(int number, FounderPartition partition) => _meetings.GetOrAdd(number, _ =>
    {
        var (names, alike) = (NamesUnder(partition), Alike(number, partition));
        var variables = _founders.SelectMany(it => Enumerable.Range(it.First, it.Alleles));
        return FounderMeeting.All([.. variables.GroupBy(it => names[it])
            .Select(it => (it.Key, alike[it.Key], it.Count()))]);
    });

    /// <summary>
    /// For each variable the one that stands for it under a partition, by its number; and the first of a founder's two
    /// alleles for both, where each is a copy of no other.
    /// </summary>
    public int[] Alike(int number, FounderPartition? partition) => _alike.GetOrAdd(number, _ =>
    {
        var names = NamesUnder(partition);
        foreach (var (first, alleles) in _founders)
            if (alleles == 2 && names.Count(it => it == names[first]) == 1
                && names.Count(it => it == names[first + 1]) == 1) names[first + 1] = first;
        return names;
    });

    /// <summary>Whether a partition makes two variables one.</summary>
    public bool AreOne(FounderPartition? partition, int first, int second)
    {
        var names = NamesUnder(partition);
        return names[first] == names[second];
    }
}
