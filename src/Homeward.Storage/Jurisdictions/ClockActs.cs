using Homeward.Cases.Custody;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Jurisdictions;

/// <summary>What sets clocks going, inside the act that does.</summary>
static class ClockActs
{
    /// <summary>Somebody was rescued.</summary>
    public static async Task RescuedAsync(
        CaseContext context, CaseSession session, CustodyRow first, CancellationToken cancel)
    {
        await StartAsync(context, session, ClockStart.Rescue, (first.Person, first.Since), cancel);
        if (first.Kind.TakesBed())
            await StartAsync(context, session, ClockStart.Delivery, (first.Person, first.Since), cancel);
    }

    /// <summary>Somebody is handed over to a welfare or rescue institution. For the rescued, and the first time only:
    /// what is due after a delivery does not begin again with the next house.</summary>
    public static async Task PlacedAsync(
        CaseContext context, CaseSession session, CustodyRow row, CancellationToken cancel)
    {
        if (!row.Kind.TakesBed() || row.Supersedes is not null) return;
        var identities = context.Set<Identity>();
        var members = identities
            .Where(it => it.Root == identities.Single(own => own.Person == row.Person).Root).Select(it => it.Person);
        if (!await context.Set<Rescue>().AnyAsync(it => members.Contains(it.Person), cancel)) return;
        if (await context.Set<Clock>().AnyAsync(
            it => members.Contains(it.Subject)
                && (it.Kind == ClockKind.ProvisionalCertificate || it.Kind == ClockKind.FinalCertificate),
            cancel))
            return;
        await StartAsync(context, session, ClockStart.Delivery, (row.Person, row.Since), cancel);
    }

    static async Task StartAsync(
        CaseContext context, CaseSession session, ClockStart start, (PersonId Person, Instant At) what,
        CancellationToken cancel)
    {
        var setting = new ClockSetting(await ProfileInForce.OfAsync(context, cancel), session.Ids, session.Now);
        context.AddRange(Clock.StartedBy(start, what.Person, what.At, setting));
    }
}
