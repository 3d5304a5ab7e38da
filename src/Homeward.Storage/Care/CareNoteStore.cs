using Homeward.Cases.Access;
using Homeward.Cases.Care;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Care;

/// <summary>Notes on health and care. They are sensitive, as the place of care is: whoever does not see the one does
/// not see the other.</summary>
public sealed class CareNoteStore(CaseSession session)
{
    public Task<Outcome<CareNote>> WriteAsync(CareNoteDraft draft, Zone zone, CancellationToken cancel) =>
        session.ActAsync<CareNote>(
            new(Permission.RecordCare, FieldClasses.Sensitive, draft.Person.Value, draft.Id.Value),
            async context =>
            {
                if (await PeopleStore.RootAsync(context, draft.Person, cancel) is not { } root)
                    return new PersonRefusal.NoSuchPerson();
                var facts = await FactsAsync(context, root, draft, cancel);
                var written = CareNoteRules.Write(
                    draft, facts, session.Actor, (session.Now, zone.DayOf(session.Now)));
                if (written.Value is { } note && facts.Earlier is null) context.Add(note);
                return written;
            },
            cancel);

    /// <summary>All notes on a human being, those that were corrected included, of the last day first.</summary>
    public Task<IReadOnlyList<CareNote>> OfAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<CareNote>>(
            new(Permission.ReadCustody, FieldClasses.Sensitive),
            async context =>
            {
                var root = await context.InSightAsync(await PeopleStore.RootAsync(context, person, cancel), cancel);
                var notes = await NotesOf(context, root).OrderByDescending(it => it.Day)
                    .ThenByDescending(it => it.At).ThenByDescending(it => it.Id).ToListAsync(cancel);
                return new(notes, [person.Value, .. notes.Select(it => it.Id.Value)]);
            },
            cancel);

    static async Task<CareNoteFacts> FactsAsync(
        CaseContext context, PersonId root, CareNoteDraft draft, CancellationToken cancel)
    {
        var caring = await context.Set<CurrentCustody>().Where(it => it.Identity == root).Select(it => it.Agency)
            .ToListAsync(cancel);
        var all = context.Set<CareNote>().AsNoTracking();
        return new(
            caring.Count == 0 ? null : caring[0],
            await all.SingleOrDefaultAsync(it => it.Id == draft.Id, cancel),
            draft.Supersedes is { } corrected
                ? await NotesOf(context, root).SingleOrDefaultAsync(it => it.Id == corrected, cancel) : null,
            draft.Supersedes is not null && await all.AnyAsync(it => it.Supersedes == draft.Supersedes, cancel));
    }

    static IQueryable<CareNote> NotesOf(CaseContext context, PersonId? root)
    {
        var members = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
        return context.Set<CareNote>().AsNoTracking().Where(it => members.Contains(it.Person));
    }
}
