using CsCheck;
using Homeward.Cases.Investigations;
using Homeward.Cases.Links;

namespace Homeward.Tests.Cases.Links;

public sealed class LinkGraphTests
{
    static readonly DateOnly Day = new(2011, 7, 20);

    static readonly Gen<Link[]> GenLinks = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 30])
        .Select(it => Tie(it.Item1, it.Item2, it.Item3)).Array[0, 14];

    [Fact]
    public void The_way_found_is_as_short_as_any_and_leads_from_one_to_the_other() =>
        Gen.Select(GenLinks, Gen.Int[0, 7], Gen.Int[0, 7]).Sample((links, from, to) =>
        {
            var path = new LinkGraph(links).PathBetween(Node(from), Node(to));

            Assert.Equal(DistanceByFloyd(links, from, to), path?.Count);
            var at = Node(from);
            foreach (var link in path ?? [])
            {
                Assert.True(link.From == at || link.To == at);
                at = link.Other(at);
            }
            if (path is not null) Assert.Equal(Node(to), at);
        });

    [Fact]
    public void The_order_in_which_links_are_read_changes_nothing() =>
        GenLinks.Sample(links =>
        {
            var (one, other) = (new LinkGraph(links), new LinkGraph(Enumerable.Reverse(links)));

            Assert.Equal(one.Links, other.Links);
            Assert.Equal(one.PathBetween(Node(0), Node(1)), other.PathBetween(Node(0), Node(1)));
        });

    [Fact]
    public void A_day_shows_what_had_held_by_then() =>
        Assert.Equal(
            [Tie(1, 2, 0), Tie(2, 3, 5)],
            new LinkGraph([Tie(3, 4, 6), Tie(2, 3, 5), Tie(1, 2, 0)]).UpTo(Day.AddDays(5)).Links);

    /// <summary>All distances at once: nothing is shared with the search in breadth.</summary>
    static int? DistanceByFloyd(Link[] links, int from, int to)
    {
        const int Far = 1000;
        var distance = new int[8, 8];
        for (var i = 0; i < 8; i++)
            for (var j = 0; j < 8; j++) distance[i, j] = i == j ? 0 : Far;
        foreach (var link in links)
        {
            var (i, j) = (Index(link.From), Index(link.To));
            if (i != j) distance[i, j] = distance[j, i] = 1;
        }
        for (var k = 0; k < 8; k++)
            for (var i = 0; i < 8; i++)
                for (var j = 0; j < 8; j++)
                    distance[i, j] = Math.Min(distance[i, j], distance[i, k] + distance[k, j]);
        return distance[from, to] >= Far ? null : distance[from, to];
    }

    static LinkNode Node(int index) => new(LinkKind.Person, new Guid(index, 0, 0, new byte[8]));

    static int Index(LinkNode node) => Enumerable.Range(0, 8).Single(it => Node(it) == node);

    static Link Tie(int from, int to, int days) =>
        new(Node(from), Node(to), LinkRelation.FoundWith, LinkCertainty.Confirmed, Day.AddDays(days));
}
