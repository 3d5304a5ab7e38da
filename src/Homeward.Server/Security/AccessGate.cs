using System.Net;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Server.Accounts;
using Homeward.Server.Api;
using Homeward.Server.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Security;

/// <summary>Finds out who asks and lets nobody through to a route that is not his.</summary>
sealed class AccessGate(RequestDelegate next, ServerSettings settings, InstallationState installation)
{
    static readonly HashSet<Role> None = [];

    public async Task InvokeAsync(HttpContext context)
    {
        var visitor = await VisitorAsync(context);
        context.Features.Set(visitor);
        switch (context.GetEndpoint()?.Metadata.GetMetadata<RouteAccess>())
        {
            case RouteAccess.Everybody:
            case RouteAccess.SettingUp when !installation.IsSettled && IsOnThisMachine(context):
            case RouteAccess.SignedIn when visitor.Actor is not null:
            case RouteAccess.Needs needs when visitor.May(needs.Permission):
                await next(context);
                return;
            case RouteAccess.SignedIn or RouteAccess.Needs when visitor.Actor is null:
                AskToSignIn(context);
                return;
            case RouteAccess.Needs:
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            // The router's own answer to a program that sends what no route takes: 405, 415.
            case null when TokenScheme.IsFor(context.Request) && context.GetEndpoint() is not (null or RouteEndpoint):
                await next(context);
                return;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
        }
    }

    static bool IsOnThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from);

    static void AskToSignIn(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || TokenScheme.IsFor(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var to = context.Request.Path.Value + context.Request.QueryString;
        context.Response.Redirect(to == "/" ? "/sign-in" : "/sign-in?to=" + Uri.EscapeDataString(to));
    }

    /// <summary>Where the page can be asked for again: what answers a form stands where the form stood.</summary>
    static string PlaceOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? request.Path.Value + request.QueryString
        : request.GetTypedHeaders().Referer is { } from && from.Authority == request.Host.Value
            ? LocalPlace.Of(from.PathAndQuery) : "/";

    async Task<Visitor> VisitorAsync(HttpContext context)
    {
        var tongue = Tongue.Of(context.Request);
        var place = PlaceOf(context.Request);
        if (AccountPrincipals.Of(context.User) is not { } found) return new(null, "", None, tongue, place);
        var session = settings.Cases.For(found.Actor, Purpose.Administration);
        return new(
            found.Actor, found.Title, await session.RolesAsync(context.RequestAborted), tongue, place);
    }
}
