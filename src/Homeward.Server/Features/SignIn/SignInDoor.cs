using Homeward.Server.Accounts;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.SignIn;

/// <summary>The way in and out.</summary>
static class SignInDoor
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", Show).ForEverybody();
        app.MapPost("/sign-in/ready", EnterReadyAsync).ForEverybody();
        app.MapPost("/sign-out", LeaveAsync).ForEverybody();
    }

    static IResult Show([FromQuery] string? to, ServerSettings settings) =>
        settings.IsDemonstration
            ? Page.Of<ReadyUsersPage>(new ReadyUsersPage.Shown(settings.ReadyUsers, LocalPlace.Of(to)))
            : Results.NotFound();

    /// <summary>In a demonstration anybody is whom he likes; elsewhere there is no such route.</summary>
    static async Task<IResult> EnterReadyAsync(
        [FromForm] Guid user, [FromForm] string? to, ServerSettings settings, SignInManager<Account> door,
        UserManager<Account> accounts)
    {
        if (!settings.ReadyUsers.Any(it => it.User.Value == user)) return Results.NotFound();
        var account = await accounts.FindByIdAsync(user.ToString());
        if (account is null) return Results.NotFound();
        await door.SignInAsync(account, isPersistent: false);
        return Results.LocalRedirect(LocalPlace.Of(to));
    }

    static async Task<IResult> LeaveAsync(SignInManager<Account> door)
    {
        await door.SignOutAsync();
        return Results.LocalRedirect("/sign-in");
    }
}
