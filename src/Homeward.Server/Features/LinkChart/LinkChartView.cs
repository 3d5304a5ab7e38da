using Homeward.Cases.Links;
using Homeward.Cases.Rings;

namespace Homeward.Server.Features.LinkChart;

/// <summary>A chart as somebody wants to see it.</summary>
/// <param name="Facts">The ring.</param>
/// <param name="Whole">All that is tied to it, of any day.</param>
/// <param name="Names">Of nodes that have one.</param>
/// <param name="Choice">What is to be seen of it.</param>
public sealed record LinkChartView(
    RingFacts Facts, LinkGraph Whole, IReadOnlyDictionary<LinkNode, string> Names, LinkChoice Choice)
{
    public LinkNode Ring => new(LinkKind.Ring, Facts.Ring.Id.Value);

    /// <summary>The first and the last day of a link; null when there is none.</summary>
    public (DateOnly First, DateOnly Last)? Days =>
        Whole.Links.Count == 0 ? null : (Whole.Links.Min(it => it.Since), Whole.Links.Max(it => it.Since));

    /// <summary>Up to which links are shown.</summary>
    public DateOnly? Day => Days is not { } days ? null
        : Choice.Day is { } number && number < days.Last.DayNumber - days.First.DayNumber
            ? days.First.AddDays(number) : days.Last;

    public LinkGraph Graph => Day is { } day ? Whole.UpTo(day) : Whole;

    public bool AsksForPath => Choice is { From: not null, To: not null };

    /// <summary>Null when none is asked for, or when there is none.</summary>
    public IReadOnlyList<Link>? Path =>
        Choice is { From: { } from, To: { } to } ? Graph.PathBetween(from, to) : null;
}
