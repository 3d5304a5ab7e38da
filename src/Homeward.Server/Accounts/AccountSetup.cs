using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Server.Accounts;

/// <summary>Identity as Homeward uses it.</summary>
static class AccountSetup
{
    static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static void AddAccounts(this IServiceCollection services, ServerSettings settings)
    {
        services.AddDbContext<AccountContext>(it =>
            it.UseSqlite($"Data Source={Path.Combine(settings.Folder, "accounts.db")}"));
        services.AddDataProtection().SetApplicationName("homeward")
            .PersistKeysToFileSystem(new(Path.Combine(settings.Folder, "keys", "web")));
        services.AddIdentityCore<Account>(it =>
            {
                it.Password.RequiredLength = 12;
                it.Password.RequireDigit = it.Password.RequireUppercase = it.Password.RequireLowercase = false;
                it.Password.RequireNonAlphanumeric = false;
                it.Password.RequiredUniqueChars = 6;
                it.Lockout.MaxFailedAccessAttempts = 5;
                it.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<AccountContext>()
            .AddClaimsPrincipalFactory<AccountPrincipals>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(it =>
        {
            it.Cookie.Name = "homeward";
            it.Cookie.HttpOnly = true;
            it.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict;
            it.Cookie.SecurePolicy = Microsoft.AspNetCore.Http.CookieSecurePolicy.SameAsRequest;
            it.ExpireTimeSpan = Idle;
            it.SlidingExpiration = true;
            it.LoginPath = "/sign-in";
            it.ReturnUrlParameter = "to";
        });
    }

    /// <summary>Makes the database when there is none, and accounts for those whom anybody may be.</summary>
    public static async Task PrepareAsync(IServiceProvider services, ServerSettings settings, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccountContext>();
        await context.Database.EnsureCreatedAsync(cancel);
        if (!settings.IsDemonstration) return;
        var known = await context.Users.Select(it => it.CaseUser).ToListAsync(cancel);
        foreach (var ready in settings.ReadyUsers.Where(it => !known.Contains(it.User.Value)))
            context.Users.Add(new()
            {
                Id = ready.User.Value,
                UserName = ready.User.Value.ToString(),
                NormalizedUserName = ready.User.Value.ToString().ToUpperInvariant(),
                SecurityStamp = ready.User.Value.ToString("N"),
                CaseUser = ready.User.Value,
                Agency = ready.Agency.Value,
                Title = ready.AgencyName,
            });
        await context.SaveChangesAsync(cancel);
    }
}
