using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Server.Accounts;
using Homeward.Server.Api;
using Homeward.Server.Features.SignIn;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Features.OwnAccount;

/// <summary>How somebody signs in himself, and where he is signed in.</summary>
static class AccountDesk
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account", ShowAsync).ForSignedIn();
        app.MapPost("/account/confirm", Confirmed).ForSignedIn().AfterFreshFactor();
        app.MapPost("/account/sessions", EndSessionsAsync).ForSignedIn();
        app.MapPost("/account/password", ChangePasswordAsync).ForSignedIn().AfterFreshFactor();
        app.MapPost("/account/codes", NewCodesAsync).ForSignedIn().AfterFreshFactor();
        app.MapPost("/account/tokens", MakeTokenAsync).ForSignedIn().AfterFreshFactor();
        app.MapPost("/account/tokens/end", EndTokenAsync).ForSignedIn();
        app.MapPost("/account/passkey-options", OptionsAsync).ForSignedIn().AfterFreshFactor();
        app.MapPost("/account/passkeys", AddPasskeyAsync).ForSignedIn().AfterFreshFactor();
        app.MapPost("/account/passkeys/remove", RemovePasskeyAsync).ForSignedIn().AfterFreshFactor();
    }

    static async Task<IResult> ShowAsync(HttpContext context, OwnAccountReader reader, CancellationToken cancel) =>
        Page.Of<AccountPage>(await reader.ReadAsync(context, [], cancel));

    /// <summary>Whoever comes here has shown his second factor: the filter saw to it.</summary>
    static IResult Confirmed([FromForm] string? to) => Results.LocalRedirect(LocalPlace.Of(to));

    /// <summary>One by its id, or all but this one.</summary>
    static async Task<IResult> EndSessionsAsync(
        HttpContext context, Sessions sessions, AccountLog log, CancellationToken cancel)
    {
        var fields = await context.Request.ReadFormAsync(cancel);
        if (context.Features.Get<Session>() is not { } own) return Results.BadRequest();
        var isOne = Guid.TryParse(fields["session"], out var id);
        if (!isOne && fields["session"] != "others") return Results.BadRequest();
        var actor = AccountPrincipals.Of(context.User)!.Value.Actor;
        await log.WriteAsync(AuditKind.Act, Permission.EndSession, actor, actor.User.Value);
        await (isOne
            ? sessions.EndAsync(own.Account, id, cancel) : sessions.EndAllAsync(own.Account, own.Id, cancel));
        return Results.LocalRedirect("/account");
    }

    /// <summary>All other sessions end with the old password.</summary>
    static async Task<IResult> ChangePasswordAsync(
        HttpContext context, OwnAccountReader reader, UserManager<Account> users, PasswordRules rules, AccountLog log,
        Sessions sessions, CancellationToken cancel)
    {
        var account = await reader.AccountAsync(context);
        if (account.PasswordHash is null) return Results.NotFound();
        var fields = await context.Request.ReadFormAsync(cancel);
        var (old, password) = (fields["old"].ToString(), fields["password"].ToString());
        var problems = rules.Problems(password, account.UserName!).ToList();
        if (password != fields["again"]) problems.Add("password-differs");
        if (old.Length > PasswordRules.Longest || !await users.CheckPasswordAsync(account, old))
            problems.Add("password-old");
        if (problems.Count > 0)
            return Page.Of<AccountPage>(
                await reader.ReadAsync(context, problems, cancel), StatusCodes.Status422UnprocessableEntity);
        await log.WriteAsync(AuditKind.Act, Permission.ChangeSignIn, account.Actor, account.CaseUser);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        await users.UpdateAsync(account);
        await sessions.EndAllAsync(account.Id, context.Features.Get<Session>()!.Id, cancel);
        return Results.LocalRedirect("/account");
    }

    static async Task<IResult> NewCodesAsync(
        HttpContext context, OwnAccountReader reader, AccountContext accounts, AccountLog log, CancellationToken cancel)
    {
        var account = await reader.AccountAsync(context);
        if (account.SealedTotpKey is null) return Results.NotFound();
        await log.WriteAsync(AuditKind.Act, Permission.ChangeSignIn, account.Actor, account.CaseUser);
        var codes = RecoveryCode.NewSet();
        await accounts.RecoveryCodes.Where(it => it.Account == account.Id).ExecuteDeleteAsync(cancel);
        accounts.RecoveryCodes.AddRange(codes.Select(it => RecoveryCode.Of(account.Id, it)));
        await accounts.SaveChangesAsync(cancel);
        return Page.Of<CodesPage>(new CodesPage.Shown(codes, "/account"));
    }

    static async Task<IResult> MakeTokenAsync(
        HttpContext context, OwnAccountReader reader, AccessTokens tokens, AccountLog log, CancellationToken cancel)
    {
        var account = await reader.AccountAsync(context);
        var fields = await context.Request.ReadFormAsync(cancel);
        var name = fields["name"].ToString().Trim();
        var isName = name.Length is > 0 and <= AccessTokens.LongestName && !name.Any(char.IsControl);
        if (!isName || !int.TryParse(fields["days"], out var days) || days is < 1 or > AccessTokens.MostDays)
            return Page.Of<AccountPage>(
                await reader.ReadAsync(context, ["token"], cancel), StatusCodes.Status422UnprocessableEntity);
        await log.WriteAsync(AuditKind.Act, Permission.ChangeSignIn, account.Actor, account.CaseUser);
        var token = await tokens.MakeAsync(account.Id, name, days, cancel);
        return Page.Of<AccountPage>(await reader.ReadAsync(context, [], cancel) with { NewToken = token });
    }

    static async Task<IResult> EndTokenAsync(
        HttpContext context, OwnAccountReader reader, AccessTokens tokens, AccountLog log, CancellationToken cancel)
    {
        var account = await reader.AccountAsync(context);
        var fields = await context.Request.ReadFormAsync(cancel);
        if (!Guid.TryParse(fields["token"], out var token)) return Results.BadRequest();
        await log.WriteAsync(AuditKind.Act, Permission.ChangeSignIn, account.Actor, account.CaseUser);
        await tokens.EndAsync(account.Id, token, cancel);
        return Results.LocalRedirect("/account");
    }

    static async Task<IResult> OptionsAsync(HttpContext context, OwnAccountReader reader, Passkeys passkeys)
    {
        var account = await reader.AccountAsync(context);
        return Results.Content(await passkeys.OptionsToMakeAsync(account, account.UserName!), "application/json");
    }

    static async Task<IResult> AddPasskeyAsync(
        HttpContext context, OwnAccountReader reader, Passkeys passkeys, UserManager<Account> users, AccountLog log,
        CancellationToken cancel)
    {
        var account = await reader.AccountAsync(context);
        var fields = await context.Request.ReadFormAsync(cancel);
        if (await passkeys.MadeAsync(account, fields["passkey"].ToString()) is not { } passkey)
            return Page.Of<AccountPage>(
                await reader.ReadAsync(context, ["passkey"], cancel), StatusCodes.Status422UnprocessableEntity);
        await log.WriteAsync(AuditKind.Act, Permission.ChangeSignIn, account.Actor, account.CaseUser);
        await users.AddOrUpdatePasskeyAsync(account, passkey);
        return Results.LocalRedirect("/account");
    }

    /// <summary>The last way in stays.</summary>
    static async Task<IResult> RemovePasskeyAsync(
        HttpContext context, OwnAccountReader reader, UserManager<Account> users, AccountLog log,
        CancellationToken cancel)
    {
        var account = await reader.AccountAsync(context);
        var fields = await context.Request.ReadFormAsync(cancel);
        var all = await users.GetPasskeysAsync(account);
        var found = all.FirstOrDefault(it => Convert.ToHexStringLower(it.CredentialId) == fields["credential"]);
        if (found is null || (all.Count == 1 && account.PasswordHash is null)) return Results.NotFound();
        await log.WriteAsync(AuditKind.Act, Permission.ChangeSignIn, account.Actor, account.CaseUser);
        await users.RemovePasskeyAsync(account, found.CredentialId);
        return Results.LocalRedirect("/account");
    }
}
