using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Accounts;

/// <summary>Links by which people come in, and the two signatures under one that takes the place of what somebody had.
/// </summary>
sealed class Invitations(AccountContext accounts, AccountLog log, TimeProvider clock)
{
    public Instant Now => Instant.Of(clock.GetUtcNow());

    /// <summary>For somebody who cannot sign in yet. An earlier link is worth nothing from now on.</summary>
    /// <param name="who">The user.</param>
    /// <param name="title">What colleagues call him.</param>
    /// <param name="by">Who invites; null for the program itself.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The key of the link, to be shown once; null when he can sign in already.</returns>
    public async Task<string?> InviteAsync(Actor who, string title, Actor? by, CancellationToken cancel)
    {
        var account = await accounts.Users.SingleOrDefaultAsync(it => it.Id == who.User.Value, cancel);
        if (account is { IsEnrolled: true }) return null;
        await log.WriteAsync(AuditKind.Act, Permission.InviteUser, by, who.User.Value);
        if (account is null) accounts.Users.Add(Account.Of(who, title));
        await EndOpenAsync(who.User.Value, cancel);
        var key = OneTimeKey.New();
        accounts.Invitations.Add(new()
        {
            Id = new Ids(clock).Next(),
            Account = who.User.Value,
            KeyHash = OneTimeKey.HashOf(key),
            At = Now,
            Until = Now + Invitation.Valid,
            By = by?.User.Value,
            IsRecovery = false,
        });
        await accounts.SaveChangesAsync(cancel);
        return key;
    }

    /// <summary>One person wants that somebody chooses anew how he signs in; a second one has to want it too.</summary>
    public async Task AskForRecoveryAsync(Account account, Actor by, CancellationToken cancel)
    {
        await log.WriteAsync(AuditKind.Act, Permission.RecoverUser, by, account.CaseUser);
        await EndOpenAsync(account.Id, cancel);
        accounts.Invitations.Add(new()
        {
            Id = new Ids(clock).Next(),
            Account = account.Id,
            At = Now,
            By = by.User.Value,
            IsRecovery = true,
        });
        await accounts.SaveChangesAsync(cancel);
    }

    /// <returns>The key of the link; null when nobody asked, or when it is the same person or the user
    /// himself.</returns>
    public async Task<string?> SignRecoveryAsync(Account account, Actor by, CancellationToken cancel)
    {
        if (await OpenOfAsync(account.Id, cancel) is not { IsWaiting: true } waiting
            || waiting.By == by.User.Value || account.CaseUser == by.User.Value) return null;
        await log.WriteAsync(AuditKind.Act, Permission.RecoverUser, by, account.CaseUser);
        var key = OneTimeKey.New();
        byte[]? hash = OneTimeKey.HashOf(key);
        Guid? second = by.User.Value;
        Instant? until = Now + Invitation.Valid;
        var signed = await accounts.Invitations
            .Where(it => it.Id == waiting.Id && it.SecondBy == null && it.EndedAt == null)
            .ExecuteUpdateAsync(
                it => it.SetProperty(of => of.KeyHash, hash).SetProperty(of => of.SecondBy, second)
                    .SetProperty(of => of.Until, until),
                cancel);
        return signed == 1 ? key : null;
    }

    /// <summary>The invitation of a link, while it is good.</summary>
    public async Task<Invitation?> FindAsync(string key, CancellationToken cancel)
    {
        var hash = OneTimeKey.HashOf(key);
        var found = await accounts.Invitations.AsNoTracking().SingleOrDefaultAsync(it => it.KeyHash == hash, cancel);
        return found?.IsOpen(Now) == true ? found : null;
    }

    /// <summary>False when it was used or taken back meanwhile.</summary>
    public async Task<bool> UseAsync(Invitation invitation, CancellationToken cancel)
    {
        Instant? now = Now;
        return await accounts.Invitations.Where(it => it.Id == invitation.Id && it.EndedAt == null)
            .ExecuteUpdateAsync(it => it.SetProperty(of => of.EndedAt, now), cancel) == 1;
    }

    public async Task<Invitation?> OpenOfAsync(Guid account, CancellationToken cancel) =>
        (await OpenAsync(cancel)).LastOrDefault(it => it.Account == account);

    /// <summary>All that can still be used or signed, the oldest first.</summary>
    public async Task<IReadOnlyList<Invitation>> OpenAsync(CancellationToken cancel)
    {
        var all = await accounts.Invitations.AsNoTracking().Where(it => it.EndedAt == null).OrderBy(it => it.Id)
            .ToListAsync(cancel);
        return [.. all.Where(it => it.IsOpen(Now))];
    }

    public async Task EndOpenAsync(Guid account, CancellationToken cancel)
    {
        Instant? now = Now;
        await accounts.Invitations.Where(it => it.Account == account && it.EndedAt == null)
            .ExecuteUpdateAsync(it => it.SetProperty(of => of.EndedAt, now), cancel);
    }
}
