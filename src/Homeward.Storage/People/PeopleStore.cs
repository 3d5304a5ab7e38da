using Homeward.Cases.Access;
using Homeward.Cases.People;
using Homeward.Cases.Statistics;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.Custody;
using Homeward.Storage.Families;
using Homeward.Storage.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.People;

/// <summary>People, their names, and which records are one human being.</summary>
public sealed class PeopleStore(CaseSession session)
{
    public Task<Outcome<Person>> AddAsync(Person person, PersonName[] names, CancellationToken cancel) =>
        session.ActAsync<Person>(
            new(Permission.RecordPerson, FieldClasses.Identifying, person.Id.Value),
            context =>
            {
                context.Add(person);
                context.AddRange(names);
                return Task.FromResult<Outcome<Person>>(person);
            },
            cancel);

    /// <summary>Several at once: all of them or none.</summary>
    public Task<Outcome<Person[]>> AddAllAsync(
        IReadOnlyList<(Person Person, PersonName[] Names)> people, CancellationToken cancel) =>
        session.ActAsync<Person[]>(
            new(
                Permission.RecordPerson, FieldClasses.Identifying,
                [.. people.Select(it => it.Person.Id.Value)]),
            context =>
            {
                foreach (var (person, names) in people)
                {
                    context.Add(person);
                    context.AddRange(names);
                }
                return Task.FromResult<Outcome<Person[]>>(people.Select(it => it.Person).ToArray());
            },
            cancel);

    public Task<Outcome<PersonName>> AddNameAsync(PersonName name, CancellationToken cancel) =>
        session.ActAsync<PersonName>(
            new(Permission.RecordPerson, FieldClasses.Identifying, name.Person.Value),
            context =>
            {
                context.Add(name);
                return Task.FromResult<Outcome<PersonName>>(name);
            },
            cancel);

    /// <param name="person">As it is to be, with the version that the editor saw.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Outcome<Person>> EditAsync(Person person, CancellationToken cancel) =>
        session.ActAsync<Person>(
            new(Permission.RecordPerson, FieldClasses.Identifying, person.Id.Value),
            async context =>
            {
                var stored = await context.Set<Person>().SingleOrDefaultAsync(it => it.Id == person.Id, cancel);
                if (stored is null) return new PersonRefusal.NoSuchPerson();
                if (stored.Version != person.Version) return new PersonRefusal.EditedMeanwhile(stored.Version);
                var edited = person with { Version = person.Version + 1 };
                context.Entry(stored).CurrentValues.SetValues(edited);
                await CountAsync(context, [person.Id], CountReason.Corrected, cancel);
                return edited;
            },
            cancel);

    /// <summary>The whole identity that a record belongs to; null when there is no such record.</summary>
    public Task<PersonFile?> FindAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<PersonFile?>(
            new(Permission.ReadPeople, FieldClasses.Identifying),
            async context =>
            {
                var identity = await context.PersonInSightAsync(await RootAsync(context, person, cancel), cancel);
                if (identity is not { } root) return new(null, [person.Value]);
                var file = await FileAsync(context, root, cancel);
                return new(file, [.. file.Records.Select(it => it.Id.Value)]);
            },
            cancel);

