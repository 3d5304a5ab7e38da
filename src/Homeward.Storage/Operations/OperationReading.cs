using Homeward.Cases.Operations;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Operations;

/// <summary>Puts together what the rules need to know of an operation.</summary>
static class OperationReading
{
    /// <summary>Null when there is none that the actor may know of; the same statements run in either case.</summary>
    public static async Task<OperationFacts?> FindAsync(
        this CaseContext context, OperationId id, CancellationToken cancel)
    {
        var operation = await context.VisibleOperations().SingleOrDefaultAsync(it => it.Id == id, cancel);
        var steps = await context.Set<OperationStep>().Where(it => it.Operation == id).ToListAsync(cancel);
        var participants = await context.Set<Participant>().Where(it => it.Operation == id).ToListAsync(cancel);
        var answers = await context.Set<ParticipantAnswer>().Where(it => it.Operation == id).ToListAsync(cancel);
        var beds = await context.Set<BedReservation>().Where(it => it.Operation == id).ToListAsync(cancel);
        var released = await context.Set<BedRelease>().Where(it => it.Operation == id).ToListAsync(cancel);
        var results = await OperationCount.OfAsync(context, id, cancel);
        return operation is null ? null : new()
        {
            Operation = operation,
            Steps = steps,
            Participants = participants,
            Answers = answers,
            Beds = beds,
            Released = released,
            Results = results,
        };
    }
}
