using Homeward.Cases.Custody;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Custody;

/// <summary>Which beds are taken and held: as the rule of held beds counts them.</summary>
static class BedReading
{
    /// <summary>Every facility, as it is to somebody who belongs to no operation.</summary>
    public static Task<List<FreeBeds>> AllAsync(CaseContext context, Instant now, CancellationToken cancel) =>
        AllAsync(context, now, [], cancel);

    /// <summary>Every facility, as it is to a person: what is held for an operation in which this identity was rescued
    /// is held for it too.</summary>
    public static async Task<List<FreeBeds>> ForAsync(
        CaseContext context, PersonId person, Instant now, CancellationToken cancel)
    {
        var own = await (
            from identity in context.Set<Identity>()
            join other in context.Set<Identity>() on identity.Root equals other.Root
            join rescue in context.Set<Rescue>() on other.Person equals rescue.Person
            join link in context.Set<OperationRescue>() on rescue.Id equals link.Rescue
            where identity.Person == person
            select link.Operation).Distinct().ToListAsync(cancel);
        return await AllAsync(context, now, [.. own], cancel);
    }

    static async Task<List<FreeBeds>> AllAsync(
        CaseContext context, Instant now, HashSet<OperationId> own, CancellationToken cancel)
    {
        var rows = await context.Set<Facility>().AsNoTracking()
            .Select(it => new
            {
                Facility = it,
                Taken = context.Set<CurrentCustody>().Count(row => row.Facility == it.Id
                    && (row.Kind == CustodyKind.WelfareInstitution || row.Kind == CustodyKind.RescueStation)),
            })
            .ToListAsync(cancel);
        var uses = (await context.Set<BedUse>().ToListAsync(cancel)).ToDictionary(
            it => (it.Operation, it.Facility), it => it.Beds);
        var held = (await context.Set<BedHold>().Where(it => it.HeldFrom <= now && now < it.HeldUntil)
                .ToListAsync(cancel))
            .Where(it => !own.Contains(it.Operation))
            .GroupBy(it => (it.Operation, it.Facility))
            .ToLookup(
                it => it.Key.Facility,
                it => (int)Math.Max(0, it.Sum(hold => hold.Beds) - uses.GetValueOrDefault(it.Key)));
        return [.. rows.Select(it => new FreeBeds(it.Facility, it.Taken, held[it.Facility.Id].Sum()))];
    }
}
