using Homeward.Cases.Access;
using Homeward.Cases.Detentions;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.Operations;
using Homeward.Storage.People;
using Homeward.Storage.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Detentions;

/// <summary>Measures against suspects.</summary>
public sealed class DetentionStore(CaseSession session)
{
    public Task<Outcome<Detention>> RecordAsync(DetentionDraft draft, CancellationToken cancel) =>
        session.ActAsync<Detention>(
            new(Permission.RecordDetention, FieldClasses.Identifying, draft.Person.Value),
            async context =>
            {
                var all = await RecordAsync(context, [draft], cancel);
                return all.Then<Detention>(it => it[0]);
            },
            cancel);

    /// <summary>Several at once: all of them or none.</summary>
    public Task<Outcome<Detention[]>> RecordAllAsync(
        IReadOnlyList<DetentionDraft> drafts, CancellationToken cancel) =>
        session.ActAsync<Detention[]>(
            new(
                Permission.RecordDetention, FieldClasses.Identifying,
                [.. drafts.Select(it => it.Person.Value).Distinct()]),
            context => RecordAsync(context, drafts, cancel),
            cancel);

    /// <summary>All measures against a person, with what was corrected.</summary>
    public Task<IReadOnlyList<Detention>> OfAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Detention>>(
            new(Permission.ReadDetentions, FieldClasses.Identifying),
            async context =>
            {
                var root = await context.PersonInSightAsync(
                    await PeopleStore.RootAsync(context, person, cancel), cancel);
                var shown = root is null ? (PersonId?)null : person;
                var rows = await context.Set<Detention>().Where(it => it.Person == shown)
                    .OrderBy(it => it.Since).ThenBy(it => it.At).ToListAsync(cancel);
                return new(rows, [person.Value]);
            },
            cancel);

    async Task<Outcome<Detention[]>> RecordAsync(
        CaseContext context, IReadOnlyList<DetentionDraft> drafts, CancellationToken cancel)
    {
        var now = session.Now;
        var counted = new FactsCounted(context, now, cancel);
        var during = new List<OperationFacts>();
        foreach (var operation in drafts.Select(it => it.During).OfType<OperationId>().Distinct())
        {
            if (await context.FindAsync(operation, cancel) is not { } facts)
                return new OperationRefusal.NotFound();
            if (OperationRules.TakeResult(facts, now).Refusal is { } refusal) return refusal;
            during.Add(facts);
        }
        var people = drafts.Select(it => it.Person).Distinct().ToArray();
        var rows = (await context.Set<Detention>().Where(it => people.Contains(it.Person)).ToListAsync(cancel))
            .ToLookup(it => it.Person);
        List<Detention> recorded = [];
        foreach (var draft in drafts)
        {
            var own = rows[draft.Person].Concat(recorded.Where(it => it.Person == draft.Person)).ToList();
            if (draft.Corrects is { } wrong && own.All(it => it.Id != wrong)) return new DetentionRefusal.NotFound();
            var row = DetentionRules.Record(own, New(draft, now));
            if (!row.IsAllowed) return row.Refusal;
            recorded.Add(row.Value);
        }
        context.AddRange(recorded);
        await counted.DetainedAsync(people, CountReason.Recorded);
        foreach (var facts in during) await counted.ParticipationAsync(facts);
        return recorded.ToArray();
    }

    Detention New(DetentionDraft draft, Instant now) => new()
    {
        Id = new(session.Ids.Next()),
        Person = draft.Person,
        Measure = draft.Measure,
        Since = draft.Since,
        Authority = session.Actor.Agency,
        During = draft.During,
        Corrects = draft.Corrects,
        By = session.Actor.User,
        At = now,
    };
}
