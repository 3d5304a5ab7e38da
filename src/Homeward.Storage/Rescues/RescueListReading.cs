using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Storage.Access;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Rescues;

/// <summary>Puts together what a list shows of rescued people.</summary>
static class RescueListReading
{
    public static async Task<RescueList> ListAsync(
        CaseContext context, RescueQuestion question, CancellationToken cancel)
    {
        var rows = Rows(context);
        if (question.Custody is { } kind) rows = rows.Where(it => it.Custody == kind);
        if (question.Region is { } region)
        {
            var within = await WithinAsync(context, region, cancel);
            rows = rows.Where(it => within.Contains(it.Region));
        }
        var total = await rows.CountAsync(cancel);
        var part = await rows.OrderByDescending(it => it.Since).ThenBy(it => it.Rescue)
            .Skip(question.Skip).Take(question.Take).ToListAsync(cancel);
        return new(await NamedAsync(context, part, cancel), total);
    }

    public static async Task<RescuedPerson?> FindAsync(
        CaseContext context, RescueId rescue, CancellationToken cancel)
    {
        var row = await Rows(context).Where(it => it.Rescue == rescue).ToListAsync(cancel);
        return (await NamedAsync(context, row, cancel)).SingleOrDefault();
    }

    static IQueryable<RescuedPerson> Rows(CaseContext context) => Rows(
        context,
        context.RootsInSight() is not { } seen ? context.Set<RescueTime>()
            : context.Set<RescueTime>().Where(it => seen.Contains(it.Identity)));

    static IQueryable<RescuedPerson> Rows(CaseContext context, IQueryable<RescueTime> times) =>
        from rescue in context.Set<Rescue>()
        join time in times on rescue.Id equals time.Rescue
        join person in context.Set<Person>() on rescue.Person equals person.Id
        join custody in context.Set<CurrentCustody>() on time.Identity equals custody.Identity
        select new RescuedPerson
        {
            Rescue = rescue.Id,
            Person = rescue.Person,
            Since = time.Since,
            Region = rescue.Region,
            Place = rescue.Place,
            Condition = rescue.Condition,
            Sex = person.Sex,
            BornEarliest = person.BornEarliest,
            BornLatest = person.BornLatest,
            Custody = custody.Kind,
            CustodySince = custody.Since,
        };

    static async Task<IReadOnlyList<RescuedPerson>> NamedAsync(
        CaseContext context, List<RescuedPerson> rows, CancellationToken cancel)
    {
        var first = await FirstNames.OfAsync(context, [.. rows.Select(it => it.Person)], cancel);
        return [.. rows.Select(it => it with { Name = first.GetValueOrDefault(it.Person) })];
    }

    /// <summary>A region and all below it.</summary>
    static async Task<List<RegionCode>> WithinAsync(
        CaseContext context, RegionCode region, CancellationToken cancel)
    {
        var within = new List<RegionCode> { region };
        for (var done = 0; done < within.Count;)
        {
            var parents = within.Skip(done).Select(it => (RegionCode?)it).ToList();
            done = within.Count;
            within.AddRange(await context.Set<Region>().Where(it => parents.Contains(it.Parent))
                .Select(it => it.Code).ToListAsync(cancel));
        }
        return within;
    }
}
