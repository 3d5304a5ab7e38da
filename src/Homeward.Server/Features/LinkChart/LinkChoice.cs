using System.Globalization;
using Homeward.Cases.Links;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.LinkChart;

/// <summary>What of a chart somebody wants to see, as the address says it: groups, a day and ids, nobody's name.
/// </summary>
/// <param name="Groups">Unfolded.</param>
/// <param name="Day">Days after the first link, up to which links are shown; null for all.</param>
/// <param name="From">One end of a way.</param>
/// <param name="To">The other.</param>
public sealed record LinkChoice(IReadOnlySet<LinkGroup> Groups, int? Day, LinkNode? From, LinkNode? To)
{
    static readonly LinkGroup[] AtFirst =
        [LinkGroup.Organisers, LinkGroup.Core, LinkGroup.OtherRings, LinkGroup.Operations, LinkGroup.Routes];

    public static LinkChoice Of(IQueryCollection query)
    {
        var groups = query["show"].Select(it => Enum.TryParse<LinkGroup>(it, out var group) ? group : (LinkGroup?)null)
            .OfType<LinkGroup>().ToHashSet();
        if (!query.ContainsKey("chosen") && groups.Count == 0) groups.UnionWith(AtFirst);
        groups.Add(LinkGroup.Organisers);
        var day = int.TryParse(query["day"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, 100_000) : (int?)null;
        return new(groups, day, NodeOf(query["from"]), NodeOf(query["to"]));
    }

    public static string Text(LinkNode node) => $"{node.Kind}.{node.Id}";

    /// <summary>The same with a group unfolded or folded.</summary>
    public string With(LinkGroup group, bool isShown)
    {
        var groups = isShown ? Groups.Append(group) : Groups.Where(it => it != group);
        var parts = groups.Order().Select(it => "show=" + it).Prepend("chosen=1");
        if (Day is { } day) parts = parts.Append(string.Create(CultureInfo.InvariantCulture, $"day={day}"));
        if (From is { } from) parts = parts.Append("from=" + Text(from));
        if (To is { } to) parts = parts.Append("to=" + Text(to));
        return "?" + string.Join('&', parts);
    }

    static LinkNode? NodeOf(string? text)
    {
        var parts = text?.Split('.') ?? [];
        return parts.Length == 2 && Enum.TryParse<LinkKind>(parts[0], out var kind) && Enum.IsDefined(kind)
            && Guid.TryParse(parts[1], out var id) ? new LinkNode(kind, id) : null;
    }
}
