using Homeward.Server.Language;
using Homeward.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.SignIn;

/// <summary>In which language somebody reads: kept in a cookie, and nowhere else.</summary>
static class LanguageChoice
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/language", Handle).ForEverybody();

    static IResult Handle([FromForm] string tongue, [FromForm] string to, HttpContext context)
    {
        if (Tongue.Find(tongue) is not { } chosen) return Results.BadRequest();
        context.Response.Cookies.Append(
            Tongue.Cookie, chosen.Key,
            new() { MaxAge = Kept, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
        return Results.LocalRedirect(LocalPlace.Of(to));
    }
}
