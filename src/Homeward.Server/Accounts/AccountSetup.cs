using Homeward.Server.Api;
using Homeward.Server.Features.SettingUp;
using Homeward.Storage.Access;
using Homeward.Storage.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Server.Accounts;

/// <summary>Identity as Homeward uses it.</summary>
static class AccountSetup
{
    /// <summary>Of the tables of accounts; written into the file.</summary>
    const int Schema = 2;

    /// <summary>OWASP's figure for PBKDF2 with SHA-512.</summary>
    const int HashIterations = 210_000;

    public static void AddAccounts(this IServiceCollection services, ServerSettings settings)
    {
        services.AddDbContext<AccountContext>(it => it.UseSqlite($"Data Source={PathOf(settings)}"));
        services.AddSingleton(_ => MasterKey.OpenOrCreate(Path.Combine(settings.Folder, "keys", "master.key")));
        services.AddDataProtection().SetApplicationName("homeward")
            .PersistKeysToFileSystem(new(Path.Combine(settings.Folder, "keys", "web")));
        services.AddOptions<KeyManagementOptions>()
            .Configure<MasterKey>((it, master) => it.XmlEncryptor = new KeyRingSealing(master));
        services.AddIdentityCore<Account>(it =>
            {
                it.User.AllowedUserNameCharacters = "";
                it.Stores.SchemaVersion = IdentitySchemaVersions.Version3;     // the one with passkeys
            })
            .AddEntityFrameworkStores<AccountContext>()
            .AddClaimsPrincipalFactory<AccountPrincipals>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(it => it.IterationCount = HashIterations);
        services.Configure<IdentityPasskeyOptions>(it =>
            it.UserVerificationRequirement = it.ResidentKeyRequirement = "required");
        services.AddSingleton(new AccountLog(settings.Cases)).AddSingleton<PasswordRules>();
        services.AddScoped<Passkeys>().AddScoped<Sessions>().AddScoped<AccessTokens>().AddScoped<Proof>();
        services.AddScoped<Enrolment>().AddScoped<Entrance>();
        services.AddScoped<Invitations>().AddScoped<SetUpBook>();
        AddCookies(services, settings);
    }

    static void AddCookies(IServiceCollection services, ServerSettings settings)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(it =>
        {
            Harden(it.Cookie, settings, "homeward");
            // The session in it ends earlier, and can be ended.
            it.ExpireTimeSpan = Sessions.Longest;
            it.SlidingExpiration = false;
            it.Events.OnValidatePrincipal = Entrance.ValidateAsync;
            it.ForwardDefaultSelector = context => TokenScheme.IsFor(context.Request) ? TokenScheme.Name : null;
        });
        // Between the two steps of a passkey.
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorUserIdScheme, it => Harden(it.Cookie, settings, "homeward-passkey"));
    }

    /// <summary>Where the connection is safe, the name says so, and the browser holds the cookie to it.</summary>
    public static void Harden(CookieBuilder cookie, ServerSettings settings, string name)
    {
        cookie.Name = settings.CookieName(name);
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = settings.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
    }

    /// <summary>Makes the database when there is none, and accounts for those whom anybody may be.</summary>
    public static async Task PrepareAsync(IServiceProvider services, ServerSettings settings, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccountContext>();
        await MakeAsync(context, settings, cancel);
        if (!settings.IsDemonstration) return;
        var known = await context.Users.Select(it => it.CaseUser).ToListAsync(cancel);
        foreach (var ready in settings.ReadyUsers.Where(it => !known.Contains(it.User.Value)))
        {
            var account = Account.Of(new(ready.User, ready.Agency), ready.AgencyName);
            account.UserName = account.NormalizedUserName = ready.User.Value.ToString().ToUpperInvariant();
            context.Users.Add(account);
        }
        await context.SaveChangesAsync(cancel);
    }

    static async Task MakeAsync(AccountContext context, ServerSettings settings, CancellationToken cancel)
    {
        // The first schema held users of demonstrations alone, who have nothing to lose.
        if (settings.IsDemonstration && File.Exists(PathOf(settings)) && await SchemaOfAsync(context, cancel) == 0)
            await context.Database.EnsureDeletedAsync(cancel);
        if (await context.Database.EnsureCreatedAsync(cancel))
            await context.Database.ExecuteSqlAsync($"PRAGMA user_version = 2", cancel);
        var schema = await SchemaOfAsync(context, cancel);
        if (schema != Schema)
            throw new InvalidDataException("accounts.db is not as this version makes it; it is left as it is.");
    }

    static async Task<long> SchemaOfAsync(AccountContext context, CancellationToken cancel) =>
        await context.Database.SqlQueryRaw<long>("SELECT user_version AS \"Value\" FROM pragma_user_version()")
            .SingleAsync(cancel);

    static string PathOf(ServerSettings settings) => Path.Combine(settings.Folder, "accounts.db");
}
