using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.Emergencies;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Situations;
using Homeward.Cases.Time;
using Homeward.Storage.Access;
using Homeward.Storage.Custody;
using Homeward.Storage.Jurisdictions;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Situations;

/// <summary>How things stand now, in numbers. No id of anybody is handed out.</summary>
public sealed class SituationStore(CaseSession session)
{
    public Task<Situation> NowAsync(JurisdictionProfile profile, CancellationToken cancel) =>
        session.ReadAsync<Situation>(
            new(Permission.ReadStatistics, FieldClasses.Internal),
            async context => new(await OfAsync(context, profile, session.Now, cancel), []),
            cancel);

    static async Task<Situation> OfAsync(
        CaseContext context, JurisdictionProfile profile, Instant now, CancellationToken cancel)
    {
        var custodies = context.RootsInSight() is not { } seen ? context.Set<CurrentCustody>()
            : context.Set<CurrentCustody>().Where(it => seen.Contains(it.Identity));
        var current = await custodies.Select(it => new { it.Identity, it.Kind, it.Since })
            .ToListAsync(cancel);
        var unsettled = current.Where(it => it.Kind == CustodyKind.Unsettled).ToList();
        return new()
        {
            Now = now,
            InCustody = current.CountBy(it => it.Kind).ToDictionary(),
            UnsettledSince = unsettled.Count == 0 ? null : unsettled.Min(it => it.Since),
            Placements = Placements.Of(
                await PlacementsAsync(context, current.ToDictionary(it => it.Identity, it => it.Kind), cancel),
                profile, now),
            Emergencies = await EmergenciesAsync(
                context, [.. unsettled.Select(it => it.Identity)], cancel),
            Clocks = await ClocksAsync(context, now, cancel),
            Beds = await BedsAsync(context, now, cancel),
        };
    }

    static async Task<List<Placements.Case>> PlacementsAsync(
        CaseContext context, Dictionary<PersonId, CustodyKind> current, CancellationToken cancel)
    {
        CustodyKind[] inHome = [.. Enum.GetValues<CustodyKind>().Where(it => it.NeedsAcceptance())];
        var rescues = await (context.RootsInSight() is not { } seen ? context.Set<RescueTime>()
            : context.Set<RescueTime>().Where(it => seen.Contains(it.Identity))).ToListAsync(cancel);
        var homes = (await (
            from row in context.LiveCustodies()
            join identity in context.Set<Identity>() on row.Person equals identity.Person
            where inHome.Contains(row.Kind)
            select new { identity.Root, row.Since }).ToListAsync(cancel)).ToLookup(it => it.Root, it => it.Since);
        return
        [
            .. rescues.Select(it => new Placements.Case(
                it.Since,
                homes[it.Identity].Where(since => since >= it.Since).Select(since => (Instant?)since).Min(),
                current.GetValueOrDefault(it.Identity) is CustodyKind.PoliceEmergency or CustodyKind.Hospital)),
        ];
    }

    /// <summary>As <see cref="EmergencyStore.OpenAsync"/> has them.</summary>
    static async Task<Dictionary<EmergencyKind, int>> EmergenciesAsync(
        CaseContext context, HashSet<PersonId> unsettled, CancellationToken cancel)
    {
        var tasks = await EmergencyStore.InSight(context)
            .Where(it => it.Kind != EmergencyKind.Unsettled
                && !context.Set<EmergencyTaskDone>().Any(done => done.Cause == it.Cause))
            .GroupBy(it => it.Kind).Select(it => new { it.Key, Count = it.Count() }).ToListAsync(cancel);
        var open = tasks.ToDictionary(it => it.Key, it => it.Count);
        if (unsettled.Count > 0) open[EmergencyKind.Unsettled] = unsettled.Count;
        return open;
    }

    static async Task<List<Situation.ClockCount>> ClocksAsync(
        CaseContext context, Instant now, CancellationToken cancel)
    {
        var states = (await ClockReading.StandingAsync(context, ClockReading.Open(context), now, cancel))
            .Select(it => (it.Clock.Kind, it.State));
        return
        [
            .. states.GroupBy(it => it.Kind).OrderBy(it => it.Key).Select(it => new Situation.ClockCount(
                it.Key, it.Count(one => one.State is ClockState.Running),
                it.Count(one => one.State is ClockState.Overdue), it.Count(one => one.State is ClockState.Suspended))),
        ];
    }

    static async Task<Situation.BedCount> BedsAsync(CaseContext context, Instant now, CancellationToken cancel)
    {
        var houses = (await BedReading.AllAsync(context, now, cancel))
            .Where(it => it.Facility.Kind is FacilityKind.WelfareInstitution or FacilityKind.RescueStation
                && context.Sight.Sees(it.Facility.Region)).ToList();
        return new(
            houses.Count, houses.Sum(it => it.Facility.Beds), houses.Sum(it => it.Taken), houses.Sum(it => it.Held),
            houses.Sum(it => Math.Max(0, it.Count)));
    }
}
