using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Server.Security;
using Homeward.Storage.Access;
using Homeward.Storage.Keys;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Accounts;

/// <summary>Whether somebody is who he says. Which part of it was wrong is told to nobody.</summary>
sealed class Proof(
    AccountContext accounts, UserManager<Account> users, Passkeys passkeys, MasterKey master, AccountLog log)
{
    const int MostFailures = 5;
    static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    /// <summary>Hashed for a name that nobody has, so that the answer takes as long.</summary>
    static readonly Account Nobody = new();

    static string? s_hashOfNobody;

    /// <summary>By password and a code, or null.</summary>
    public async Task<Account?> ByPasswordAsync(
        string name, string password, string code, DateTimeOffset now, CancellationToken cancel)
    {
        var normal = users.NormalizeName(name.Trim());
        var account = normal is { Length: > 0 }
            ? await accounts.Users.SingleOrDefaultAsync(it => it.NormalizedUserName == normal, cancel) : null;
        if (password.Length > PasswordRules.Longest) password = "";
        var isProven = account is { PasswordHash: not null }
            ? await CountedAsync(
                account, now,
                async () => await users.CheckPasswordAsync(account, password) && Takes(account, code, now), cancel)
            : await IsNobodyAsync(password);
        if (isProven && account is { IsBlocked: false }) return account;
        await RefusedAsync(Permission.SignIn, account);
        return null;
    }

    /// <summary>By a code alone, of somebody who is signed in.</summary>
    public async Task<bool> ByCodeAsync(
        Account account, string code, DateTimeOffset now, CancellationToken cancel)
    {
        var isProven = await CountedAsync(account, now, () => Task.FromResult(Takes(account, code, now)), cancel);
        if (!isProven) await RefusedAsync(Permission.ConfirmSignIn, account);
        return isProven;
    }

    /// <summary>By a passkey, which shows by itself that a person was there.</summary>
    public async Task<Account?> ByPasskeyAsync(string answer, DateTimeOffset now)
    {
        var account = await passkeys.ShownAsync(answer);
        if (account is { IsBlocked: false } && !IsLocked(account, now)) return account;
        await RefusedAsync(Permission.SignIn, account);
        return null;
    }

    /// <summary>Five failures lock an account for a quarter of an hour. Attempts take turns, so that many at once are
    /// counted as many.</summary>
    async Task<bool> CountedAsync(
        Account account, DateTimeOffset now, Func<Task<bool>> isRight, CancellationToken cancel)
    {
        using var turn = await Turn.OfAsync(account.Id, cancel);
        await accounts.Entry(account).ReloadAsync(cancel);
        var isLocked = IsLocked(account, now);
        var isProven = await isRight() && !isLocked;
        if (isProven) account.AccessFailedCount = 0;
        else if (!isLocked && ++account.AccessFailedCount >= MostFailures)
        {
            account.AccessFailedCount = 0;
            account.LockoutEnd = now + Locked;
        }
        await accounts.SaveChangesAsync(cancel);
        return isProven;
    }

    static bool IsLocked(Account account, DateTimeOffset now) => account.LockoutEnd > now;

    /// <summary>Takes a code of the authenticator, or of the set for its loss, and never the same one again.</summary>
    bool Takes(Account account, string code, DateTimeOffset now)
    {
        if (account.SealedTotpKey is { } box && master.TryOpen(box, Enrolment.PlaceOf(account.Id)) is { } key
            && Totp.StepOf(key, code, now, account.LastTotpStep) is { } step)
        {
            account.LastTotpStep = step;
            return true;
        }
        var spent = RecoveryCode.Of(account.Id, code);
        return accounts.RecoveryCodes.Where(it => it.Account == spent.Account && it.Hash == spent.Hash)
            .ExecuteDelete() == 1;
    }

    Task<bool> IsNobodyAsync(string password)
    {
        s_hashOfNobody ??= users.PasswordHasher.HashPassword(Nobody, OneTimeKey.New());
        users.PasswordHasher.VerifyHashedPassword(Nobody, s_hashOfNobody, password);
        return Task.FromResult(false);
    }

    Task RefusedAsync(Permission what, Account? account) =>
        log.WriteAsync(AuditKind.Refused, what, null, account is null ? [] : [account.CaseUser]);
}
