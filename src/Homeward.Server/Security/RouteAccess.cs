using Homeward.Cases.Access;
using Microsoft.AspNetCore.Builder;

namespace Homeward.Server.Security;

/// <summary>Who may use a route. A route that says nothing is refused to everybody, and fails a test.</summary>
public abstract record RouteAccess
{
    RouteAccess() { }

    /// <summary>Also without an account: what holds no case data.</summary>
    public sealed record Everybody : RouteAccess;

    public sealed record SignedIn : RouteAccess;

    /// <summary>While an installation is set up, and never again.</summary>
    public sealed record SettingUp : RouteAccess;

    /// <summary>Whoever has a role with the permission. The store asks again, with fields and regions.</summary>
    public sealed record Needs(Permission Permission) : RouteAccess;
}

static class RouteAccessExtensions
{
    public static T ForEverybody<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new RouteAccess.Everybody());

    public static T ForSignedIn<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new RouteAccess.SignedIn());

    public static T ForSettingUp<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new RouteAccess.SettingUp());

    public static T Needs<T>(this T route, Permission permission)
        where T : IEndpointConventionBuilder => route.WithMetadata(new RouteAccess.Needs(permission));
}
