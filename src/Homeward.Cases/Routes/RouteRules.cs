using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Routes;

/// <summary>What may be recorded about a route.</summary>
public static class RouteRules
{
    public static Outcome<RouteStep> Propose(RouteFacts facts, RouteStep.Proposed step)
    {
        var state = RouteState.Of(facts, step.At);
        if (state is RouteState.Closed) return new RouteRefusal.WrongState(state);
        return step.ReviewOn <= DayOf(step.At) ? new RouteRefusal.ReviewIsPast(step.ReviewOn) : step;
    }

    /// <summary>Approves the last proposal, if nothing was done about the route since; new sources do no
    /// harm.</summary>
    public static Outcome<RouteStep> Approve(RouteFacts facts, RouteStep.Closed step)
    {
        var state = RouteState.Of(facts, step.At);
        if (state is RouteState.Closed) return new RouteRefusal.WrongState(state);
        var last = facts.Steps.Where(it => it.At <= step.At && it is not RouteStep.Sourced).MaxBy(it => it.At);
        if (last is not RouteStep.Proposed proposed || proposed.Id != step.Proposal)
            return new RouteRefusal.NothingProposed();
        if (proposed.By == step.By) return new RouteRefusal.ApprovedByAuthor();
        // One that is in use again was confirmed before it was closed the first time.
        var sources = facts.SourcesAt(step.At);
        return sources < 2 ? new RouteRefusal.NotConfirmed(sources) : step;
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

    static DateOnly DayOf(Instant moment) => DateOnly.FromDateTime(moment.ToDateTimeOffset().UtcDateTime);
}
