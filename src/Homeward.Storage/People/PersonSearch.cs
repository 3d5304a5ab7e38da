using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Families;
using Homeward.Cases.Names;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.People;

/// <summary>Finds people by a name, however it is written.</summary>
public sealed class PersonSearch(CaseSession session)
{
    /// <summary>More than anybody reads; a longer list says that it is cut.</summary>
    public const int MostMatches = 50;

    /// <summary>The people whose name comes nearest, one entry a human being. Everybody in the answer is recorded as
    /// seen.</summary>
    public Task<PersonMatches> FindAsync(PersonQuery query, CancellationToken cancel) =>
        session.ReadAsync<PersonMatches>(
            new(Permission.ReadPeople, FieldClasses.Identifying),
            async context =>
            {
                var ranked = PersonMatch.Ranked(await MatchesAsync(context, query, cancel)).ToList();
                var shown = new PersonMatches([.. ranked.Take(MostMatches)], ranked.Count);
                return new(shown, [.. shown.Nearest.Select(it => it.Identity.Value)]);
            },
            cancel);

    static async Task<List<PersonMatch>> MatchesAsync(
        CaseContext context, PersonQuery query, CancellationToken cancel)
    {
        var orders = NameForm.Orders(query.Name);
        var found = await NamesAsync(context, orders, cancel);
        var seen = await context.PeopleInSightAsync([.. found.Select(it => it.Root)], cancel);
        var nearest = found.Where(it => seen.Contains(it.Root))
            .Select(it => (it.Root, it.Name, Closeness: NameComparison.Between(orders, NameForm.Of(it.Name.Text))))
            .Where(it => it.Closeness != NameCloseness.Different)
            .GroupBy(it => it.Root)
            .ToDictionary(
                it => it.Key, it => it.OrderBy(name => name.Closeness).ThenBy(name => name.Name.Id.Value).First());
        var known = await KnownAsync(context, [.. nearest.Keys], query.Region is not null, cancel);
        var below = query.Region is { } region ? await BelowAsync(context, region, cancel) : [];
        return
        [
            .. nearest.Values.Select(it => new PersonMatch
            {
                Identity = it.Root,
                Name = it.Name,
                Closeness = it.Closeness,
                Sex = PersonMatch.OfSex(query.Sex, known.People[it.Root].Select(one => one.Sex)),
                Age = PersonMatch.OfAge(query.Born, known.People[it.Root].Select(one => one.Birth)),
                Place = PersonMatch.OfKnown(known.Places[it.Root], below.Contains),
                Marks = PersonMatch.OfMarks(query.Marks, known.People[it.Root].Select(one => one.Marks)),
            }),
        ];
    }

    static async Task<List<(PersonId Root, PersonName Name)>> NamesAsync(
        CaseContext context, IReadOnlyList<NameForm> orders, CancellationToken cancel)
    {
        var keys = orders.SelectMany(it => it.Keys()).Distinct().ToArray();
        var names = context.Set<PersonName>();
        var found = await (
            from name in names
            where context.Set<NameKey>().Where(it => keys.Contains(it.Key)).Select(it => it.Name).Contains(name.Id)
                && !names.Any(later => later.Supersedes == name.Id)
            join identity in context.Set<Identity>() on name.Person equals identity.Person
            select new { identity.Root, Name = name }).ToListAsync(cancel);
        return found.ConvertAll(it => (it.Root, it.Name));
    }

    /// <summary>All records of these human beings, and where they were rescued or last seen.</summary>
    static async Task<(ILookup<PersonId, Person> People, ILookup<PersonId, RegionCode> Places)> KnownAsync(
        CaseContext context, PersonId[] roots, bool withPlaces, CancellationToken cancel)
    {
        var members = context.Set<Identity>().Where(it => roots.Contains(it.Root));
        var people = await members.Join(
            context.Set<Person>(), it => it.Person, it => it.Id, (identity, person) => new { identity.Root, person })
            .ToListAsync(cancel);
        var byRoot = people.ToLookup(it => it.Root, it => it.person);
        if (!withPlaces) return (byRoot, Array.Empty<RegionCode>().ToLookup(_ => default(PersonId)));
        var rescued = await members.Join(
            context.Set<Rescue>(), it => it.Person, it => it.Person,
            (identity, rescue) => new { identity.Root, rescue.Region })
            .ToListAsync(cancel);
        var reported = await members.Join(
            context.Set<MissingReport>(), it => it.Person, it => it.Missing,
            (identity, report) => new { identity.Root, report.Region })
            .ToListAsync(cancel);
        return (byRoot, rescued.Concat(reported).ToLookup(it => it.Root, it => it.Region));
    }

    /// <summary>A region and all within it.</summary>
    static async Task<HashSet<RegionCode>> BelowAsync(CaseContext context, RegionCode region, CancellationToken cancel)
    {
        var children = (await context.Set<Region>().Select(it => new { it.Code, it.Parent }).ToListAsync(cancel))
            .ToLookup(it => it.Parent, it => it.Code);
        var below = new HashSet<RegionCode> { region };
        var open = new Queue<RegionCode>(below);
        while (open.TryDequeue(out var next))
            foreach (var child in children[next])
                if (below.Add(child)) open.Enqueue(child);
        return below;
    }
}
