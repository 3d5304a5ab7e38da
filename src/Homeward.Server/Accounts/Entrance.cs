using System.Security.Claims;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Storage.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Server.Accounts;

/// <summary>Lets somebody in who has shown who he is, and out.</summary>
sealed class Entrance(
    SignInManager<Account> door, Sessions sessions, AccountLog log, IHttpContextAccessor accessor)
{
    HttpContext Context => accessor.HttpContext!;

    /// <summary>A new session, also where there was one: what was known of the old one is worth nothing.</summary>
    public async Task EnterAsync(Account account, CancellationToken cancel)
    {
        await log.WriteAsync(AuditKind.Act, Permission.SignIn, account.Actor, account.CaseUser);
        if (Context.Features.Get<Session>() is { } earlier)
            await sessions.EndAsync(earlier.Account, earlier.Id, cancel);
        await WriteCookieAsync(
            account, await sessions.BeginAsync(account.Id, BrowserName.Of(Context.Request.Headers.UserAgent), cancel));
    }

    /// <summary>Somebody who is in has shown a second factor again.</summary>
    public async Task ConfirmAsync(Account account, Session session, CancellationToken cancel)
    {
        await log.WriteAsync(AuditKind.Act, Permission.ConfirmSignIn, account.Actor, account.CaseUser);
        await WriteCookieAsync(account, await sessions.ProveAsync(session, cancel));
    }

    public async Task LeaveAsync(CancellationToken cancel)
    {
        if (Context.Features.Get<Session>() is { } session && AccountPrincipals.Of(Context.User) is { } found)
        {
            await log.WriteAsync(AuditKind.Act, Permission.EndSession, found.Actor, found.Actor.User.Value);
            await sessions.EndAsync(session.Account, session.Id, cancel);
        }
        await Context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>A cookie counts as long as its session lasts.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var said = context.Principal?.FindFirstValue(AccountPrincipals.SessionClaim);
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (await sessions.FindAsync(said, context.HttpContext.RequestAborted) is { } session)
            context.HttpContext.Features.Set(session);
        else context.RejectPrincipal();
    }

    async Task WriteCookieAsync(Account account, string session)
    {
        var principal = await door.CreateUserPrincipalAsync(account);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new(AccountPrincipals.SessionClaim, session));
        await Context.SignInAsync(IdentityConstants.ApplicationScheme, principal);
    }
}
