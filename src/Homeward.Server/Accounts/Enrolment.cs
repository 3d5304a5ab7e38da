using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Storage.Access;
using Homeward.Storage.Keys;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Accounts;

/// <summary>Choosing how one signs in: a password with an authenticator, or a passkey.</summary>
sealed partial class Enrolment(
    AccountContext accounts, UserManager<Account> users, Passkeys passkeys, PasswordRules passwords, MasterKey master,
    AccountLog log, Sessions sessions)
{
    /// <summary>What became of a form: problems as keys of words, or the codes for the loss of the authenticator.
    /// </summary>
    public sealed record Result(IReadOnlyList<string> Problems, IReadOnlyList<string> Codes);

    public static string PlaceOf(Guid account) => $"authenticator of {account:N}";

    /// <summary>A key for somebody's authenticator: the one of an earlier form, or a new one.</summary>
    public EnrolmentKey KeyOf(Account account, string earlier)
    {
        var key = Opened(account, earlier) ?? RandomNumberGenerator.GetBytes(Totp.KeyBytes);
        var box = Convert.ToBase64String(master.Seal(key, PlaceOf(account.Id)));
        var letters = Fours().Replace(Totp.Base32(key), "$0 ").TrimEnd();
        return new(box, letters, Totp.Uri(account.Title.Length > 0 ? account.Title : "Homeward", key));
    }

    /// <summary>Takes the place of all that the account had. Of a form that is refused nothing is kept.</summary>
    /// <param name="account">Saved, or added.</param>
    /// <param name="form">As it was typed.</param>
    /// <param name="beforeSaving">Done in the same transaction; false when the invitation was used meanwhile.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    public async Task<Result> EnrolAsync(
        Account account, EnrolmentForm form, Func<Task<bool>> beforeSaving, CancellationToken cancel)
    {
        var passkey = form.Passkey.Length > 0 ? await passkeys.MadeAsync(account, form.Passkey) : null;
        var key = Opened(account, form.SealedKey);
        var step = key is null ? null : Totp.StepOf(key, form.Code, sessions.Now.ToDateTimeOffset(), after: 0);
        var problems = await ProblemsAsync(account, form, passkey, step, cancel);
        if (problems.Count > 0) return new(problems, []);

        await log.WriteAsync(AuditKind.Act, Permission.ChangeSignIn, account.Actor, account.CaseUser);
        await using var transaction = await accounts.Database.BeginTransactionAsync(cancel);
        if (!await beforeSaving()) return new(["used"], []);
        await ForgetAsync(account, cancel);
        account.UserName = form.Name;
        account.NormalizedUserName = users.NormalizeName(form.Name);
        var codes = passkey is null ? RecoveryCode.NewSet() : [];
        if (passkey is null)
        {
            account.PasswordHash = users.PasswordHasher.HashPassword(account, form.Password);
            account.SealedTotpKey = master.Seal(key, PlaceOf(account.Id));
            account.LastTotpStep = step!.Value;
            accounts.RecoveryCodes.AddRange(codes.Select(it => RecoveryCode.Of(account.Id, it)));
        }
        await accounts.SaveChangesAsync(cancel);
        if (passkey is not null) await users.AddOrUpdatePasskeyAsync(account, passkey);
        await transaction.CommitAsync(cancel);
        return new([], codes);
    }

    async Task<IReadOnlyList<string>> ProblemsAsync(
        Account account, EnrolmentForm form, UserPasskeyInfo? passkey, long? step, CancellationToken cancel)
    {
        var problems = new List<string>();
        var normal = users.NormalizeName(form.Name);
        if (!form.HasName) problems.Add("name");
        else if (await accounts.Users.AnyAsync(it => it.NormalizedUserName == normal && it.Id != account.Id, cancel))
            problems.Add("name-taken");
        if (passkey is not null) return problems;
        if (form.Passkey.Length > 0) return [.. problems, "passkey"];
        problems.AddRange(passwords.Problems(form.Password, form.Name));
        if (form.Password != form.Again) problems.Add("password-differs");
        if (step is null) problems.Add("code");
        return problems;
    }

    async Task ForgetAsync(Account account, CancellationToken cancel)
    {
        await sessions.EndAllAsync(account.Id, but: null, cancel);
        await accounts.UserPasskeys.Where(it => it.UserId == account.Id).ExecuteDeleteAsync(cancel);
        await accounts.RecoveryCodes.Where(it => it.Account == account.Id).ExecuteDeleteAsync(cancel);
        (account.PasswordHash, account.SealedTotpKey, account.LastTotpStep) = (null, null, 0);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
    }

    byte[]? Opened(Account account, string box)
    {
        try
        {
            return box.Length == 0 ? null : master.TryOpen(Convert.FromBase64String(box), PlaceOf(account.Id));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(".{4}")]
    private static partial Regex Fours();
}
