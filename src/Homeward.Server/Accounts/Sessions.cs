using System.Security.Cryptography;
using Homeward.Cases.Time;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Accounts;

/// <summary>Who is signed in. A cookie names a session and its key; the session itself is a row, so that it can be
/// ended from elsewhere and at once.</summary>
sealed class Sessions(AccountContext accounts, TimeProvider clock)
{
    /// <summary>Without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>In all: a shift.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>So long a second factor counts for what needs one.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>A request within this time of the last one is not written down.</summary>
    static readonly TimeSpan Unnoticed = TimeSpan.FromMinutes(1);

    public Instant Now => Instant.Of(clock.GetUtcNow());

    /// <returns>What the cookie says.</returns>
    public async Task<string> BeginAsync(Guid account, string browser, CancellationToken cancel)
    {
        var key = OneTimeKey.New();
        var session = new Session
        {
            Id = new Ids(clock).Next(),
            Account = account,
            KeyHash = OneTimeKey.HashOf(key),
            BeganAt = Now,
            SeenAt = Now,
            ProvenAt = Now,
            Browser = browser,
        };
        accounts.Sessions.Add(session);
        await accounts.SaveChangesAsync(cancel);
        return Said(session.Id, key);
    }

    /// <summary>The session of a cookie, while it lasts.</summary>
    public async Task<Session?> FindAsync(string? said, CancellationToken cancel)
    {
        if (said?.Split('.') is not [var idText, var key] || !Guid.TryParse(idText, out var id)) return null;
        var session = await accounts.Sessions.AsNoTracking().SingleOrDefaultAsync(it => it.Id == id, cancel);
        if (session is null || !IsLive(session, Now)) return null;
        if (!CryptographicOperations.FixedTimeEquals(session.KeyHash, OneTimeKey.HashOf(key))) return null;
        if (Now - session.SeenAt >= Unnoticed)
        {
            var now = Now;
            await accounts.Sessions.Where(it => it.Id == id)
                .ExecuteUpdateAsync(it => it.SetProperty(of => of.SeenAt, now), cancel);
        }
        return session;
    }

    /// <summary>A second factor was shown: the key changes with it.</summary>
    /// <returns>What the cookie says from now on.</returns>
    public async Task<string> ProveAsync(Session session, CancellationToken cancel)
    {
        var key = OneTimeKey.New();
        var (now, hash) = (Now, OneTimeKey.HashOf(key));
        await accounts.Sessions.Where(it => it.Id == session.Id).ExecuteUpdateAsync(
            it => it.SetProperty(of => of.ProvenAt, now).SetProperty(of => of.KeyHash, hash), cancel);
        return Said(session.Id, key);
    }

    public bool IsFresh(Session session) => Now - session.ProvenAt < Fresh;

    public async Task<IReadOnlyList<Session>> OfAsync(Guid account, CancellationToken cancel)
    {
        var all = await accounts.Sessions.AsNoTracking().Where(it => it.Account == account && it.EndedAt == null)
            .ToListAsync(cancel);
        return [.. all.Where(it => IsLive(it, Now)).OrderByDescending(it => it.SeenAt)];
    }

    public Task EndAsync(Guid account, Guid session, CancellationToken cancel) =>
        EndAsync(accounts.Sessions.Where(it => it.Account == account && it.Id == session), cancel);

    /// <summary>All of somebody's, but perhaps the one in which he asks for it, and what his programs show.</summary>
    public async Task EndAllAsync(Guid account, Guid? but, CancellationToken cancel)
    {
        Instant? now = Now;
        await accounts.AccessTokens.Where(it => it.Account == account && it.EndedAt == null)
            .ExecuteUpdateAsync(it => it.SetProperty(of => of.EndedAt, now), cancel);
        await EndAsync(accounts.Sessions.Where(it => it.Account == account && it.Id != but), cancel);
    }

    async Task EndAsync(IQueryable<Session> which, CancellationToken cancel)
    {
        Instant? now = Now;
        await which.Where(it => it.EndedAt == null)
            .ExecuteUpdateAsync(it => it.SetProperty(of => of.EndedAt, now), cancel);
    }

    static bool IsLive(Session session, Instant now) =>
        session.EndedAt is null && now - session.SeenAt < Idle && now - session.BeganAt < Longest;

    static string Said(Guid id, string key) => $"{id:N}.{key}";
}
