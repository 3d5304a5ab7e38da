using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.Routes;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Server.Features.Maps;

namespace Homeward.Tests.Server.Maps;

public sealed class MapDrawingTests
{
    static readonly Instant Now = new(1_311_105_600_000_000);
    static readonly RegionCode Guangdong = new("440000");
    static readonly RegionCode Guangxi = new("450000");
    static readonly RegionCode Hebei = new("130000");
    static readonly RegionCode Vietnam = new("704");

    /// <summary>Two provinces as boxes around their places.</summary>
    static readonly Boundaries Boxes = Boundaries.Read(new StringReader(
        """
        region 440000
        110,20 116,20 116,25 110,25
        region 130000
        114,36 119,36 119,42 114,42
        region 704
        103,9 109,9 109,22 103,22
        """)).Value!;

    [Fact]
    public void Routes_over_the_same_stretch_are_one_arrow_and_stretches_within_a_province_are_none()
    {
        var border = Route(closed: true, Leg(1, Vietnam, Guangxi, LinkCertainty.Confirmed),
            Leg(2, Guangxi, Guangdong, LinkCertainty.Tentative));
        var other = Route(closed: false, Leg(1, new("450100"), new("440100"), LinkCertainty.Confirmed),
            Leg(2, new("440100"), new("440300"), LinkCertainty.Confirmed));

        Assert.Equal(
            [
                new MapLeg(Guangxi, Guangdong, Open: 1, Closed: 1, LinkCertainty.Confirmed),
                new MapLeg(Vietnam, Guangxi, Open: 0, Closed: 1, LinkCertainty.Confirmed),
            ],
            MapLeg.Of([border, other], Now));
    }

    [Theory]
    [InlineData(0, 25, 0)]
    [InlineData(1, 25, 1)]    // sqrt(1/25) = 0.2: up to a fifth is the first shade
    [InlineData(4, 25, 2)]    // sqrt(4/25) = 0.4
    [InlineData(5, 25, 3)]    // sqrt(5/25) = 0.447
    [InlineData(25, 25, 5)]
    public void A_few_are_told_from_none(int count, int most, int shade) =>
        Assert.Equal(shade, MapDrawing.ShadeOf(count, most));

    [Fact]
    public void Arrows_lead_from_place_to_place_and_closed_ones_are_crossed()
    {
        var drawn = Drawn([new(Guangdong, Hebei, 0, 4, LinkCertainty.Tentative)]);
        var (south, north) = (drawn.Labels.Single(it => it.Region == Guangdong),
            drawn.Labels.Single(it => it.Region == Hebei));
        var arrow = drawn.Arrows.Single();

        Assert.StartsWith($"M{At(south)}Q", arrow.Path, StringComparison.Ordinal);
        Assert.EndsWith(" " + At(north), arrow.Path, StringComparison.Ordinal);
        Assert.True(south.Y > north.Y);
        Assert.NotEmpty(arrow.Cross);
        Assert.True(arrow.IsGuess);
        Assert.Equal("6", arrow.Width[..1]);                 // 2.5 + 2·√3 = 5.96
        Assert.Empty(Drawn([new(Guangdong, Hebei, 1, 3, LinkCertainty.Confirmed)]).Arrows.Single().Cross);
    }

    [Fact]
    public void There_and_back_are_two_curves()
    {
        var drawn = Drawn(
        [
            new(Guangdong, Hebei, 1, 0, LinkCertainty.Confirmed), new(Hebei, Guangdong, 1, 0, LinkCertainty.Confirmed),
        ]);

        Assert.NotEqual(drawn.Arrows[0].Head.Split('L')[0], drawn.Arrows[1].Head.Split('L')[0]);
        Assert.Equal(2, drawn.Labels.Count);
    }

    [Fact]
    public void A_close_up_shows_both_ends_and_a_region_that_nobody_knows_is_left_out()
    {
        var drawn = MapDrawing.Of(
            new(new Parsed<Boundaries>(Boxes),
                [
                    new(Guangdong, Vietnam, 1, 0, LinkCertainty.Confirmed),
                    new(Guangdong, new("999"), 1, 0, LinkCertainty.Confirmed),
                ],
                MapContent.Unshaded)
            { IsCloseUp = true },
            Boxes, it => it.Value);

        Assert.Single(drawn.Arrows);
        Assert.All(drawn.Labels, it => Assert.InRange(it.X, 0, MapFrame.Width));
        Assert.All(drawn.Labels, it => Assert.InRange(it.Y, 0, drawn.Height));
        Assert.DoesNotContain(drawn.Shapes, it => it.Region == Hebei);
    }

    static string At(MapDrawing.Label label) => $"{MapDrawing.Text(label.X)} {MapDrawing.Text(label.Y)}";

    static MapDrawing Drawn(IReadOnlyList<MapLeg> legs) => MapDrawing.Of(
        new(new Parsed<Boundaries>(Boxes), legs, MapContent.Unshaded), Boxes, it => it.Value);

    static RouteFacts Route(bool closed, params RouteLeg[] legs)
    {
        var id = new RouteId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        var proposal = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        return new()
        {
            Route = new() { Id = id, Name = "SYNTHETIC", Kind = RouteKind.Local, By = default, At = Now },
            LegRows = legs,
            Steps = closed
                ?
                [
                    new RouteStep.Proposed
                    {
                        Id = proposal, Route = id, By = default, At = Now, During = default,
                        How = RouteClosing.CrossingGuarded, ReviewOn = default,
                    },
                    new RouteStep.Closed
                    {
                        Id = default, Route = id, By = default, At = Now, Proposal = proposal, During = default,
                    },
                ]
                : [],
        };
    }

    static RouteLeg Leg(int number, RegionCode from, RegionCode to, LinkCertainty certainty) => new()
    {
        Id = default,
        Route = default,
        Number = number,
        From = from,
        To = to,
        Mode = TravelMode.Bus,
        Certainty = certainty,
        By = default,
        At = Now,
    };
}
