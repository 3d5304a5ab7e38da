using System.Text.Encodings.Web;
using Homeward.Server.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Homeward.Server.Api;

/// <summary>Signs a request of the API in by its token. Cookies count for nothing there, so that no page of anybody
/// else can make a browser ask for it.</summary>
sealed class TokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder,
    AccessTokens tokens, SignInManager<Account> door)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "homeward-token";
    const string Prefix = "Bearer ";

    public static bool IsFor(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var said = Request.Headers.Authorization.ToString();
        if (!said.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        return await tokens.OwnerAsync(said[Prefix.Length..].Trim(), Context.RequestAborted) is { } account
            ? AuthenticateResult.Success(new(await door.CreateUserPrincipalAsync(account), Name))
            : AuthenticateResult.Fail("No such token.");
    }
}
