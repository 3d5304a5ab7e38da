using System.Globalization;
using System.Text.RegularExpressions;
using Homeward.Cases.Links;

namespace Homeward.Server.Features.LinkChart;

/// <summary>Where the nodes of a ring's chart stand: in columns from the ring over its people and operations to those
/// who were found, so that no name covers another. The same chart is drawn the same way each time.</summary>
public sealed partial class LinkLayout
{
    public const int BoxWidth = 178;
    public const int BoxHeight = 28;
    const int ColumnStep = 236;
    const int RowStep = 38;
    const int Margin = 12;

    /// <summary>Columns from left to right, and the groups in each from top to bottom.</summary>
    static readonly LinkGroup[][] Columns =
    [
        [LinkGroup.OtherRings],
        [LinkGroup.Organisers, LinkGroup.Core, LinkGroup.Associates],
        [LinkGroup.Operations],
        [LinkGroup.Routes, LinkGroup.Children],
        [LinkGroup.FoundWith],
    ];

    /// <param name="Node">What stands there; null for a group that is folded.</param>
    /// <param name="Group">Its group; null for the ring itself.</param>
    /// <param name="Count">How many are folded.</param>
    /// <param name="X">Of the left edge.</param>
    /// <param name="Y">Of the upper edge.</param>
    public sealed record Box(LinkNode? Node, LinkGroup? Group, int Count, int X, int Y)
    {
        public int Middle => Y + BoxHeight / 2;
    }

    /// <param name="Link">What it stands for; null for a line to a folded group.</param>
    /// <param name="Path">A curve from edge to edge.</param>
    public sealed record Line(Link? Link, string Path);

    readonly LinkNode _ring;
    readonly Func<LinkNode, string> _nameOf;

    /// <param name="ring">Whose chart it is.</param>
    /// <param name="graph">All that is tied together on the day that was chosen.</param>
    /// <param name="groups">Unfolded.</param>
    /// <param name="always">Nodes that are shown also when their group is folded: those of a way.</param>
    /// <param name="nameOf">By which a group is put in order.</param>
    public LinkLayout(
        LinkNode ring, LinkGraph graph, IReadOnlySet<LinkGroup> groups, IReadOnlySet<LinkNode> always,
        Func<LinkNode, string> nameOf)
    {
        (_ring, _nameOf) = (ring, nameOf);
        Members = graph.Nodes.Where(it => it != ring).ToLookup(it => GroupOf(it, graph));
        var columns = Columns.Select(it => it.SelectMany(group => RowsOf(group, graph, groups, always)).ToList())
            .ToList();
        columns[0].Insert(0, (ring, null, 0));
        columns.RemoveAll(it => it.Count == 0);
        var highest = columns.Max(it => it.Count);
        Boxes =
        [
            .. from column in columns.Index()
               from row in column.Item.Index()
               select new Box(
                   row.Item.Node, row.Item.Group, row.Item.Count, Margin + column.Index * ColumnStep,
                   Margin + (2 * row.Index + highest - column.Item.Count) * RowStep / 2),
        ];
        Width = 2 * Margin + (columns.Count - 1) * ColumnStep + BoxWidth;
        Height = 2 * Margin + (highest - 1) * RowStep + BoxHeight;
        Lines = [.. LinesOf(graph)];
    }

    public int Width { get; }
    public int Height { get; }
    public IReadOnlyList<Box> Boxes { get; }
    public IReadOnlyList<Line> Lines { get; }

    /// <summary>All nodes but the ring, shown or folded.</summary>
    public ILookup<LinkGroup, LinkNode> Members { get; }

    LinkGroup GroupOf(LinkNode node, LinkGraph graph) => node.Kind switch
    {
        LinkKind.Ring => LinkGroup.OtherRings,
        LinkKind.Operation => LinkGroup.Operations,
        LinkKind.Route => LinkGroup.Routes,
        LinkKind.Child => LinkGroup.Children,
        LinkKind.Person => graph.Of(node).Where(it => it.To == _ring).Select(it => it.Relation).Order()
            .Cast<LinkRelation?>().FirstOrDefault() switch
        {
            LinkRelation.Organises => LinkGroup.Organisers,
            LinkRelation.IsCoreOf => LinkGroup.Core,
            LinkRelation.BelongsTo => LinkGroup.Associates,
            _ => LinkGroup.FoundWith,
        },
    };

    List<(LinkNode? Node, LinkGroup? Group, int Count)> RowsOf(
        LinkGroup group, LinkGraph graph, IReadOnlySet<LinkGroup> groups, IReadOnlySet<LinkNode> always)
    {
        var all = InOrder(group, graph);
        var shown = groups.Contains(group) ? all : [.. all.Where(always.Contains)];
        var rows = shown.Select(it => ((LinkNode?)it, (LinkGroup?)group, 0)).ToList();
        if (shown.Count < all.Count) rows.Add((null, group, all.Count - shown.Count));
        return rows;
    }

    /// <summary>By name; those who were found with children in the order of the children, so that lines do not cross.
    /// </summary>
    List<LinkNode> InOrder(LinkGroup group, LinkGraph graph)
    {
        var byName = Members[group].OrderBy(it => Counted(_nameOf(it)), StringComparer.Ordinal).ThenBy(it => it.Id);
        if (group != LinkGroup.FoundWith) return [.. byName];
        var place = InOrder(LinkGroup.Children, graph).Index().ToDictionary(it => it.Item, it => it.Index);
        return
        [
            .. byName.OrderBy(it => graph.Of(it).Select(link => place.GetValueOrDefault(link.To, int.MaxValue))
                .DefaultIfEmpty(int.MaxValue).Min()),
        ];
    }

    /// <summary>Numbers within a name are put in the order of numbers: 2 before 10.</summary>
    static string Counted(string name) => Digits().Replace(name, it => it.Value.PadLeft(9, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    IEnumerable<Line> LinesOf(LinkGraph graph)
    {
        var boxes = Boxes.Where(it => it.Node is not null).ToDictionary(it => it.Node!.Value);
        var folded = Boxes.Where(it => it.Node is null).ToDictionary(it => it.Group!.Value);
        var drawn = new HashSet<string>();
        foreach (var link in graph.Links)
        {
            var (from, to) = (BoxOf(link.From), BoxOf(link.To));
            if (from is null || to is null || from == to) continue;
            var isWhole = from.Node is not null && to.Node is not null;
            var line = new Line(isWhole ? link : null, PathOf(from, to));
            // Of a folded group one line to each node is enough.
            if (isWhole || drawn.Add(line.Path)) yield return line;
        }

        Box? BoxOf(LinkNode node) =>
            boxes.GetValueOrDefault(node) ?? folded.GetValueOrDefault(GroupOf(node, graph));
    }

    static string PathOf(Box from, Box to)
    {
        if (from.X > to.X) (from, to) = (to, from);
        var (x, end) = (from.X + BoxWidth, from.X == to.X ? to.X + BoxWidth : to.X);
        var bend = from.X == to.X ? ColumnStep - BoxWidth : (end - x) / 2;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"M{x} {from.Middle}C{x + bend} {from.Middle} {(from.X == to.X ? end + bend : end - bend)} {to.Middle} "
            + $"{end} {to.Middle}");
    }
}
