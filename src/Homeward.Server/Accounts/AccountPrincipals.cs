using System.Security.Claims;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Homeward.Server.Accounts;

/// <summary>What a cookie says of an account: whom he acts as. Never a role: that is asked at every request.</summary>
sealed class AccountPrincipals(UserManager<Account> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    public const string SessionClaim = "homeward:session";
    const string User = "homeward:user";
    const string Agency = "homeward:agency";
    const string Title = "homeward:title";

    /// <summary>Null when nobody is signed in.</summary>
    public static (Actor Actor, string Title)? Of(ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && Guid.TryParse(principal.FindFirstValue(User), out var user)
        && Guid.TryParse(principal.FindFirstValue(Agency), out var agency)
            ? (new(new UserId(user), new AgencyId(agency)), principal.FindFirstValue(Title) ?? "")
            : null;

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(User, user.CaseUser.ToString()));
        identity.AddClaim(new(Agency, user.Agency.ToString()));
        identity.AddClaim(new(Title, user.Title));
        return identity;
    }
}
