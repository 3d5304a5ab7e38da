using System.Security.Cryptography;
using Homeward.Cases.Time;
using Homeward.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Api;

/// <summary>The tokens of programs. What is kept of one is its hash, so it is shown once.</summary>
sealed class AccessTokens(AccountContext accounts, TimeProvider clock)
{
    public const int MostDays = 90;
    public const int LongestName = 60;

    Instant Now => Instant.Of(clock.GetUtcNow());

    /// <returns>The token, which nobody sees again.</returns>
    public async Task<string> MakeAsync(Guid account, string name, int days, CancellationToken cancel)
    {
        var key = OneTimeKey.New();
        var token = new AccessToken
        {
            Id = new Ids(clock).Next(),
            Account = account,
            Name = name,
            KeyHash = OneTimeKey.HashOf(key),
            At = Now,
            Until = Now + TimeSpan.FromDays(days),
        };
        accounts.AccessTokens.Add(token);
        await accounts.SaveChangesAsync(cancel);
        return $"{token.Id:N}.{key}";
    }

    /// <summary>Whose token it is, while it is good and he may sign in.</summary>
    public async Task<Account?> OwnerAsync(string said, CancellationToken cancel)
    {
        if (said.Split('.') is not [var idText, var key] || !Guid.TryParse(idText, out var id)) return null;
        var token = await accounts.AccessTokens.AsNoTracking().SingleOrDefaultAsync(it => it.Id == id, cancel);
        if (token is null || !IsLive(token)) return null;
        if (!CryptographicOperations.FixedTimeEquals(token.KeyHash, OneTimeKey.HashOf(key))) return null;
        return await accounts.Users.AsNoTracking()
            .SingleOrDefaultAsync(it => it.Id == token.Account && !it.IsBlocked, cancel);
    }

    public async Task<IReadOnlyList<AccessToken>> OfAsync(Guid account, CancellationToken cancel)
    {
        var all = await accounts.AccessTokens.AsNoTracking()
            .Where(it => it.Account == account && it.EndedAt == null).ToListAsync(cancel);
        return [.. all.Where(IsLive).OrderBy(it => it.At)];
    }

    public Task EndAsync(Guid account, Guid token, CancellationToken cancel)
    {
        Instant? now = Now;
        return accounts.AccessTokens.Where(it => it.Account == account && it.Id == token && it.EndedAt == null)
            .ExecuteUpdateAsync(it => it.SetProperty(of => of.EndedAt, now), cancel);
    }

    bool IsLive(AccessToken token) => token.EndedAt is null && Now < token.Until;
}
