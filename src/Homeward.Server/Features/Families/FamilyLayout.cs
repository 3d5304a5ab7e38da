using Homeward.Cases.Families;

namespace Homeward.Server.Features.Families;

/// <summary>Where the members of any family stand in its drawing: a generation a row, couples side by side, children
/// beneath the middle of their parents as far as there is room. The same family is drawn the same way each time.
/// </summary>
public sealed class FamilyLayout
{
    public const int Step = 118;
    public const int Generation = 132;
    public const int MarginX = 66;
    public const int MarginY = 34;
    const int Rounds = 8;

    /// <param name="Member">Who stands there.</param>
    /// <param name="X">The middle.</param>
    /// <param name="Y">The middle.</param>
    public sealed record Symbol(FamilyMember Member, int X, int Y);

    public sealed record Line(int X1, int Y1, int X2, int Y2);

    readonly IReadOnlyDictionary<string, FamilyMember> _members;
    readonly Dictionary<string, int> _generation = new(StringComparer.Ordinal);
    readonly Dictionary<string, double> _x = new(StringComparer.Ordinal);

    /// <param name="members">A valid pedigree (<see cref="FamilyTree"/>).</param>
    public FamilyLayout(IReadOnlyList<FamilyMember> members)
    {
        _members = members.ToDictionary(it => it.Name, StringComparer.Ordinal);
        Couples =
        [
            .. members.Where(it => it.Father is not null).Select(it => (it.Father!, it.Mother!)).Distinct()
                .OrderBy(it => it.Item1, StringComparer.Ordinal).ThenBy(it => it.Item2, StringComparer.Ordinal),
        ];
        FindGenerations();
        var rows = Rows();
        Place(rows);
        var left = _x.Values.DefaultIfEmpty(0).Min();
        foreach (var member in members)
            Symbols.Add(new(
                member, (int)Math.Round((_x[member.Name] - left) * Step) + MarginX,
                _generation[member.Name] * Generation + MarginY));
        foreach (var (father, mother) in Couples) Join(father, mother);
        Width = Symbols.Select(it => it.X).DefaultIfEmpty(0).Max() + MarginX;
        Height = Symbols.Select(it => it.Y).DefaultIfEmpty(0).Max() + MarginY + 34;
    }

    public List<Symbol> Symbols { get; } = [];
    public List<Line> Lines { get; } = [];
    public int Width { get; }
    public int Height { get; }

    List<(string Father, string Mother)> Couples { get; }

    /// <summary>A child one below its parents, and who married in beside the highest of those he or she married:
    /// repeated until nothing moves.</summary>
    void FindGenerations()
    {
        foreach (var name in _members.Keys) _generation[name] = 0;
        for (var (moved, round) = (true, 0); moved && round <= 2 * _members.Count; round++)
        {
            moved = false;
            foreach (var name in _members.Keys.Where(MarriesIn))
                moved |= Lower(name, Mates(name).Select(it => _generation[it]).DefaultIfEmpty(0).Min());
            foreach (var member in _members.Values.Where(it => it.Father is not null))
                moved |= Lower(member.Name, Math.Max(_generation[member.Father!], _generation[member.Mother!]) + 1);
        }
    }

    bool Lower(string name, int least)
    {
        if (_generation[name] >= least) return false;
        _generation[name] = least;
        return true;
    }

    IEnumerable<string> ChildrenOf(string father, string mother) =>
        _members.Values.Where(it => it.Father == father && it.Mother == mother)
            .OrderBy(it => it.IsMissing).ThenBy(it => it.Name, StringComparer.Ordinal).Select(it => it.Name);

    /// <summary>Each generation from left to right: brothers and sisters together, whoever married in at the side of
    /// the other.</summary>
    List<List<string>> Rows()
    {
        var rows = new List<List<string>>();
        for (var generation = 0; generation <= _generation.Values.DefaultIfEmpty(-1).Max(); generation++)
        {
            var own = _members.Values.Where(it => _generation[it.Name] == generation)
                .OrderBy(it => ParentsAt(it, rows)).ThenBy(it => it.IsMissing)
                .ThenBy(it => it.Name, StringComparer.Ordinal).Select(it => it.Name).ToList();
            var row = new List<string>();
            foreach (var name in own)
            {
                if (row.Contains(name)) continue;
                // Who married in comes with the one who is at home here.
                if (MarriesIn(name) && Mates(name).Except(row).Intersect(own).Any(it => !MarriesIn(it))) continue;
                row.Add(name);
                foreach (var mate in Mates(name).Where(it => own.Contains(it) && !row.Contains(it)))
                {
                    var isLeft = _members[mate].Sex == Cases.People.Sex.Male;
                    row.Insert(isLeft ? row.IndexOf(name) : row.IndexOf(name) + 1, mate);
                }
            }
            rows.Add(row);
        }
        return rows;
    }

