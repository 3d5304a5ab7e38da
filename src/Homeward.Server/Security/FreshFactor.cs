using Homeward.Server.Accounts;
using Homeward.Server.Features.SignIn;
using Homeward.Server.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Server.Security;

/// <summary>Asks for the second factor again where somebody gives power away, signs or takes data out. The form that
/// was sent is kept in the page that asks, so that nothing is typed twice.</summary>
static class FreshFactor
{
    const string Code = "confirm-code";
    const string Passkey = "confirm-passkey";

    public static RouteHandlerBuilder AfterFreshFactor(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(AskAsync);

    static async ValueTask<object?> AskAsync(EndpointFilterInvocationContext asked, EndpointFilterDelegate next)
    {
        var context = asked.HttpContext;
        var services = context.RequestServices;
        // Users of a demonstration have no second factor.
        if (services.GetRequiredService<ServerSettings>().IsDemonstration) return await next(asked);
        if (context.Features.Get<Session>() is not { } session) return Results.Unauthorized();
        if (services.GetRequiredService<Sessions>().IsFresh(session)) return await next(asked);
        var fields = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var account = await services.GetRequiredService<UserManager<Account>>()
            .FindByIdAsync(session.Account.ToString());
        var wasTried = fields[Code].Count + fields[Passkey].Count > 0;
        if (account is not null && wasTried && await IsProvenAsync(services, account, fields, context.RequestAborted))
        {
            await services.GetRequiredService<Entrance>().ConfirmAsync(account, session, context.RequestAborted);
            return await next(asked);
        }
        return Page.Of<ConfirmPage>(
            new ConfirmPage.Shown(
                context.Request.Path + context.Request.QueryString, context.Request.Method,
                [
                    .. fields.Where(it => !IsOurs(it.Key))
                        .SelectMany(it => it.Value.Select(value => (it.Key, value ?? ""))),
                ],
                wasTried, account?.SealedTotpKey is not null),
            StatusCodes.Status401Unauthorized);
    }

    static async Task<bool> IsProvenAsync(
        IServiceProvider services, Account account, IFormCollection fields, CancellationToken cancel)
    {
        var proof = services.GetRequiredService<Proof>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return fields[Passkey].ToString() is { Length: > 0 } answer
            ? (await proof.ByPasskeyAsync(answer, now))?.Id == account.Id
            : await proof.ByCodeAsync(account, fields[Code].ToString(), now, cancel);
    }

    static bool IsOurs(string name) => name is Code or Passkey or "__RequestVerificationToken";
}
