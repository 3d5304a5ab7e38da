using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage;
using Homeward.Storage.Photos;

namespace Homeward.Server.Security;

/// <summary>The case database for whoever looks at the page: every read of a page comes from here.</summary>
public sealed class Case(ServerSettings settings, Visitor visitor)
{
    public Instant Now => Session.Now;

    /// <summary>Wakes who waits for acts.</summary>
    public ActSignal Acts => settings.Cases.Acts;

    public CaseSession Session
    {
        get
        {
            Check.That(visitor.Actor is not null);
            return settings.Cases.For(visitor.Actor, PurposeOf(visitor));
        }
    }

    /// <summary>Null where no photos are kept.</summary>
    public PhotoAlbum? Photos => settings.Keys is { } keys ? new(Session, keys) : null;

    /// <summary>What the work of a role is for; the log names it with each entry.</summary>
    Purpose PurposeOf(Visitor by) =>
        settings.IsDemonstration ? Purpose.Demonstration
        : by.Roles.Contains(Role.Inspector) ? Purpose.Oversight
        : by.Roles.Contains(Role.Caseworker) ? Purpose.Care
        : by.Roles.Contains(Role.Analyst) ? Purpose.Identification
        : by.Roles.Contains(Role.PanelMember) ? Purpose.Decision
        : by.Roles.Contains(Role.Statistician) && by.Roles.Count == 1 ? Purpose.Statistics
        : by.Roles.Any(it => !RolePowers.IsOfCases(it)) ? Purpose.Administration
        : Purpose.Investigation;
}
