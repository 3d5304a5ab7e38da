using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Storage.Investigations;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Custody;

/// <summary>What must come before an adverse link on somebody who looks after others: they become unsettled, which is
/// an alarm, and he loses his duties. It is saved first, since the database asks for it in this order.</summary>
static class Unsettling
{
    /// <summary>When one of the identities has an adverse link, all that the others do as carers ends.</summary>
    public static async Task BeforeMergeAsync(
        CaseContext context, CaseSession session, PersonId[] identities, CancellationToken cancel)
    {
        if (await context.Set<AdverseLink>().AnyAsync(it => identities.Contains(it.Identity), cancel))
            await EndCareOfAsync(context, session, identities, cancel);
    }

    public static async Task EndCareOfAsync(
        CaseContext context, CaseSession session, PersonId[] identities, CancellationToken cancel)
    {
        await UnsettleAsync(context, session, identities, cancel);
        var duties = await (
            from duty in context.Set<Duty>()
            join identity in context.Set<Identity>() on duty.Person equals identity.Person
            where identities.Contains(identity.Root) && !context.Set<DutyEnd>().Any(end => end.Duty == duty.Id)
            select duty.Id).ToListAsync(cancel);
        foreach (var duty in duties)
            context.Add(new DutyEnd
            {
                Duty = duty,
                ForAdverseLink = true,
                By = session.Actor.User,
                At = session.Now,
            });
        await context.SaveChangesAsync(cancel);
    }

    static async Task UnsettleAsync(
        CaseContext context, CaseSession session, PersonId[] identities, CancellationToken cancel)
    {
        var named = await context.Set<CurrentCarer>().Where(it => identities.Contains(it.Identity))
            .Select(it => it.Custody)
            .Union(context.Set<CurrentHousehold>().Where(it => identities.Contains(it.Identity))
                .Select(it => it.Custody))
            .ToListAsync(cancel);
        var rows = await context.Set<CurrentCustody>().Where(it => named.Contains(it.Id)).ToListAsync(cancel);
        foreach (var row in rows)
        {
            // A clock may be behind the one that wrote the row; the new row must still follow it.
            var since = new Instant(Math.Max(session.Now.Microseconds, row.Since.Microseconds + 1));
            var id = new CustodyRowId(session.NewId());
            context.Add(new CustodyRow
            {
                Id = id,
                Origin = id,
                Person = row.Person,
                Since = since,
                Kind = CustodyKind.Unsettled,
                Agency = row.Agency,
                Reason = CustodyReason.AdverseLink,
                By = session.Actor.User,
                At = since,
            });
        }
        await context.SaveChangesAsync(cancel);
    }
}
