using Homeward.Cases.Access;
using Homeward.Server.Api;
using Homeward.Server.Language;
using Homeward.Server.Layout;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Security;

/// <summary>The page, or the problem details, of an answer that has nothing but a status.</summary>
static class ErrorAnswer
{
    public static Task WriteAsync(StatusCodeContext context) => WriteAsync(context.HttpContext);

    public static Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (!AsksForPage(context.Request)) return Results.Problem(statusCode: status).ExecuteAsync(context);
        // Where the gate was not reached, nobody is known.
        if (context.Features.Get<Visitor>() is null)
            context.Features.Set(new Visitor(null, "", new HashSet<Role>(), Tongue.Of(context.Request), "/"));
        return Page.Of<ErrorPage>(status, status).ExecuteAsync(context);
    }

    static bool AsksForPage(HttpRequest request) =>
        !TokenScheme.IsFor(request)
        && (request.Headers.Accept.Count == 0
            || request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            || request.Headers.Accept.ToString().Contains("*/*", StringComparison.Ordinal));
}
