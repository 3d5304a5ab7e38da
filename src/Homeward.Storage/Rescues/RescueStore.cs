using Homeward.Cases.Access;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Statistics;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.Custody;
using Homeward.Storage.Investigations;
using Homeward.Storage.Jurisdictions;
using Homeward.Storage.People;
using Homeward.Storage.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Rescues;

/// <summary>Rescues: a person, found at a moment and a place, and in custody from that moment on.</summary>
public sealed class RescueStore(CaseSession session)
{
    public async Task<Outcome<Rescue>> RecordAsync(RescueReport report, CancellationToken cancel)
    {
        var asked = new Asked(
            Permission.RecordRescue,
            FieldClasses.Identifying,
            [report.Rescue.Person.Value, .. report.FoundWith.Select(it => it.Value)]);
        var outcome = await session.ActAsync<Rescue>(
            asked, context => RecordAsync(context, session, report, cancel), cancel);
        PersonId[] named = report.Custody.Carer is { } carer ? [carer] : [];
        return await new ScreeningStore(session).KeptAsync(outcome, asked, report.Rescue.Person, named, cancel);
    }

    /// <summary>Every rescue of an identity, the first one first.</summary>
    public Task<IReadOnlyList<RescueTime>> OfAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<RescueTime>>(
            new(Permission.ReadRescues, FieldClasses.Identifying),
            async context =>
            {
                var root = await context.InSightAsync(await PeopleStore.RootAsync(context, person, cancel), cancel);
                var times = await context.Set<RescueTime>().Where(it => it.Identity == root)
                    .OrderBy(it => it.Since).ThenBy(it => it.Rescue).ToListAsync(cancel);
                return new(times, [person.Value]);
            },
            cancel);

    /// <summary>Rescued people, the last rescue first, with whose care they are in: a part of a long list.</summary>
    public Task<RescueList> ListAsync(RescueQuestion question, CancellationToken cancel) =>
        session.ReadAsync<RescueList>(
            new(Permission.ReadRescues, FieldClasses.Identifying),
            async context =>
            {
                var list = await RescueListReading.ListAsync(context, question, cancel);
                return new(list, [.. list.Rows.Select(it => it.Person.Value).Distinct()]);
            },
            cancel);

    /// <summary>One rescue as it was recorded; null when there is none of this id.</summary>
    public Task<RescuedPerson?> FindAsync(RescueId rescue, CancellationToken cancel) =>
        session.ReadAsync<RescuedPerson?>(
            new(Permission.ReadRescues, FieldClasses.Identifying),
            async context =>
            {
                var row = await RescueListReading.FindAsync(context, rescue, cancel);
                return new(row, row is null ? [rescue.Value] : [rescue.Value, row.Person.Value]);
            },
            cancel);

    internal static async Task<Outcome<Rescue>> RecordAsync(
        CaseContext context, CaseSession session, RescueReport report, CancellationToken cancel)
    {
        var rescue = report.Rescue with { By = session.Actor.User, At = session.Now };
        if (report.NewPerson is { } person)
        {
            context.Add(person);
            context.AddRange(report.Names);
            await context.SaveChangesAsync(cancel);
        }
        var custody = await CustodyActs.BeginAsync(context, session, report.Custody, [], cancel);
        if (!custody.IsAllowed) return custody.Refusal;
        context.Add(rescue);
        await ClockActs.RescuedAsync(context, session, custody.Value, cancel);
        await context.SaveChangesAsync(cancel);
        foreach (var companion in report.FoundWith)
        {
            var linked = await PartyActs.LinkAsync(context, session, FoundWith(session, rescue, companion), cancel);
            if (!linked.IsAllowed) return linked.Refusal;
        }
        await new FactsCounted(context, session.Now, cancel).RescuedAsync([rescue.Person], CountReason.Recorded);
        return rescue;
    }

    static PartyLink FoundWith(CaseSession session, Rescue rescue, PersonId companion) => new()
    {
        Id = new(session.NewId()),
        Person = companion,
        Role = PartyRole.FoundWith,
        Investigation = null,
        Rescue = rescue.Id,
        Certainty = LinkCertainty.Confirmed,
        By = rescue.By,
        At = rescue.At,
    };
}