    /// <summary>By what a list calls these people; who has no name is not in it.</summary>
    public Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(
        IReadOnlyCollection<PersonId> people, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyDictionary<PersonId, string>>(
            new(Permission.ReadPeople, FieldClasses.Identifying),
            async context =>
            {
                var asked = people.Distinct().ToArray();
                var roots = await context.Set<Identity>().AsNoTracking().Where(it => asked.Contains(it.Person))
                    .ToListAsync(cancel);
                var seen = await context.PeopleInSightAsync([.. roots.Select(it => it.Root)], cancel);
                var shown = roots.Where(it => seen.Contains(it.Root)).Select(it => it.Person);
                return new(await FirstNames.OfAsync(context, shown, cancel), [.. asked.Select(it => it.Value)]);
            },
            cancel);

    /// <summary>Puts one identity under another.</summary>
    public Task<Outcome<PersonMerge>> MergeAsync(
        PersonId person, PersonId into, MergeBasis basis, CancellationToken cancel) =>
        session.ActAsync<PersonMerge>(
            new(Permission.MergePeople, FieldClasses.Identifying, person.Value, into.Value),
            async context =>
            {
                if (await RootAsync(context, person, cancel) is not { } lower
                    || await RootAsync(context, into, cancel) is not { } upper)
                    return new PersonRefusal.NoSuchPerson();
                if (lower == upper) return new PersonRefusal.SameAlready();
                var merge = new PersonMerge
                {
                    Id = new(session.Ids.Next()),
                    Person = lower,
                    Into = upper,
                    Basis = basis,
                    By = session.Actor.User,
                    At = session.Now,
                };
                await Unsettling.BeforeMergeAsync(context, session, [lower, upper], cancel);
                context.Add(merge);
                await CountAsync(context, [upper], CountReason.Merged, cancel);
                await RenewFamiliesAsync(context, [lower, upper], cancel);
                return merge;
            },
            cancel);

    public Task<Outcome<MergeReversal>> ReverseAsync(MergeId merge, CancellationToken cancel) =>
        session.ActAsync<MergeReversal>(
            new(Permission.MergePeople, FieldClasses.Identifying, merge.Value),
            async context =>
            {
                if (await context.Set<PersonMerge>().SingleOrDefaultAsync(it => it.Id == merge, cancel)
                        is not { } merged
                    || await context.Set<MergeReversal>().AnyAsync(it => it.Merge == merge, cancel))
                    return new PersonRefusal.NoSuchMerge();
                var reversal = new MergeReversal { Merge = merge, By = session.Actor.User, At = session.Now };
                context.Add(reversal);
                // The one taken away first, so that the ledger never shows one human being twice.
                await CountAsync(context, [merged.Person], CountReason.Unmerged, cancel);
                await CountAsync(context, [merged.Into], CountReason.Unmerged, cancel);
                await RenewFamiliesAsync(context, [merged.Person, merged.Into], cancel);
                return reversal;
            },
            cancel);

    internal static async Task<PersonId?> RootAsync(CaseContext context, PersonId person, CancellationToken cancel) =>
        (await context.Set<Identity>().AsNoTracking().SingleOrDefaultAsync(it => it.Person == person, cancel))?.Root;

    /// <summary>Counts again what is known of people, as rescued and as suspects.</summary>
    async Task CountAsync(CaseContext context, PersonId[] people, CountReason reason, CancellationToken cancel)
    {
        var counted = new FactsCounted(context, session.Now, cancel);
        await counted.RescuedAsync(people, reason);
        await counted.DetainedAsync(people, reason);
    }

    /// <summary>What one record's tubes gave counts for the families of the other from now on, or no more.</summary>
    async Task RenewFamiliesAsync(CaseContext context, PersonId[] people, CancellationToken cancel)
    {
        await context.SaveChangesAsync(cancel);
        await FamilyVersions.RenewAsync(context, session.Now, people, cancel);
    }

    static async Task<PersonFile> FileAsync(CaseContext context, PersonId root, CancellationToken cancel)
    {
        var members = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
        var names = context.Set<PersonName>();
        return new(
            root,
            await context.Set<Person>().Where(it => members.Contains(it.Id)).OrderBy(it => it.Id).ToListAsync(cancel),
            await names.Where(it => members.Contains(it.Person) && !names.Any(later => later.Supersedes == it.Id))
                .OrderBy(it => it.Id).ToListAsync(cancel),
            await context.Set<PersonMerge>()
                .Where(it => members.Contains(it.Person)
                    && !context.Set<MergeReversal>().Any(reversal => reversal.Merge == it.Id))
                .OrderBy(it => it.Id).ToListAsync(cancel));
    }
}
