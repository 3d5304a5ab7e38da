using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Cases.Agencies;
using Homeward.Cases.Installations;
using Homeward.Cases.Time;
using Homeward.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Features.SettingUp;

/// <summary>The setting up of an installation: its link, whoever used it, and what he chose.</summary>
sealed class SetUpBook(AccountContext accounts, TimeProvider clock)
{
    static readonly JsonSerializerOptions Style = new() { Converters = { new JsonStringEnumConverter() } };

    Instant Now => Instant.Of(clock.GetUtcNow());

    /// <summary>A new link. One that was printed before is worth nothing from now on; what was chosen stays.</summary>
    public async Task<string> NewLinkAsync(CancellationToken cancel)
    {
        var key = OneTimeKey.New();
        var earlier = await FindAsync(cancel);
        await accounts.SetUps.ExecuteDeleteAsync(cancel);
        accounts.SetUps.Add(new()
        {
            LinkHash = OneTimeKey.HashOf(key),
            Until = Now + SetUp.Valid,
            Draft = earlier?.Draft ?? "{}",
        });
        await accounts.SaveChangesAsync(cancel);
        return key;
    }

    public async Task<bool> IsLinkAsync(string key, CancellationToken cancel) =>
        await FindAsync(cancel) is { LinkHash: { } hash } && IsOf(key, hash);

    /// <returns>What the cookie of this browser says; null when the link is not, or not any more, good.</returns>
    public async Task<string?> UseLinkAsync(string key, CancellationToken cancel)
    {
        if (!await IsLinkAsync(key, cancel)) return null;
        var cookie = OneTimeKey.New();
        byte[]? hash = OneTimeKey.HashOf(cookie);
        byte[]? none = null;
        var used = await accounts.SetUps.Where(it => it.LinkHash != null).ExecuteUpdateAsync(
            it => it.SetProperty(of => of.CookieHash, hash).SetProperty(of => of.LinkHash, none), cancel);
        return used == 1 ? cookie : null;
    }

    /// <summary>What was chosen, for the browser that used the link; null for every other one.</summary>
    public async Task<SetUpDraft?> DraftAsync(string? cookie, CancellationToken cancel) =>
        cookie is not null && await FindAsync(cancel) is { CookieHash: { } hash } found && IsOf(cookie, hash)
            ? JsonSerializer.Deserialize<SetUpDraft>(found.Draft, Style) : null;

    public async Task KeepAsync(SetUpDraft draft, CancellationToken cancel)
    {
        var text = JsonSerializer.Serialize(draft, Style);
        await accounts.SetUps.ExecuteUpdateAsync(it => it.SetProperty(of => of.Draft, text), cancel);
    }

    /// <summary>Chooses agencies, and makes room for the administrators of the first one.</summary>
    public async Task KeepAgenciesAsync(SetUpDraft draft, CancellationToken cancel)
    {
        await accounts.Users.ExecuteDeleteAsync(cancel);
        var ids = new Ids(clock);
        for (var count = 0; count < Founding.LeastAdministrators; count++)
            accounts.Users.Add(Account.Of(new(new(ids.Next()), new AgencyId(draft.Agencies[0].Id)), ""));
        await accounts.SaveChangesAsync(cancel);
        await KeepAsync(draft, cancel);
    }

    /// <summary>In the order in which they were made.</summary>
    public async Task<IReadOnlyList<Account>> AdministratorsAsync(CancellationToken cancel) =>
        await accounts.Users.OrderBy(it => it.Id).ToListAsync(cancel);

    /// <summary>Nothing of it is kept.</summary>
    public async Task ForgetAsync(CancellationToken cancel)
    {
        await accounts.Users.ExecuteDeleteAsync(cancel);
        await accounts.RecoveryCodes.ExecuteDeleteAsync(cancel);
        await KeepAsync(new(), cancel);
    }

    public Task EndAsync(CancellationToken cancel) => accounts.SetUps.ExecuteDeleteAsync(cancel);

    async Task<SetUp?> FindAsync(CancellationToken cancel) =>
        await accounts.SetUps.AsNoTracking().SingleOrDefaultAsync(cancel) is { } found && Now < found.Until
            ? found : null;

    static bool IsOf(string key, byte[] hash) => CryptographicOperations.FixedTimeEquals(OneTimeKey.HashOf(key), hash);
}
