using Homeward.Cases.Access;
using Homeward.Cases.Operations;
using Homeward.Genetics.Primitives;

namespace Homeward.Storage.Operations;

/// <summary>Beds held for operations.</summary>
public sealed class BedStore(CaseSession session)
{
    /// <summary>Holds beds in a facility, if so many are neither taken nor held.</summary>
    public Task<Outcome<BedReservation>> ReserveAsync(
        OperationId operation, BedDraft draft, CancellationToken cancel)
    {
        var id = draft.Id ?? new(session.Ids.Next());
        return session.ActAsync<BedReservation>(
            new(Permission.PlanOperation, FieldClasses.Internal, operation.Value, draft.Facility.Value),
            async context =>
            {
                if (await context.FindAsync(operation, cancel) is not { } facts)
                    return new OperationRefusal.NotFound();
                var reserved = OperationRules.Reserve(facts, new()
                {
                    Id = id,
                    Operation = operation,
                    Facility = draft.Facility,
                    Beds = draft.Beds,
                    By = session.Actor.User,
                    At = session.Now,
                    Until = draft.Until,
                });
                if (reserved.IsAllowed) context.Add(reserved.Value);
                return reserved;
            },
            cancel);
    }

    public Task<Outcome<BedRelease>> ReleaseAsync(
        OperationId operation, BedReservationId reservation, CancellationToken cancel) =>
        session.ActAsync<BedRelease>(
            new(Permission.PlanOperation, FieldClasses.Internal, operation.Value),
            async context =>
            {
                if (await context.FindAsync(operation, cancel) is not { } facts)
                    return new OperationRefusal.NotFound();
                if (facts.Beds.All(it => it.Id != reservation)) return new OperationRefusal.ReleasedAlready();
                var released = OperationRules.Release(facts, new()
                {
                    Reservation = reservation,
                    Operation = operation,
                    By = session.Actor.User,
                    At = session.Now,
                });
                if (released.IsAllowed) context.Add(released.Value);
                return released;
            },
            cancel);
}
