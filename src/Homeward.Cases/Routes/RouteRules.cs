using Homeward.Cases.Agencies;
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
    public static Outcome<RouteStep> Approve(RouteFacts facts, Guid id, UserId by, Instant now)
    {
        var state = RouteState.Of(facts, now);
        if (state is RouteState.Closed) return new RouteRefusal.WrongState(state);
        var last = facts.Steps.Where(it => it.At <= now && it is not RouteStep.Sourced).MaxBy(it => it.At);
        if (last is not RouteStep.Proposed proposed) return new RouteRefusal.NothingProposed();
        if (proposed.By == by) return new RouteRefusal.ApprovedByAuthor();
        // One that is in use again was confirmed before it was closed the first time.
        var sources = facts.SourcesAt(now);
        if (sources < 2) return new RouteRefusal.NotConfirmed(sources);
        return new RouteStep.Closed
        {
            Id = id,
            Route = facts.Route.Id,
            By = by,
            At = now,
            Proposal = proposed.Id,
            During = proposed.During,
        };
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
