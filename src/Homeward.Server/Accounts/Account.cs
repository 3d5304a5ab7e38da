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

    /// <summary>The key of his authenticator, sealed; null when he has none.</summary>
    public byte[]? SealedTotpKey { get; set; }

    /// <summary>The step of the last code that was taken: no code is taken twice.</summary>
    public long LastTotpStep { get; set; }

    /// <summary>Cannot sign in, until an administrator says otherwise.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>Has chosen how he signs in.</summary>
    public bool IsEnrolled => UserName is not null;

    public Actor Actor => new(new UserId(CaseUser), new AgencyId(Agency));

    /// <summary>One that nobody can sign in to yet.</summary>
    public static Account Of(Actor actor, string title) => new()
    {
        Id = actor.User.Value,
        SecurityStamp = actor.User.Value.ToString("N"),
        CaseUser = actor.User.Value,
        Agency = actor.Agency.Value,
        Title = title,
    };
}
