using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Server.Accounts;
using Homeward.Server.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Features.OwnAccount;

/// <summary>What somebody's page about himself shows.</summary>
sealed class OwnAccountReader(
    UserManager<Account> users, AccountContext accounts, Sessions sessions, AccessTokens tokens)
{
    public async Task<Account> AccountAsync(HttpContext context)
    {
        var account = await users.GetUserAsync(context.User);
        Check.That(account is not null);
        return account;
    }

    public async Task<AccountPage.Shown> ReadAsync(
        HttpContext context, IReadOnlyList<string> problems, CancellationToken cancel)
    {
        var account = await AccountAsync(context);
        var keys = await users.GetPasskeysAsync(account);
        return new()
        {
            Own = context.Features.Get<Session>()!.Id,
            IsFresh = sessions.IsFresh(context.Features.Get<Session>()!),
            Sessions = await sessions.OfAsync(account.Id, cancel),
            Tokens = await tokens.OfAsync(account.Id, cancel),
            HasPassword = account.PasswordHash is not null,
            CodesLeft = await accounts.RecoveryCodes.CountAsync(it => it.Account == account.Id, cancel),
            Passkeys =
            [
                .. keys.Select(it => (Convert.ToHexStringLower(it.CredentialId), Instant.Of(it.CreatedAt))),
            ],
            Problems = problems,
        };
    }
}
