namespace Homeward.Search.Assignment;

/// <summary>
/// Families and children that hang together by fillings: what one of them takes, another cannot have.
/// </summary>
/// <remarks>
/// Families and children alike are <i>things</i>, each used at most once; a filling uses its family and its children.
/// An assignment is a set of fillings that share no thing.
/// </remarks>
sealed class Group
{
    /// <param name="fillings">All fillings of the group; not empty.</param>
    /// <param name="lnPriorOdds">Added to a filling's weight for each child it places.</param>
    public Group(IReadOnlyList<Filling> fillings, double lnPriorOdds)
    {
        Fillings = fillings;
        Families = [.. fillings.Select(it => it.Family).Distinct().Order()];
        Children = [.. fillings.SelectMany(it => it.Placed.Select(place => place.Child)).Distinct().Order()];
        var family = Families.Index().ToDictionary(it => it.Item, it => it.Index);
        var child = Children.Index().ToDictionary(it => it.Item, it => Families.Count + it.Index);
        ThingsOf = [.. fillings.Select(it =>
            (int[])[family[it.Family], .. it.Placed.Select(place => child[place.Child])])];
        LnWeights = [.. fillings.Select(it => it.Log10 * Math.Log(10) + it.Placed.Count * lnPriorOdds)];
    }

    public IReadOnlyList<Filling> Fillings { get; }

    /// <summary>Places in the lists given, ascending.</summary>
    public IReadOnlyList<int> Families { get; }
    public IReadOnlyList<int> Children { get; }

    /// <summary>Families come first, then children.</summary>
    public int ThingCount => Families.Count + Children.Count;

    /// <summary>For each filling, its family and its children among the group's things.</summary>
    public IReadOnlyList<int[]> ThingsOf { get; }

    /// <summary>For each filling, ln of likelihood ratio times prior odds.</summary>
    public IReadOnlyList<double> LnWeights { get; }

    /// <summary>Parts that share no family and no child.</summary>
    public static IReadOnlyList<Group> Apart(IReadOnlyList<Filling> fillings, double lnPriorOdds)
    {
        var parent = new Dictionary<(bool IsFamily, int Index), (bool, int)>();
        foreach (var filling in fillings)
            foreach (var place in filling.Placed) Join((true, filling.Family), (false, place.Child));
        return [.. fillings.GroupBy(it => Root((true, it.Family))).Select(it => new Group([.. it], lnPriorOdds))];

        void Join((bool, int) left, (bool, int) right) => parent[Root(left)] = Root(right);

        (bool, int) Root((bool, int) thing)
        {
            while (parent.TryGetValue(thing, out var above) && above != thing)
            {
                if (parent.TryGetValue(above, out var higher)) parent[thing] = higher;
                thing = above;
            }
            return thing;
        }
    }
}
