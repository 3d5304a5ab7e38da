using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;

namespace Homeward.Cases.Routes;

/// <summary>Something learned about a route, or done about it.</summary>
public abstract record RouteStep
{
    RouteStep() { }

    public required Guid Id { get; init; }
    public required RouteId Route { get; init; }

    /// <summary>Who recorded it; of a closing, who approved it.</summary>
    public required UserId By { get; init; }

    public required Instant At { get; init; }

    /// <summary>Where knowledge of the route comes from.</summary>
    public sealed record Sourced : RouteStep
    {
        public required RouteSource Source { get; init; }

        /// <summary>The source's own number or code: the same one twice is one source.</summary>
        public required string Reference { get; init; }
    }

    /// <summary>Somebody holds that the route is closed, and asks another to approve it.</summary>
    public sealed record Proposed : RouteStep
    {
        public required OperationId During { get; init; }
        public required RouteClosing How { get; init; }

        /// <summary>When somebody looks whether it is still closed.</summary>
        public required DateOnly ReviewOn { get; init; }
    }

    /// <summary>A proposal, approved by somebody who is not its author.</summary>
    public sealed record Closed : RouteStep
    {
        public required Guid Proposal { get; init; }

        /// <summary>As proposed.</summary>
        public required OperationId During { get; init; }
    }

    /// <summary>Looked at again, and still closed.</summary>
    public sealed record Reviewed : RouteStep
    {
        public required DateOnly NextOn { get; init; }
    }

    /// <summary>In use again.</summary>
    public sealed record Reactivated : RouteStep
    {
        public required string Basis { get; init; }
    }
}
