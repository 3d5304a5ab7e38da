using Homeward.Cases.Operations;

namespace Homeward.Storage.Operations;

/// <summary>Which operations exist for somebody.</summary>
static class OperationVisibility
{
    /// <summary>Before H-hour an operation exists for its author and for those who have a role in its compartment. One
    /// that was called off never struck, and stays with them.</summary>
    /// <remarks>H-hour is the one last set. Results are recorded from H-hour on, so that nothing else names an
    /// operation that is hidden.</remarks>
    public static IQueryable<Operation> VisibleOperations(this CaseContext context)
    {
        var (user, now, allowed) = context.Sight;
        var compartments = allowed.Select(it => new OperationId(it)).ToArray();
        return context.Set<Operation>().Where(operation =>
            operation.Author == user
            || compartments.Contains(operation.Id)
            || (!context.Set<OperationStep.Aborted>().Any(it => it.Operation == operation.Id)
                && (context.Set<OperationStep.Rescheduled>().Any(it => it.Operation == operation.Id)
                    ? context.Set<OperationStep.Rescheduled>().Where(it => it.Operation == operation.Id)
                        .OrderByDescending(it => it.At).Select(it => it.HHour).First()
                    : operation.HHour) <= now));
    }
}
