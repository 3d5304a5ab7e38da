using CsCheck;
using Homeward.Cases.Investigations;
using Homeward.Cases.Links;
using Homeward.Server.Features.LinkChart;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Homeward.Tests.Server.LinkChart;

public sealed class LinkLayoutTests
{
    static readonly LinkNode Ring = Node(LinkKind.Ring, 0);
    static readonly HashSet<LinkNode> None = [];
    static readonly HashSet<LinkGroup> Everything = [.. Enum.GetValues<LinkGroup>()];

    static readonly Gen<LinkGraph> GenGraph = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 3], Gen.Int[0, 12])
        .Select(it => Graph(it.Item1, it.Item2, it.Item3));

    [Fact]
    public void No_box_covers_another_and_all_are_in_the_picture() =>
        GenGraph.Sample(graph =>
        {
            var drawn = new LinkLayout(Ring, graph, Everything, None, Name);

            foreach (var (index, box) in drawn.Boxes.Index())
            {
                Assert.InRange(box.X, 0, drawn.Width - LinkLayout.BoxWidth);
                Assert.InRange(box.Y, 0, drawn.Height - LinkLayout.BoxHeight);
                Assert.DoesNotContain(
                    drawn.Boxes.Skip(index + 1),
                    it => Math.Abs(it.X - box.X) < LinkLayout.BoxWidth
                        && Math.Abs(it.Y - box.Y) < LinkLayout.BoxHeight);
            }
        });

    [Fact]
    public void Unfolded_every_node_has_a_box_and_every_link_a_line() =>
        GenGraph.Sample(graph =>
        {
            var drawn = new LinkLayout(Ring, graph, Everything, None, Name);

            Assert.Equal(
                graph.Nodes.Append(Ring).ToHashSet(), drawn.Boxes.Select(it => it.Node!.Value).ToHashSet());
            Assert.Distinct(drawn.Boxes.Select(it => it.Node));
            Assert.Equal(graph.Links, drawn.Lines.Select(it => it.Link!));
        });

    [Fact]
    public void A_folded_group_is_one_box_that_says_how_many_and_a_way_is_shown_all_the_same()
    {
        var graph = Graph(members: 10, operations: 1, children: 4);
        var child = Node(LinkKind.Child, 1);
        var drawn = new LinkLayout(
            Ring, graph, new HashSet<LinkGroup> { LinkGroup.Organisers, LinkGroup.Operations },
            new HashSet<LinkNode> { child }, Name);

        Assert.Equal(
            [(LinkGroup.Core, 3), (LinkGroup.Associates, 6), (LinkGroup.Children, 3), (LinkGroup.FoundWith, 4)],
            drawn.Boxes.Where(it => it.Node is null).Select(it => (it.Group!.Value, it.Count)).Order());
        Assert.Contains(drawn.Boxes, it => it.Node == child);
        // Of the folded core one line to the ring and one to the operation are left.
        var core = drawn.Boxes.Single(it => it.Group == LinkGroup.Core);
        Assert.Equal(2, drawn.Lines.Count(it => it.Link is null && Touches(it, core)));
    }

    [Fact]
    public void A_choice_comes_back_from_its_own_address_and_names_nobody()
    {
        var choice = new LinkChoice(
            new HashSet<LinkGroup> { LinkGroup.Organisers, LinkGroup.Routes }, 12, Ring, Node(LinkKind.Child, 3));
        var address = choice.With(LinkGroup.Children, isShown: true);
        var read = LinkChoice.Of(new QueryCollection(
            Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address)
                .ToDictionary(it => it.Key, it => it.Value)));

        Assert.Equal([LinkGroup.Organisers, LinkGroup.Routes, LinkGroup.Children], read.Groups.Order());
        Assert.Equal((choice.Day, choice.From, choice.To), (read.Day, read.From, read.To));
    }

    [Theory]
    [InlineData("from", "Person.nobody")]
    [InlineData("from", "9.00000000-0000-4000-8000-000000000000")]
    [InlineData("day", "-1")]
    [InlineData("show", "Everybody")]
    public void What_an_address_cannot_say_is_passed_over(string name, string value)
    {
        var read = LinkChoice.Of(new QueryCollection(new Dictionary<string, StringValues> { [name] = value }));

        Assert.Equal((null, null), (read.From, read.Day));
        Assert.Contains(LinkGroup.Core, read.Groups);
    }

    static bool Touches(LinkLayout.Line line, LinkLayout.Box box) =>
        line.Path.Contains($"M{box.X + LinkLayout.BoxWidth} {box.Middle}C", StringComparison.Ordinal)
        || line.Path.EndsWith($" {box.X} {box.Middle}", StringComparison.Ordinal);

    /// <summary>Of ten members the first organises, three are the core; each was detained in every operation; children
    /// were rescued in the first and found with somebody each.</summary>
    static LinkGraph Graph(int members, int operations, int children)
    {
        var links = new List<Link>();
        for (var i = 0; i < members; i++)
        {
            var relation = i == 0 ? LinkRelation.Organises : i <= 3 ? LinkRelation.IsCoreOf : LinkRelation.BelongsTo;
            links.Add(Tie(Node(LinkKind.Person, i), Ring, relation));
            for (var o = 0; o < operations; o++)
                links.Add(Tie(Node(LinkKind.Person, i), Node(LinkKind.Operation, o), LinkRelation.DetainedIn));
        }
        for (var o = 0; o < operations; o++)
            links.Add(Tie(Ring, Node(LinkKind.Operation, o), LinkRelation.BrokenUpIn));
        for (var c = 0; c < (operations == 0 ? 0 : children); c++)
        {
            links.Add(Tie(Node(LinkKind.Child, c), Node(LinkKind.Operation, 0), LinkRelation.RescuedIn));
            links.Add(Tie(Node(LinkKind.Person, 100 + c), Node(LinkKind.Child, c), LinkRelation.FoundWith));
        }
        return new(links);
    }

    static string Name(LinkNode node) => node.Id.ToString();

    static LinkNode Node(LinkKind kind, int index) => new(kind, new Guid(index, 0, 0, new byte[8]));

    static Link Tie(LinkNode from, LinkNode to, LinkRelation relation) =>
        new(from, to, relation, LinkCertainty.Confirmed, new(2011, 7, 20));
}
