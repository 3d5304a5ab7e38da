using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.Emergencies;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Custody;

/// <summary>What somebody must see to at once.</summary>
public sealed class EmergencyStore(CaseSession session)
{
    /// <summary>Tasks nobody has done: oldest first. That of an unsettled person is done once custody
    /// follows.</summary>
    public Task<IReadOnlyList<EmergencyTask>> OpenAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<EmergencyTask>>(
            new(Permission.ReadCustody, FieldClasses.Sensitive),
            async context =>
            {
                var tasks = await InSight(context)
                    .Where(it => !context.Set<EmergencyTaskDone>().Any(done => done.Cause == it.Cause))
                    .OrderBy(it => it.At).ThenBy(it => it.Cause).ToListAsync(cancel);
                var unsettled = await context.Set<CurrentCustody>().Where(it => it.Kind == CustodyKind.Unsettled)
                    .Select(it => it.Id).ToListAsync(cancel);
                var open = tasks
                    .Where(it => it.Kind != EmergencyKind.Unsettled || unsettled.Contains(new(it.Cause))).ToList();
                return new(open, [.. open.Select(it => it.Person?.Value ?? it.Facility?.Value ?? it.Cause)]);
            },
            cancel);

    public Task<Outcome<EmergencyTaskDone>> DoneAsync(Guid cause, CancellationToken cancel) =>
        session.ActAsync<EmergencyTaskDone>(
            new(Permission.RecordCustody, FieldClasses.Sensitive, cause),
            async context =>
            {
                var task = await context.Set<EmergencyTask>().SingleOrDefaultAsync(it => it.Cause == cause, cancel);
                if (task is null) return new EmergencyRefusal.NoSuchTask();
                if (task.Kind == EmergencyKind.Unsettled) return new EmergencyRefusal.StillUnsettled();
                var done = new EmergencyTaskDone { Cause = cause, By = session.Actor.User, At = session.Now };
                context.Add(done);
                return done;
            },
            cancel);

    internal static IQueryable<EmergencyTask> InSight(CaseContext context)
    {
        if (context.RootsInSight() is not { } seen) return context.Set<EmergencyTask>();
        var houses = context.FacilitiesInSight().Select(it => (FacilityId?)it.Id);
        var people = context.Set<Identity>().Where(it => seen.Contains(it.Root)).Select(it => (PersonId?)it.Person);
        return context.Set<EmergencyTask>().Where(it => houses.Contains(it.Facility) || people.Contains(it.Person));
    }
}
