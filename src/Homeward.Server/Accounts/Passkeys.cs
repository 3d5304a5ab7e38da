using Microsoft.AspNetCore.Identity;

namespace Homeward.Server.Accounts;

/// <summary>What a browser answers for a passkey. An answer to which nobody asked is none.</summary>
sealed class Passkeys(SignInManager<Account> door, UserManager<Account> users)
{
    /// <summary>For the script that asks the browser to make one.</summary>
    public Task<string> OptionsToMakeAsync(Account account, string name) => door.MakePasskeyCreationOptionsAsync(new()
    {
        Id = account.Id.ToString(),
        Name = name.Length > 0 ? name : account.UserName ?? "homeward",
        DisplayName = account.Title.Length > 0 ? account.Title : name,
    });

    /// <summary>For the script that asks the browser to show one, whosever it is.</summary>
    public Task<string> OptionsToShowAsync() => door.MakePasskeyRequestOptionsAsync(null);

    /// <summary>The new passkey in an answer; null when it is none for this account.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(Account account, string answer)
    {
        if (answer.Length == 0) return null;
        try
        {
            var made = await door.PerformPasskeyAttestationAsync(answer);
            return made.Succeeded && made.UserEntity.Id == account.Id.ToString() ? made.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // The framework's word for it that nothing was asked before.
            return null;
        }
    }

    /// <summary>Whose passkey was shown; null when it was none.</summary>
    public async Task<Account?> ShownAsync(string answer)
    {
        if (answer.Length == 0) return null;
        try
        {
            var result = await door.PerformPasskeyAssertionAsync(answer);
            // Its counter goes on, so that a copy is found.
            return result.Succeeded && (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded
                ? result.User : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
