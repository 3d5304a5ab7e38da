using Homeward.Cases.Access;
using Homeward.Cases.People;
using Homeward.Cases.Photos;
using Homeward.Cases.Retention;
using Homeward.Cases.Samples;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Retention;

/// <summary>What is kept of one human being under keys, of all merged records, and the decision to destroy them.
/// </summary>
public sealed class ErasureStore(CaseSession session)
{
    /// <summary>Null when there is no such person. What was erased before is among it: of that the key store knows.
    /// </summary>
    public Task<KeptUnderKeys?> KeptOfAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<KeptUnderKeys?>(
            new(Permission.ReadPeople, FieldClasses.Identifying),
            async context =>
            {
                var root = await context.PersonInSightAsync(
                    await PeopleStore.RootAsync(context, person, cancel), cancel);
                if (root is not { } identity) return new(null, [person.Value]);
                return new(await KeptAsync(context, identity, cancel), [person.Value]);
            },
            cancel);

    /// <summary>Decides that all of it goes now. It is done by the key store, which is told afterwards; asked for
    /// again, whatever came between is done.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="seen">What was found before; anything more is looked at first.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Outcome<KeptUnderKeys>> DecideAsync(PersonId person, KeptUnderKeys seen, CancellationToken cancel) =>
        session.ActAsync<KeptUnderKeys>(
            new(Permission.EraseGenes, FieldClasses.Internal, [.. seen.All.Select(it => it.Value)]),
            async context =>
            {
                if (await PeopleStore.RootAsync(context, person, cancel) is not { } root)
                    return new PersonRefusal.NoSuchPerson();
                var kept = await KeptAsync(context, root, cancel);
                return kept.All.Except(seen.All).Any() ? new RetentionRefusal.Meanwhile() : kept;
            },
            cancel);

    static async Task<KeptUnderKeys> KeptAsync(CaseContext context, PersonId root, CancellationToken cancel)
    {
        var members = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
        var donors = await context.Set<GeneDonor>().AsNoTracking().Where(it => members.Contains(it.Person))
            .Select(it => it.Donor).ToListAsync(cancel);
        var photos = await context.Set<Photo>().AsNoTracking().Where(it => members.Contains(it.Person))
            .Select(it => it.Holder).ToListAsync(cancel);
        return new([.. donors.Distinct()], [.. photos.Distinct()], photos.Count);
    }
}
