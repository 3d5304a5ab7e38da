using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Access;

/// <summary>Who may give whom which role. The same is held by the database: <c>Rules/*/70-roles-are-given.sql</c>.
/// </summary>
public static class GrantRules
{
    /// <summary>The longest that a grant lasts before somebody has to think about it again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(731);

    /// <summary>The role that gives this one.</summary>
    public static Role GiverOf(Role role) => RolePowers.IsOfCases(role) ? Role.Approver : Role.Administrator;

    /// <param name="grant">The grant that is asked for.</param>
    /// <param name="upward">Its region and all above it.</param>
    /// <param name="givers">The grants of the one who gives it.</param>
    /// <param name="receivers">The grants that the receiver has already, none of them taken back.</param>
    /// <param name="receiverIsOf">The receiver's agency.</param>
    public static Outcome<Grant> Check(
        Grant grant, IReadOnlyList<RegionCode> upward, IReadOnlyList<Grant> givers, IReadOnlyList<Grant> receivers,
        AgencyId receiverIsOf)
    {
        if (grant.GrantedBy == grant.User) return new GrantRefusal.ToOneself();
        if (grant.Until <= grant.Since || grant.Until - grant.Since > Longest) return new GrantRefusal.TooLong();
        if (receiverIsOf != grant.Agency) return new GrantRefusal.OtherAgency();
        if (!givers.Any(it => Gives(it, grant))) return new GrantRefusal.NotTheGiver(GiverOf(grant.Role));
        if (!givers.Any(it => Gives(it, grant) && upward.Contains(it.Region))) return new GrantRefusal.LargerRegion();
        if (receivers.Any(it => it.Until > grant.Since && it.Since < grant.Until && Clash(it.Role, grant.Role)))
            return new GrantRefusal.BothKinds();
        return grant;
    }

    /// <summary>Whoever may give a role may take it back; everybody may lay down his own.</summary>
    public static Outcome<GrantEnd> CheckEnd(
        Grant grant, UserId by, IReadOnlyList<Grant> givers, Instant now)
    {
        var asIfGiven = grant with { GrantedBy = by, Since = now };
        if (by != grant.User && !givers.Any(it => Gives(it, asIfGiven)))
            return new GrantRefusal.NotTheGiver(GiverOf(grant.Role));
        return new GrantEnd { Grant = grant.Id, At = now, By = by };
    }

    /// <summary>An approver gives the roles of his own agency; an administrator makes approvers and
    /// administrators.</summary>
    static bool Gives(Grant giver, Grant grant) =>
        giver.User == grant.GrantedBy && giver.Role == GiverOf(grant.Role)
        && giver.Since <= grant.Since && grant.Since < giver.Until
        && (giver.Role == Role.Administrator || giver.Agency == grant.Agency);

    /// <summary>Whoever gives roles or runs the installation works on no case.</summary>
    static bool Clash(Role one, Role other) => RolePowers.IsOfCases(one) != RolePowers.IsOfCases(other);
}
