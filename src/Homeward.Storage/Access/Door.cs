using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Access;

/// <summary>Decides at every read and every act anew, so that a role that is taken back is gone at once.</summary>
static class Door
{
    /// <summary>What may be done while nobody has a role yet.</summary>
    static readonly Permission[] OfSettingUp =
        [Permission.ManageAgency, Permission.ManageUser, Permission.GrantRole, Permission.ReadAgencies];

    /// <summary>Lets the actor in and shows the context what exists for him; or says why not.</summary>
    public static async Task<Outcome<Admission>> AdmitAsync(
        CaseContext context, Actor actor, Asked asked, Instant now, CancellationToken cancel)
    {
        var grants = await context.LiveGrants.OfAsync(context, actor.User, cancel);
        var wish = new Wish(asked.What, asked.Fields, await UpwardAsync(context, asked.Region, cancel));
        var decided = AccessRules.Decide(grants, actor.Agency, wish, now);
        if (!decided.IsAllowed && OfSettingUp.Contains(asked.What) && !await context.Set<Grant>().AnyAsync(cancel))
            decided = new Admission(actor.Agency, new HashSet<RegionCode>(), new HashSet<Guid>());
        if (decided.Value is { } admission)
            context.Sight = new(actor.User, now, [.. admission.Compartments])
            {
                Regions = await ReachAsync(context, admission.Regions, cancel),
            };
        return decided;
    }

    /// <summary>That a region is a country never changes, and nearly everybody's is: it is asked once.</summary>
    static async Task<IReadOnlyList<RegionCode>?> ReachAsync(
        CaseContext context, IReadOnlySet<RegionCode> roots, CancellationToken cancel)
    {
        if (roots.Any(context.LiveGrants.Countries.ContainsKey)) return null;
        var reached = await RegionSight.ReachAsync(context, roots, cancel);
        if (reached is not null) return reached;
        foreach (var country in await context.Set<Region>().Where(it => it.Parent == null).Select(it => it.Code)
            .ToListAsync(cancel))
            context.LiveGrants.Countries.TryAdd(country, true);
        return null;
    }

    /// <summary>A region and all above it.</summary>
    internal static async Task<List<RegionCode>> UpwardAsync(
        CaseContext context, RegionCode? region, CancellationToken cancel)
    {
        var upward = new List<RegionCode>();
        while (region is { } code)
        {
            upward.Add(code);
            region = await context.Set<Region>().Where(it => it.Code == code).Select(it => it.Parent)
                .SingleOrDefaultAsync(cancel);
        }
        return upward;
    }
}
