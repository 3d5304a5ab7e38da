using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Routes;

/// <summary>What may be recorded about a route.</summary>
public static class RouteRules
{
    public static Outcome<RouteStep> Close(RouteFacts facts, RouteStep.Closed step)
    {
        var state = RouteState.Of(facts, step.At);
        if (state is RouteState.Closed) return new RouteRefusal.WrongState(state);
        // One that is in use again was confirmed before it was closed the first time.
        var sources = facts.SourcesAt(step.At);
        if (sources < 2) return new RouteRefusal.NotConfirmed(sources);
        if (step.By == step.Approver) return new RouteRefusal.ApprovedByAuthor();
        return step.ReviewOn <= DayOf(step.At) ? new RouteRefusal.ReviewIsPast(step.ReviewOn) : step;
    }

    public static Outcome<RouteStep> Review(RouteFacts facts, RouteStep.Reviewed step)
    {
        var state = RouteState.Of(facts, step.At);
        if (state is not RouteState.Closed) return new RouteRefusal.WrongState(state);
        return step.NextOn <= DayOf(step.At) ? new RouteRefusal.ReviewIsPast(step.NextOn) : step;
    }

    public static Outcome<RouteStep> Reactivate(RouteFacts facts, RouteStep.Reactivated step)
    {
        var state = RouteState.Of(facts, step.At);
        return state is RouteState.Closed ? step : new RouteRefusal.WrongState(state);
    }

    static DateOnly DayOf(Time.Instant moment) => DateOnly.FromDateTime(moment.ToDateTimeOffset().UtcDateTime);
}
