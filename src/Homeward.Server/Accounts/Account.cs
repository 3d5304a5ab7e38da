using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Microsoft.AspNetCore.Identity;

namespace Homeward.Server.Accounts;

/// <summary>How a user proves who he is. What he may do is told by grants of the case database, not here.</summary>
/// <remarks>A row of ASP.NET Core Identity, which sets its properties.</remarks>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The user of the case database.</summary>
    public Guid CaseUser { get; set; }

    /// <summary>The agency for which he acts.</summary>
    public Guid Agency { get; set; }

    /// <summary>What the head of a page calls him.</summary>
    public string Title { get; set; } = "";

    public Actor Actor => new(new UserId(CaseUser), new AgencyId(Agency));
}
