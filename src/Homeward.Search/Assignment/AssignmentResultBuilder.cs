using Homeward.Genetics.Kinship;
using Homeward.Search.Ranking;

namespace Homeward.Search.Assignment;

/// <summary>Puts the sums of all groups together.</summary>
sealed class AssignmentResultBuilder(
    IReadOnlyList<Family> families,
    IReadOnlyList<RescuedChild> children,
    AssignmentSettings settings,
    FillingList fillings)
{
    static readonly double Ln10 = Math.Log(10);

    readonly Dictionary<(int Family, Placement Place), double> _pairs = [];
    readonly double[] _nowhere = new double[children.Count];
    readonly Dictionary<(int, int), double> _notFound = families.Index()
        .SelectMany(it => it.Item.Missing.Select(member => (it.Index, member))).ToDictionary(it => it, _ => 0.0);

    public AssignmentResult Result(IReadOnlyList<(GroupSum Sum, double LeftOut, int FillingsLeftOut)> groups)
    {
        foreach (var (sum, _, _) in groups) TakePosteriors(sum);
        return new(
            [.. groups.Select(it => GroupOf(it.Sum, it.LeftOut, it.FillingsLeftOut))
                .OrderByDescending(it => it.Count).ThenBy(it => it.Children[0])],
            [.. fillings.Pairs.OrderBy(it => (it.Key.Place.Child, it.Key.Family, it.Key.Place.Member)).Select(it =>
                new PairPosterior(
                    it.Key.Family, it.Key.Place, it.Value, fillings.OtherSex.Contains(it.Key),
                    _pairs.GetValueOrDefault(it.Key, double.NegativeInfinity)))],
            _nowhere, _notFound, fillings.TooOpen);
    }

    void TakePosteriors(GroupSum sum)
    {
        var group = sum.Group;
        for (var i = 0; i < group.Children.Count; i++)
            _nowhere[group.Children[i]] = sum.LnUnused[group.Families.Count + i];
        for (var i = 0; i < group.Families.Count; i++)
            foreach (var member in families[group.Families[i]].Missing)
                _notFound[(group.Families[i], member)] = sum.LnUnused[i];
        for (var i = 0; i < group.Fillings.Count; i++)
        {
            var filling = group.Fillings[i];
            foreach (var place in filling.Placed) Add(_pairs, (filling.Family, place), sum.LnPosteriors[i]);
            foreach (var member in families[filling.Family].Missing)
                if (!filling.Placed.Any(it => it.Member == member))
                    Add(_notFound, (filling.Family, member), sum.LnPosteriors[i]);
        }
    }

    AssignmentGroup GroupOf(GroupSum sum, double leftOut, int fillingsLeftOut)
    {
        var group = sum.Group;
        var lnNobody = Ln10 * (
            group.Families.Sum(it => new FilledFamily(families[it], settings.Ladders).Log10OfRelatives())
            + group.Children.Sum(it => FilledFamily.Log10OfStranger(children[it], settings.Ladders)));
        // One more than is listed tells whether the last one listed is tied.
        var best = sum.Best(settings.Listed + 1)
            .Select(it => (
                it.LnWeight, Rounded: Math.Round(it.LnWeight / Ln10, 6),
                Fillings: it.Fillings.Select(i => group.Fillings[i]).ToArray()))
            .OrderByDescending(it => it.Rounded).ThenBy(it => Words(it.Fillings), StringComparer.Ordinal)
            .ToArray();
        return new(
            group.Children, group.Families, sum.Count, lnNobody,
            [.. best.Take(settings.Listed).Select(it => new RankedAssignment(
                1 + best.Count(other => other.Rounded > it.Rounded),
                best.Count(other => other.Rounded == it.Rounded) > 1,
                lnNobody + Ln10 * it.Fillings.Sum(filling => filling.Log10),
                it.Fillings.Sum(filling => filling.Log10),
                it.LnWeight - sum.LnTotal,
                it.Fillings))],
            leftOut, fillingsLeftOut);
    }

    /// <summary>By names, so that ties stand in the same order on every machine.</summary>
    string Words(IEnumerable<Filling> filled) => string.Join('\n', filled
        .SelectMany(it => it.Placed.Select(place =>
            $"{children[place.Child].Id}\t{families[it.Family].Id}\t{place.Member}"))
        .Order(StringComparer.Ordinal));

    static void Add<TKey>(Dictionary<TKey, double> table, TKey key, double ln)
        where TKey : notnull =>
        table[key] = table.TryGetValue(key, out var before) ? LogSum.Of(before, ln) : ln;
}
