using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Routes;

/// <summary>Why something is not allowed for a route now.</summary>
public abstract record RouteRefusal : Refusal
{
    RouteRefusal(string reason) : base(reason) { }

    public sealed record NotFound() : RouteRefusal("There is no such route.");

    public sealed record WrongState(RouteState State) : RouteRefusal("The route is not in a state that allows this.");

    public sealed record NotConfirmed(int Sources)
        : RouteRefusal("A route is confirmed by two sources; what is not confirmed cannot be closed.");

    public sealed record NothingProposed()
        : RouteRefusal("There is no proposal to approve, or the route has changed since it was made.");

    public sealed record ApprovedByAuthor()
        : RouteRefusal("Whoever proposes that a route is closed cannot approve it.");

    public sealed record ReviewIsPast(DateOnly Day)
        : RouteRefusal("The day of the review must be after the closing.");
}
