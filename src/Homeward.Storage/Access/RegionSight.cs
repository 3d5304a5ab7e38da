using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Families;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Storage.Custody;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Access;

/// <summary>What is somebody's business by region. Custody, rescues and clocks are, where the person was rescued and
/// where an agency has, or had, him in its care. A person is there too, and where he is reported missing, gives care,
/// or is named by a case or a measure; who is nowhere is everybody's. A report is where the person is whom it misses.
/// Cases are those of who leads them.</summary>
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

    /// <summary>The human beings who exist for the one who asks; null when all do.</summary>
    public static IQueryable<PersonId>? PeopleInSight(this CaseContext context)
    {
        if (context.Sight.Regions is not { } regions) return null;
        var codes = regions.ToArray();
        var places = context.Set<PersonPlace>();
        return context.Set<Identity>()
            .Where(it => it.Person == it.Root
                && (places.Any(place => place.Identity == it.Root && codes.Contains(place.Region))
                    || !places.Any(place => place.Identity == it.Root)))
            .Select(it => it.Root);
    }

    /// <summary>Of these identities, the ones that exist for the one who asks.</summary>
    public static async Task<IReadOnlySet<PersonId>> PeopleInSightAsync(
        this CaseContext context, IReadOnlyCollection<PersonId> roots, CancellationToken cancel)
    {
        if (context.PeopleInSight() is not { } seen) return roots.ToHashSet();
        var asked = roots.Distinct().ToArray();
        return (await seen.Where(it => asked.Contains(it)).ToListAsync(cancel)).ToHashSet();
    }

    /// <summary>The same identity when this person exists for the one who asks, else null; asked in either case.
    /// </summary>
    public static async Task<PersonId?> PersonInSightAsync(
        this CaseContext context, PersonId? root, CancellationToken cancel) =>
        context.PeopleInSight() is not { } seen ? root
        : await seen.AnyAsync(it => it == root, cancel) ? root : null;

    /// <summary>The reports that exist for the one who asks: of whom they miss.</summary>
    public static IQueryable<MissingReport> ReportsInSight(this CaseContext context)
    {
        if (context.PeopleInSight() is not { } seen) return context.Set<MissingReport>();
        var records = context.Set<Identity>().Where(it => seen.Contains(it.Root)).Select(it => it.Person);
        return context.Set<MissingReport>().Where(it => records.Contains(it.Missing));
    }

    /// <summary>The cases that exist for the one who asks.</summary>
    public static IQueryable<Investigation> InvestigationsInSight(this CaseContext context)
    {
        if (context.Sight.Regions is not { } regions) return context.Set<Investigation>();
        var codes = regions.ToArray();
        return context.Set<Investigation>().Where(it =>
            context.Set<Agency>().Any(lead => lead.Id == it.Lead && codes.Contains(lead.Region)));
    }

    /// <summary>The houses that exist for the one who asks.</summary>
    public static IQueryable<Facility> FacilitiesInSight(this CaseContext context)
    {
        if (context.Sight.Regions is not { } regions) return context.Set<Facility>();
        var codes = regions.ToArray();
        return context.Set<Facility>().Where(it => codes.Contains(it.Region));
    }

    /// <summary>The same identity when it exists for the one who asks, else null; asked in either case.</summary>
    public static async Task<PersonId?> InSightAsync(
        this CaseContext context, PersonId? root, CancellationToken cancel) =>
        context.RootsInSight() is not { } seen ? root
        : await seen.AnyAsync(it => it == root, cancel) ? root : null;
}