    bool MarriesIn(string name) => _members[name].Father is null;

    static int ParentsAt(FamilyMember member, List<List<string>> rows) => member.Father is { } father
        ? rows.Select(it => it.IndexOf(father)).DefaultIfEmpty(-1).Max() : int.MaxValue;

    IEnumerable<string> Mates(string name) =>
        Couples.Where(it => it.Father == name || it.Mother == name)
            .Select(it => it.Father == name ? it.Mother : it.Father);

    /// <summary>Begins with even steps; then rows move, from below and from above, towards the middle of those they
    /// belong to, and never nearer to one another than a step.</summary>
    void Place(List<List<string>> rows)
    {
        foreach (var row in rows)
            foreach (var (index, name) in row.Index()) _x[name] = index - row.Count / 2.0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var row in Enumerable.Reverse(rows)) Move(row, MiddleOfChildren);
            foreach (var row in rows) Move(row, MiddleOfParents);
        }
    }

    /// <summary>The nearest places in order that keep a step apart: what is pushed together shares its surplus
    /// evenly.</summary>
    void Move(List<string> row, Func<string, double?> wish)
    {
        // Neighbours that want to overlap become one group that stands around the mean of their wishes.
        var groups = new List<(int First, int Count, double Sum)>();
        foreach (var (index, name) in row.Index())
        {
            groups.Add((index, 1, (wish(name) ?? _x[name]) - index));
            while (groups.Count > 1 && Mean(groups[^2]) > Mean(groups[^1]))
            {
                var (one, other) = (groups[^2], groups[^1]);
                groups.RemoveRange(groups.Count - 2, 2);
                groups.Add((one.First, one.Count + other.Count, one.Sum + other.Sum));
            }
        }
        foreach (var group in groups)
            for (var index = group.First; index < group.First + group.Count; index++)
                _x[row[index]] = Mean(group) + index;
    }

    static double Mean((int First, int Count, double Sum) group) => group.Sum / group.Count;

    double? MiddleOfParents(string name) => _members[name] is { Father: { } father, Mother: { } mother } member
        ? (_x[father] + _x[mother]) / 2 + Offset(member) : null;

    /// <summary>Brothers and sisters stand around the middle, not on it.</summary>
    double Offset(FamilyMember member)
    {
        var all = ChildrenOf(member.Father!, member.Mother!).ToList();
        return all.IndexOf(member.Name) - (all.Count - 1) / 2.0;
    }

    double? MiddleOfChildren(string name)
    {
        var own = Couples.Where(it => it.Father == name || it.Mother == name).ToList();
        if (own.Count == 0) return null;
        var (father, mother) = own[0];
        var middle = ChildrenOf(father, mother).Average(it => _x[it]);
        var half = Math.Abs(_x[father] - _x[mother]) / 2;
        return _x[name] <= _x[name == father ? mother : father] ? middle - half : middle + half;
    }

    /// <summary>The line of a couple, and from its middle those to the children.</summary>
    void Join(string father, string mother)
    {
        var (left, right) = (Find(father), Find(mother));
        var children = ChildrenOf(father, mother).Select(Find).ToList();
        var middle = (left.X + right.X) / 2;
        var bar = Math.Max(left.Y, right.Y) + Generation / 2 + 14;
        Lines.Add(new(left.X, left.Y, right.X, right.Y));
        Lines.Add(new(middle, (left.Y + right.Y) / 2, middle, bar));
        var (first, last) = (children.Min(it => it.X), children.Max(it => it.X));
        Lines.Add(new(Math.Min(middle, first), bar, Math.Max(middle, last), bar));
        Lines.AddRange(children.Select(it => new Line(it.X, bar, it.X, it.Y)));
    }

    Symbol Find(string name) => Symbols.Single(it => it.Member.Name == name);
}
