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
        app.MapPost("/sign-in", EnterAsync).ForEverybody().ForProofs();
        app.MapPost("/sign-in/passkey-options", OptionsAsync).ForEverybody().ForProofs();
        app.MapPost("/sign-in/passkey", EnterByPasskeyAsync).ForEverybody().ForProofs();
        app.MapPost("/sign-in/ready", EnterReadyAsync).ForEverybody();
        app.MapPost("/sign-out", LeaveAsync).ForEverybody();
    }

    static IResult Show([FromQuery] string? to, ServerSettings settings, InstallationState installation) =>
        !installation.IsSettled ? Results.LocalRedirect("/set-up")
        : settings.IsDemonstration
            ? Page.Of<ReadyUsersPage>(new ReadyUsersPage.Shown(settings.ReadyUsers, LocalPlace.Of(to)))
            : Page.Of<SignInPage>(new SignInPage.Shown(LocalPlace.Of(to), "", false));

    /// <summary>Name, password and code together: an answer tells nothing of which was wrong.</summary>
    static async Task<IResult> EnterAsync(
        HttpRequest request, Proof proof, Entrance entrance, TimeProvider clock, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        var (name, to) = (fields["name"].ToString(), LocalPlace.Of(fields["to"]));
        var account = await proof.ByPasswordAsync(
            name, fields["password"].ToString(), fields["code"].ToString(), clock.GetUtcNow(), cancel);
        return await AnswerAsync(account, new(to, name, true), entrance, cancel);
    }

    static async Task<IResult> OptionsAsync(Passkeys passkeys) =>
        Results.Content(await passkeys.OptionsToShowAsync(), "application/json");

    static async Task<IResult> EnterByPasskeyAsync(
        HttpRequest request, Proof proof, Entrance entrance, TimeProvider clock, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        var account = await proof.ByPasskeyAsync(fields["passkey"].ToString(), clock.GetUtcNow());
        return await AnswerAsync(account, new(LocalPlace.Of(fields["to"]), "", true), entrance, cancel);
    }

    static async Task<IResult> AnswerAsync(
        Account? account, SignInPage.Shown shown, Entrance entrance, CancellationToken cancel)
    {
        if (account is null) return Page.Of<SignInPage>(shown, StatusCodes.Status401Unauthorized);
        await entrance.EnterAsync(account, cancel);
        return Results.LocalRedirect(shown.To);
    }

    /// <summary>In a demonstration anybody is whom he likes; elsewhere there is no such route.</summary>
    static async Task<IResult> EnterReadyAsync(
        [FromForm] Guid user, [FromForm] string? to, ServerSettings settings, Entrance entrance,
        UserManager<Account> accounts, CancellationToken cancel)
    {
        if (!settings.ReadyUsers.Any(it => it.User.Value == user)) return Results.NotFound();
        var account = await accounts.FindByIdAsync(user.ToString());
        if (account is null) return Results.NotFound();
        await entrance.EnterAsync(account, cancel);
        return Results.LocalRedirect(LocalPlace.Of(to));
    }

    static async Task<IResult> LeaveAsync(Entrance entrance, CancellationToken cancel)
    {
        await entrance.LeaveAsync(cancel);
        return Results.LocalRedirect("/sign-in");
    }
}
