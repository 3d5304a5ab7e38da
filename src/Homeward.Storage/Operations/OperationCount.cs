using Homeward.Cases.Custody;
using Homeward.Cases.Detentions;
using Homeward.Cases.Investigations;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Operations;

/// <summary>Counts what an operation has brought, from the records themselves.</summary>
static class OperationCount
{
    public static async Task<OperationResults> OfAsync(
        CaseContext context, OperationId id, CancellationToken cancel)
    {
        var (rescues, detained) = await RowsAsync(context, id, cancel);
        var people = rescues.Select(it => it.Identity).Distinct().ToArray();
        var moments = rescues.Select(it => it.Since).Concat(detained.Select(it => it.Since)).ToList();
        return new(
            moments.Count == 0 ? null : moments.Min(),
            people.Length,
            detained.Count,
            await context.Set<CurrentCustody>().CountAsync(
                it => people.Contains(it.Identity) && it.Kind == CustodyKind.Unsettled, cancel),
            await UnclassifiedAsync(context, [.. rescues.Select(it => (RescueId?)it.Rescue)], cancel));
    }

    /// <summary>What is counted: rescues, and of everybody who was detained the first measure that took
    /// liberty.</summary>
    public static async Task<(List<RescueTime> Rescues, List<Detention> Detained)> RowsAsync(
        CaseContext context, OperationId id, CancellationToken cancel)
    {
        var rescues = await context.Set<OperationRescue>().Where(it => it.Operation == id)
            .Join(context.Set<RescueTime>(), it => it.Rescue, it => it.Rescue, (_, time) => time)
            .ToListAsync(cancel);
        var measures = await context.Set<Detention>().Where(it => it.During == id)
            .Join(context.Set<Identity>(), it => it.Person, it => it.Person, (it, person) => new { it, person.Root })
            .ToListAsync(cancel);
        var detained = measures.GroupBy(it => it.Root, it => it.it)
            .Select(it => DetentionChain.Of([.. it]).FirstIn(id)).OfType<Detention>().ToList();
        return (rescues, detained);
    }

    /// <summary>People found at these rescues of whom nothing else is recorded: neither a role in a case nor that they
    /// are victims.</summary>
    static async Task<int> UnclassifiedAsync(CaseContext context, RescueId?[] rescues, CancellationToken cancel)
    {
        var links = context.Set<PartyLink>();
        return await links.Where(it => it.Role == PartyRole.FoundWith && rescues.Contains(it.Rescue))
            .Where(it => !links.Any(other => other.Person == it.Person && other.Role != PartyRole.FoundWith)
                && !context.Set<Clearing>().Any(clearing => clearing.Link == it.Id
                    && context.Set<ClearingConfirmation>().Any(second => second.Clearing == clearing.Id)))
            .Select(it => it.Person).Distinct().CountAsync(cancel);
    }
}
