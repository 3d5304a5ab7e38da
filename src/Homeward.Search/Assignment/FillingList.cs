using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Pedigrees;
using Homeward.Search.Ranking;

namespace Homeward.Search.Assignment;

/// <summary>Every filling of every family, and the pairs that were not made fillings.</summary>
/// <param name="Possible">With a likelihood ratio above 0, by family and then in a fixed order.</param>
/// <param name="Pairs">log10 LR of each child with each missing member by itself, −∞ for an exclusion.</param>
/// <param name="OtherSex">Pairs left aside because recorded sex and amelogenin differ.</param>
/// <param name="TooOpen">Families left aside: no exact calculation with this theta is in reach.</param>
sealed record FillingList(
    IReadOnlyList<Filling> Possible,
    IReadOnlyDictionary<(int Family, Placement Place), double> Pairs,
    IReadOnlySet<(int Family, Placement Place)> OtherSex,
    IReadOnlyList<int> TooOpen)
{
    /// <summary>Likelihoods that are calculated before a smaller problem is asked for.</summary>
    public const long Most = 4_000_000;

    /// <returns>The fillings; null when there are more than <see cref="Most"/> to calculate.</returns>
    public static FillingList? Of(
        IReadOnlyList<Family> families,
        IReadOnlyList<RescuedChild> children,
        AssignmentSettings settings,
        IProgress<double>? progress = null)
    {
        var work = families.Sum(it => UpperCount(it.Missing.Count, children.Count));
        if (work > Most) return null;
        var found = new OfFamily?[families.Count];
        var done = 0;
        Parallel.For(0, families.Count, new() { MaxDegreeOfParallelism = settings.Threads }, i =>
        {
            try
            {
                found[i] = new OfFamily(i, families[i], children, settings);
            }
            catch (LikelihoodTooLargeException)
            {
                // Told as too open: no filling of this family is known.
            }
            progress?.Report((double)Interlocked.Increment(ref done) / families.Count);
        });
        var all = found.OfType<OfFamily>().ToArray();
        return new(
            [.. all.SelectMany(it => it.Fillings)],
            all.SelectMany(it => it.Pairs).ToDictionary(it => it.Key, it => it.Value),
            all.SelectMany(it => it.OtherSex).ToHashSet(),
            [.. Enumerable.Range(0, families.Count).Where(it => found[it] is null)]);
    }

    /// <summary>Ways to place some of the children on some of the members, were sex no matter.</summary>
    static double UpperCount(int members, int children)
    {
        var (sum, ways) = (0.0, 1.0);
        for (var placed = 1; placed <= Math.Min(members, children); placed++)
        {
            // One more: choose a member of those left, divided by the order in which members were chosen.
            ways *= (double)(members - placed + 1) / placed * (children - placed + 1);
            sum += ways;
        }
        return sum;
    }

    /// <summary>The fillings of one family.</summary>
    sealed class OfFamily
    {
        readonly int _index;
        readonly Family _family;
        readonly IReadOnlyList<RescuedChild> _children;
        readonly FilledFamily _filled;

        public OfFamily(
            int index, Family family, IReadOnlyList<RescuedChild> children, AssignmentSettings settings)
        {
            (_index, _family, _children) = (index, family, children);
            _filled = new(family, settings.Ladders);
            foreach (var member in family.Missing)
                for (var child = 0; child < children.Count; child++)
                {
                    var place = new Placement(child, member);
                    Pairs[(index, place)] = _filled.Log10([(children[child], member)]);
                    if (!settings.AnySex && SexesDiffer(place)) OtherSex.Add((index, place));
                }
            Add([], next: 0);
        }

        public Dictionary<(int Family, Placement Place), double> Pairs { get; } = [];
        public HashSet<(int Family, Placement Place)> OtherSex { get; } = [];
        public List<Filling> Fillings { get; } = [];

        bool SexesDiffer(Placement place)
        {
            var (child, recorded) = (_children[place.Child].Sex, _family.Pedigree.Members[place.Member].Sex);
            return child != Sex.Unknown && recorded != Sex.Unknown && child != recorded;
        }

        /// <summary>Goes through the members in turn: nobody, or any child that is free and can be this one.</summary>
        void Add(List<Placement> placed, int next)
        {
            if (next == _family.Missing.Count)
            {
                if (placed.Count == 0) return;
                var log10 = placed.Count == 1 ? Pairs[(_index, placed[0])]
                    : _filled.Log10([.. placed.Select(it => (_children[it.Child], it.Member))]);
                if (log10 > double.NegativeInfinity) Fillings.Add(new(_index, [.. placed], log10));
                return;
            }
            Add(placed, next + 1);
            for (var child = 0; child < _children.Count; child++)
            {
                var place = new Placement(child, _family.Missing[next]);
                if (placed.Exists(it => it.Child == child) || !IsPossible(place)) continue;
                placed.Add(place);
                Add(placed, next + 1);
                placed.RemoveAt(placed.Count - 1);
            }
        }

        /// <summary>
        /// What a pair excludes by itself, no other child makes possible: P(family, child, other) is at most P(family,
        /// child).
        /// </summary>
        bool IsPossible(Placement place) =>
            !OtherSex.Contains((_index, place)) && Pairs[(_index, place)] > double.NegativeInfinity;
    }
}
