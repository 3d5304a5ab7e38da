using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Storage.Custody;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Access;

/// <summary>Who is somebody's business by region. A person is, where he was rescued and where an agency has, or had,
/// him in its care; those who were neither (relatives, suspects) have no region.</summary>
static class RegionSight
{
    /// <summary>A region with all below it, for each; null when one of them is a whole country.</summary>
    public static async Task<IReadOnlyList<RegionCode>?> ReachAsync(
        CaseContext context, IReadOnlySet<RegionCode> roots, CancellationToken cancel)
    {
        if (roots.Count == 0) return [];
        var all = await context.Set<Region>().AsNoTracking().Select(it => new { it.Code, it.Parent })
            .ToListAsync(cancel);
        if (all.Any(it => it.Parent is null && roots.Contains(it.Code))) return null;
        var reached = roots.ToHashSet();
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(all.Where(it => it.Parent is { } parent && reached.Contains(parent))
                .Select(it => it.Code));
        }
        return [.. reached];
    }

    /// <summary>The identities that exist for the one who asks; null when all do.</summary>
    public static IQueryable<PersonId>? RootsInSight(this CaseContext context)
    {
        if (context.Sight.Regions is not { } regions) return null;
        var codes = regions.ToArray();
        var agencies = context.Set<Agency>().Where(it => codes.Contains(it.Region)).Select(it => it.Id);
        var cared = context.LiveCustodies().Where(it => agencies.Contains(it.Agency)).Select(it => it.Person);
        var rescued = context.Set<Rescue>().Where(it => codes.Contains(it.Region)).Select(it => it.Person);
        return context.Set<Identity>().Where(it => cared.Contains(it.Person) || rescued.Contains(it.Person))
            .Select(it => it.Root);
    }

    /// <summary>The same identity when it exists for the one who asks, else null; asked in either case.</summary>
    public static async Task<PersonId?> InSightAsync(
        this CaseContext context, PersonId? root, CancellationToken cancel) =>
        context.RootsInSight() is not { } seen ? root
        : await seen.AnyAsync(it => it == root, cancel) ? root : null;
}
