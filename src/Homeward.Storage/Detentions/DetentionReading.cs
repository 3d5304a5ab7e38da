using Homeward.Cases.Detentions;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Detentions;

static class DetentionReading
{
    /// <summary>Who of these people is deprived of liberty at a moment, whatever record of them the measure names.
    /// </summary>
    public static async Task<HashSet<PersonId>> DetainedAsync(
        this CaseContext context, IReadOnlyList<PersonId> people, Instant moment, CancellationToken cancel)
    {
        var identities = context.Set<Identity>();
        var rows = await (
            from named in identities
            join same in identities on named.Root equals same.Root
            join measure in context.Set<Detention>() on same.Person equals measure.Person
            where people.Contains(named.Person)
            select new { named.Person, Measure = measure }).ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(it => it.Person, it => it.Measure)
                .Where(it => DetentionChain.Of([.. it]).IsDetainedAt(moment))
                .Select(it => it.Key),
        ];
    }
}
