using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.Routes;
using Homeward.Genetics.Primitives;
using static Homeward.Tests.Cases.Operations.MadeUpOperation;

namespace Homeward.Tests.Cases.Routes;

public sealed class RouteRulesTests
{
    static readonly RouteId Channel = new(Number(61));

    static readonly RouteFacts Bare = new()
    {
        Route = new()
        {
            Id = Channel,
            Name = "SYNTHETIC channel",
            Kind = RouteKind.CrossBorder,
            By = User(1),
            At = At(0),
        },
    };

    [Fact]
    public void Two_sources_confirm_a_route_and_one_source_twice_does_not()
    {
        Assert.IsType<RouteState.Supposed>(RouteState.Of(Bare, At(9)));
        Assert.IsType<RouteState.Reported>(RouteState.Of(With(Sourced(1, "S-1")), At(9)));
        Assert.IsType<RouteState.Reported>(RouteState.Of(With(Sourced(1, "S-1"), Sourced(2, "S-1")), At(9)));
        Assert.Equal(
            new RouteState.Confirmed(2), RouteState.Of(With(Sourced(1, "S-1"), Sourced(2, "S-2")), At(9)));
    }

    [Fact]
    public void Only_a_confirmed_route_is_closed_and_not_by_its_author_alone()
    {
        var confirmed = With(Sourced(1, "S-1"), Sourced(2, "S-2"), Proposed(9));

        Assert.IsType<RouteRefusal.NothingProposed>(
            Approved(With(Sourced(1, "S-1"), Sourced(2, "S-2")), 10).Refusal);
        Assert.IsType<RouteRefusal.NotConfirmed>(
            Approved(With(Sourced(1, "S-1"), Proposed(9)), 10).Refusal);
        Assert.IsType<RouteRefusal.ApprovedByAuthor>(
            RouteRules.Approve(confirmed, Number(10), User(1), At(10)).Refusal);
        Assert.IsType<RouteRefusal.ReviewIsPast>(
            RouteRules.Propose(confirmed, Proposed(10) with { ReviewOn = new(1970, 1, 1) }).Refusal);
        Assert.True(Approved(confirmed, 10).IsAllowed);
    }

    [Fact]
    public void A_closed_route_is_watched_reviewed_and_may_be_in_use_again()
    {
        var confirmed = With(Sourced(1, "S-1"), Sourced(2, "S-2"), Proposed(9));
        var closed = With([.. confirmed.Steps, Approved(confirmed, 10).Value!]);

        Assert.IsType<RouteRefusal.WrongState>(Approved(closed, 11).Refusal);
        var reviewed = With([.. closed.Steps, Reviewed(20)]);
        Assert.Equal(new(1971, 1, 1), Assert.IsType<RouteState.Closed>(RouteState.Of(reviewed, At(21))).ReviewOn);
        var again = With([.. reviewed.Steps, RouteRules.Reactivate(reviewed, Reactivated(30)).Value!]);
        Assert.Equal(new RouteState.Reactivated(At(30)), RouteState.Of(again, At(31)));
        Assert.IsType<RouteState.Closed>(RouteState.Of(again, At(29)));
        Assert.IsType<RouteRefusal.NothingProposed>(Approved(again, 40).Refusal);
        Assert.True(Approved(With([.. again.Steps, Proposed(39)]), 40).IsAllowed);
        Assert.IsType<RouteRefusal.WrongState>(RouteRules.Reactivate(again, Reactivated(41)).Refusal);
    }

    [Fact]
    public void Legs_come_in_the_order_of_the_way_as_last_recorded()
    {
        var facts = Bare with
        {
            LegRows = [Leg(2, 1, "450000", "440000"), Leg(1, 1, "VN", "450000"), Leg(1, 5, "VN", "530000")],
        };

        Assert.Equal(["VN to 450000", "450000 to 440000"], Way(4));
        Assert.Equal(["VN to 530000", "450000 to 440000"], Way(5));

        IEnumerable<string> Way(int hour) => facts.LegsAt(At(hour)).Select(it => $"{it.From} to {it.To}");
    }

    static RouteFacts With(params RouteStep[] steps) => Bare with { Steps = steps };

    static RouteStep.Sourced Sourced(int hour, string reference) => new()
    {
        Id = Number(hour),
        Route = Channel,
        By = User(1),
        At = At(hour),
        Source = RouteSource.Statement,
        Reference = reference,
    };

    static RouteStep.Proposed Proposed(int hour) => new()
    {
        Id = Number(hour),
        Route = Channel,
        By = User(1),
        At = At(hour),
        During = Id,
        How = RouteClosing.CrossingGuarded,
        ReviewOn = new(1970, 6, 1),
    };

    static Outcome<RouteStep> Approved(RouteFacts facts, int hour) =>
        RouteRules.Approve(facts, Number(hour), User(2), At(hour));

    static RouteStep.Reviewed Reviewed(int hour) =>
        new() { Id = Number(hour), Route = Channel, By = User(1), At = At(hour), NextOn = new(1971, 1, 1) };

    static RouteStep.Reactivated Reactivated(int hour) =>
        new() { Id = Number(hour), Route = Channel, By = User(1), At = At(hour), Basis = "a new statement" };

    static RouteLeg Leg(int number, int hour, string from, string to) => new()
    {
        Id = Number(100 * number + hour),
        Route = Channel,
        Number = number,
        From = new(from),
        To = new(to),
        Mode = TravelMode.Foot,
        Certainty = LinkCertainty.Confirmed,
        By = new UserId(Number(1)),
        At = At(hour),
    };
}
