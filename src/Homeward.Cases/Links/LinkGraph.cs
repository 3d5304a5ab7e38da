namespace Homeward.Cases.Links;

/// <summary>Rings, people, operations, routes and children, and what ties them together.</summary>
public sealed class LinkGraph
{
    readonly Dictionary<LinkNode, List<Link>> _at = [];

    /// <param name="links">In any order; two that say the same are one.</param>
    public LinkGraph(IEnumerable<Link> links)
    {
        Links =
        [
            .. links.Distinct().OrderBy(it => it.Relation).ThenBy(it => it.From.Kind).ThenBy(it => it.From.Id)
                .ThenBy(it => it.To.Kind).ThenBy(it => it.To.Id).ThenBy(it => it.Since).ThenBy(it => it.Certainty),
        ];
        foreach (var link in Links)
        {
            At(link.From).Add(link);
            if (link.To != link.From) At(link.To).Add(link);
        }
    }

    public IReadOnlyList<Link> Links { get; }

    public IEnumerable<LinkNode> Nodes => _at.Keys;

    public IReadOnlyList<Link> Of(LinkNode node) => _at.GetValueOrDefault(node) ?? [];

    /// <summary>What had held on a day.</summary>
    public LinkGraph UpTo(DateOnly day) => new(Links.Where(it => it.Since <= day));

    /// <summary>The shortest way from one to the other: empty when they are the same, null when there is none. Of ways
    /// that are equally long it is always the same one.</summary>
    public IReadOnlyList<Link>? PathBetween(LinkNode from, LinkNode to)
    {
        if (from == to) return [];
        var by = new Dictionary<LinkNode, Link>();
        var waiting = new Queue<LinkNode>([from]);
        while (waiting.TryDequeue(out var node))
            foreach (var link in Of(node))
            {
                var next = link.Other(node);
                if (next == from || !by.TryAdd(next, link)) continue;
                if (next == to) return Back(from, to, by);
                waiting.Enqueue(next);
            }
        return null;
    }

    static List<Link> Back(LinkNode from, LinkNode to, Dictionary<LinkNode, Link> by)
    {
        var path = new List<Link>();
        for (var at = to; at != from; at = by[at].Other(at)) path.Add(by[at]);
        path.Reverse();
        return path;
    }

    List<Link> At(LinkNode node)
    {
        if (!_at.TryGetValue(node, out var links)) _at.Add(node, links = []);
        return links;
    }
}
