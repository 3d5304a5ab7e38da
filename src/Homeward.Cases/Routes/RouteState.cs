using Homeward.Cases.Time;

namespace Homeward.Cases.Routes;

/// <summary>What is known of a route at a moment, computed from its facts.</summary>
public abstract record RouteState
{
    RouteState() { }

    /// <summary>Nobody vouches for it.</summary>
    public sealed record Supposed : RouteState;

    /// <summary>One source.</summary>
    public sealed record Reported : RouteState;

    /// <summary>Two sources or more.</summary>
    public sealed record Confirmed(int Sources) : RouteState;

    /// <summary>Closed, and watched.</summary>
    public sealed record Closed(RouteStep.Closed Step, DateOnly ReviewOn) : RouteState;

    public sealed record Reactivated(Instant At) : RouteState;

    public static RouteState Of(RouteFacts facts, Instant now)
    {
        RouteState state = facts.SourcesAt(now) switch
        {
            0 => new Supposed(),
            1 => new Reported(),
            var sources => new Confirmed(sources),
        };
        foreach (var step in facts.Steps.Where(it => it.At <= now).OrderBy(it => it.At))
            state = (state, step) switch
            {
                (_, RouteStep.Closed it) => new Closed(it, facts.Proposal(it.Proposal).ReviewOn),
                (Closed closed, RouteStep.Reviewed it) => closed with { ReviewOn = it.NextOn },
                (_, RouteStep.Reactivated it) => new Reactivated(it.At),
                _ => state,
            };
        return state;
    }
}
