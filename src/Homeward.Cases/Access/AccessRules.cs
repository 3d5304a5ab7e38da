using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Access;

/// <summary>Decides what somebody may see and do. Whatever no grant allows is denied.</summary>
public static class AccessRules
{
    /// <param name="grants">The grants of one user that were not taken back.</param>
    /// <param name="agency">The agency for which the user acts now.</param>
    /// <param name="wish">What is asked for.</param>
    /// <param name="now">The moment for which it is decided.</param>
    public static Outcome<Admission> Decide(IReadOnlyList<Grant> grants, AgencyId agency, Wish wish, Instant now)
    {
        // One grant must allow all of it: the permission of one role and the fields of another make no third role.
        var granted = grants
            .Where(it => it.Agency == agency && it.Since <= now && now < it.Until)
            .Where(it => RolePowers.Of(it.Role).Permissions.Contains(wish.What))
            .ToList();
        if (granted.Count == 0) return new AccessRefusal.NotGranted(wish.What);
        // Whoever writes a field knows what he writes; what is closed is reading it.
        if (RolePowers.IsReading(wish.What))
            granted.RemoveAll(it => (wish.Fields & ~RolePowers.Of(it.Role).Fields) != 0);
        if (granted.Count == 0) return new AccessRefusal.FieldsClosed(wish.What, wish.Fields);
        if (wish.Regions.Count > 0) granted.RemoveAll(it => !wish.Regions.Contains(it.Region));
        if (granted.Count == 0) return new AccessRefusal.OutsideRegion(wish.What);
        return new Admission(
            agency,
            granted.Where(it => it.Compartment is null).Select(it => it.Region).ToHashSet(),
            granted.Select(it => it.Compartment).OfType<Guid>().ToHashSet());
    }
}
