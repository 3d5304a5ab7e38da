using Microsoft.AspNetCore.Builder;

namespace Homeward.Server.Security;

/// <summary>Where somebody shows who he is, an address may try less often than elsewhere.</summary>
static class RouteLimit
{
    public const string Proofs = "proofs";

    /// <summary>An agency may sit behind one address, and begin its shift in one minute.</summary>
    public const int ProofsAMinute = 60;

    public static T ForProofs<T>(this T route)
        where T : IEndpointConventionBuilder => route.RequireRateLimiting(Proofs);
}
