using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.Investigations;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Custody;

/// <summary>Houses in which people are looked after, who is responsible there, and their beds.</summary>
public sealed class FacilityStore(CaseSession session)
{
    public Task<Outcome<Facility>> AddAsync(Facility facility, CancellationToken cancel) =>
        session.ActAsync<Facility>(
            new(Permission.ManageFacility, FieldClasses.Internal, facility.Id.Value),
            context =>
            {
                context.Add(facility);
                return Task.FromResult<Outcome<Facility>>(facility);
            },
            cancel);

    /// <param name="facility">Which one.</param>
    /// <param name="version">The one that the editor saw.</param>
    /// <param name="beds">How many there are from now on; fewer than there are people in it sends nobody away.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Outcome<Facility>> ChangeBedsAsync(
        FacilityId facility, int version, int beds, CancellationToken cancel) =>
        session.ActAsync<Facility>(
            new(Permission.ManageFacility, FieldClasses.Internal, facility.Value),
            async context =>
            {
                var stored = await context.Set<Facility>().SingleOrDefaultAsync(it => it.Id == facility, cancel);
                if (stored is null) return new CustodyRefusal.NoSuchPlace();
                if (stored.Version != version) return new PersonRefusal.EditedMeanwhile(stored.Version);
                var edited = stored with { Beds = beds, Version = version + 1 };
                context.Entry(stored).CurrentValues.SetValues(edited);
                return edited;
            },
            cancel);

    /// <summary>Somebody answers for the people in a facility, unless he is barred.</summary>
    public async Task<Outcome<Duty>> BeginDutyAsync(Duty duty, CancellationToken cancel)
    {
        var asked = new Asked(
            Permission.ManageFacility, FieldClasses.Internal, duty.Facility.Value, duty.Person.Value);
        var outcome = await session.ActAsync<Duty>(
            asked,
            async context =>
            {
                var root = await PeopleStore.RootAsync(context, duty.Person, cancel);
                if (root is null) return new PersonRefusal.NoSuchPerson();
                if (await context.Set<AdverseLink>().AnyAsync(it => it.Identity == root, cancel))
                    return new CustodyRefusal.ScreeningRefused();
                duty = duty with { By = session.Actor.User, At = session.Now };
                context.Add(duty);
                return duty;
            },
            cancel);
        return await new ScreeningStore(session).KeptAsync(outcome, asked, person: null, [duty.Person], cancel);
    }

    public Task<Outcome<DutyEnd>> EndDutyAsync(DutyId duty, CancellationToken cancel) =>
        session.ActAsync<DutyEnd>(
            new(Permission.ManageFacility, FieldClasses.Internal, duty.Value),
            context =>
            {
                var end = new DutyEnd
                {
                    Duty = duty,
                    ForAdverseLink = false,
                    By = session.Actor.User,
                    At = session.Now,
                };
                context.Add(end);
                return Task.FromResult<Outcome<DutyEnd>>(end);
            },
            cancel);

    /// <summary>The facilities of a kind with the beds that are free now, and those that are held.</summary>
    public Task<IReadOnlyList<FreeBeds>> FreeBedsAsync(FacilityKind kind, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<FreeBeds>>(
            new(Permission.ReadFacilities, FieldClasses.Internal),
            async context =>
            {
                var all = await BedReading.AllAsync(context, session.Now, cancel);
                List<FreeBeds> free =
                    [.. all.Where(it => it.Facility.Kind == kind && context.Sight.Sees(it.Facility.Region))];
                return new(free, [.. free.Select(it => it.Facility.Id.Value)]);
            },
            cancel);

    /// <summary>These houses, in no order.</summary>
    public Task<IReadOnlyList<Facility>> FindAsync(
        IReadOnlyCollection<FacilityId> facilities, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Facility>>(
            new(Permission.ReadFacilities, FieldClasses.Internal),
            async context =>
            {
                var asked = facilities.Distinct().ToArray();
                var found = await context.FacilitiesInSight().Where(it => asked.Contains(it.Id)).ToListAsync(cancel);
                return new(found, [.. found.Select(it => it.Id.Value)]);
            },
            cancel);

    /// <summary>Looks for a bed near a region and upward. Each level without one is recorded and raises an alarm.
    /// </summary>
    public Task<Outcome<BedSearch>> SearchBedAsync(
        PersonId person, RegionCode region, FacilityKind kind, CancellationToken cancel) =>
        session.ActAsync<BedSearch>(
            new(Permission.RecordCustody, FieldClasses.Sensitive, person.Value),
            async context =>
            {
                var all = await BedReading.ForAsync(context, person, session.Now, cancel);
                var search = Beds.Nearest(
                    await RegionsUpwardAsync(context, region, cancel),
                    [.. all.Where(it => it.Facility.Kind == kind)]);
                foreach (var level in search.Without)
                    context.Add(new BedEscalation
                    {
                        Id = session.NewId(),
                        Person = person,
                        Region = region,
                        Level = level,
                        By = session.Actor.User,
                        At = session.Now,
                    });
                return search;
            },
            cancel);

    static async Task<List<Region>> RegionsUpwardAsync(
        CaseContext context, RegionCode from, CancellationToken cancel)
    {
        var found = new List<Region>();
        for (RegionCode? code = from; code is { } at;)
        {
            var region = await context.Set<Region>().SingleAsync(it => it.Code == at, cancel);
            found.Add(region);
            code = region.Parent;
        }
        return found;
    }
}
