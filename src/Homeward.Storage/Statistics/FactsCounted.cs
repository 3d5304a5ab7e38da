using Homeward.Cases.Agencies;
using Homeward.Cases.Detentions;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Storage.Jurisdictions;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Statistics;

/// <summary>Counts again whatever an act has touched: reads the facts as they now stand and books what the ledger
/// should say of them, in the act's own transaction.</summary>
/// <remarks>Each saves the context first, so that facts added by the act are seen. Booking twice adds nothing.
/// </remarks>
sealed class FactsCounted(CaseContext context, Instant now, CancellationToken cancel)
{
    Zone? _zone;
    readonly Dictionary<AgencyId, RegionCode> _jurisdictions = [];

    /// <summary>Of these people as rescued: each identity once.</summary>
    public async Task RescuedAsync(IReadOnlyCollection<PersonId> people, CountReason reason)
    {
        await context.SaveChangesAsync(cancel);
        var identities = await IdentitiesAsync(people);
        var rescues = await RescuesAsync([.. identities.Values.SelectMany(it => it).Select(it => it.Id)]);
        var tallies = new List<Tally>();
        foreach (var (root, records) in identities)
        {
            var person = Described(root, records);
            tallies.AddRange(Counting.Of(
                new RescuedIdentity
                {
                    Root = root,
                    Merged = [.. records.Select(it => it.Id).Where(it => it != root)],
                    Sex = person.Sex,
                    Birth = person.Birth,
                    Citizenship = person.Citizenship,
                    Rescues = [.. records.SelectMany(it => rescues[it.Id])],
                },
                reason));
        }
        await BookAsync(tallies);
    }

    /// <summary>Of these people as suspects: once in each operation, once in each year outside.</summary>
    public async Task DetainedAsync(IReadOnlyCollection<PersonId> people, CountReason reason)
    {
        await context.SaveChangesAsync(cancel);
        var identities = await IdentitiesAsync(people);
        var all = identities.Values.SelectMany(it => it).Select(it => it.Id).ToArray();
        var rows = (await context.Set<Detention>().AsNoTracking().Where(it => all.Contains(it.Person))
            .ToListAsync(cancel)).ToLookup(it => it.Person);
        var tallies = new List<Tally>();
        foreach (var (root, records) in identities)
        {
            var facts = new List<DetentionFact>();
            var emptied = new List<DetentionFact>();
            foreach (var record in records)
            {
                var own = rows[record.Id].ToList();
                var live = DetentionChain.Of(own).Measures.Where(it => it.Measure.DeprivesOfLiberty()).ToList();
                foreach (var row in live) facts.Add(await FactAsync(row));
                foreach (var row in own.Except(live).Where(it => it.Measure.DeprivesOfLiberty()))
                    emptied.Add(await FactAsync(row));
            }
            var counted = facts.Select(it => CountKey.OfSuspect(root, it.During, it.Since)).ToHashSet();
            // What was corrected away counts no more, unless another measure of the same occasion is left.
            tallies.AddRange(emptied.Where(it => !counted.Contains(CountKey.OfSuspect(root, it.During, it.Since)))
                .Select(Counting.WithdrawnDetention));
            var person = Described(root, records);
            tallies.AddRange(Counting.Of(
                new DetainedIdentity
                {
                    Root = root,
                    Sex = person.Sex,
                    Citizenship = person.Citizenship,
                    Detentions = facts,
                },
                reason));
        }
        await BookAsync(tallies);
    }

    /// <summary>Of the agencies that take part, once H-hour has struck.</summary>
    public async Task ParticipationAsync(OperationFacts facts)
    {
        if (now < facts.HHourAt(now)) return;
        await context.SaveChangesAsync(cancel);
        var zone = await ZoneAsync();
        var takingPart = facts.Participants.Where(it => facts.TakesPartAt(it.Id, now)).Select(it => it.Id).ToHashSet();
        var hHour = facts.HHourAt(now);
        await BookAsync(
            [.. facts.Participants.Select(it => Counting.Of(it, hHour, takingPart.Contains(it.Id), zone))]);
    }

    /// <summary>In whose name something is counted that a user recorded first.</summary>
    public async Task<CountingPlace> PlaceAsync(UserId user) =>
        await PlaceAsync(
            await context.Set<User>().Where(it => it.Id == user).Select(it => it.Agency).SingleAsync(cancel));

    /// <summary>In whose name something of an agency is counted.</summary>
    public async Task<CountingPlace> PlaceAsync(AgencyId agency) =>
        new(await JurisdictionAsync(agency), await ZoneAsync(), now);

    public async Task BookAsync(IReadOnlyCollection<Tally> tallies)
    {
        await LedgerBook.BookAsync(context, tallies, now, cancel);
        await context.SaveChangesAsync(cancel);
    }

    /// <summary>The rescues of these records, as they count.</summary>
    async Task<ILookup<PersonId, RescueFact>> RescuesAsync(PersonId[] records)
    {
        var rescues = await (
            from rescue in context.Set<Rescue>()
            join time in context.Set<RescueTime>() on rescue.Id equals time.Rescue
            where records.Contains(rescue.Person)
            select new { Rescue = rescue, time.Since }).AsNoTracking().ToListAsync(cancel);
        // The first row of custody stays when a rescue is corrected: by it one rescue is counted once.
        var custodies = rescues.ConvertAll(it => it.Rescue.Custody);
        var during = (await (
            from link in context.Set<OperationRescue>()
            join one in context.Set<Rescue>() on link.Rescue equals one.Id
            where custodies.Contains(one.Custody)
            select new { one.Custody, Operation = (OperationId?)link.Operation }).ToListAsync(cancel))
            .ToLookup(it => it.Custody, it => it.Operation);
        var facts = new List<(PersonId Person, RescueFact Fact)>();
        foreach (var it in rescues)
            facts.Add((
                it.Rescue.Person,
                new(
                    it.Rescue.Custody.Value, (await ZoneAsync()).DayOf(it.Since),
                    await JurisdictionAsync(it.Rescue.Unit), during[it.Rescue.Custody].FirstOrDefault())));
        return facts.ToLookup(it => it.Person, it => it.Fact);
    }

    async Task<DetentionFact> FactAsync(Detention row) => new(
        row.Person, (await ZoneAsync()).DayOf(row.Since), await JurisdictionAsync(row.Authority), row.During);

    async Task<Dictionary<PersonId, List<Person>>> IdentitiesAsync(IReadOnlyCollection<PersonId> people)
    {
        var identities = context.Set<Identity>().AsNoTracking();
        var roots = identities.Where(it => people.Contains(it.Person)).Select(it => it.Root).Distinct();
        var records = await (
            from identity in identities
            join person in context.Set<Person>().AsNoTracking() on identity.Person equals person.Id
            where roots.Contains(identity.Root)
            select new { identity.Root, Person = person }).ToListAsync(cancel);
        return records.GroupBy(it => it.Root, it => it.Person).ToDictionary(it => it.Key, it => it.ToList());
    }

    static Person Described(PersonId root, List<Person> records) => records.Single(it => it.Id == root);

    async Task<Zone> ZoneAsync() =>
        _zone ??= (await ProfileInForce.OfAsync(context, cancel)).Zone;

    /// <summary>The province or country in which an agency is.</summary>
    async Task<RegionCode> JurisdictionAsync(AgencyId agency)
    {
        if (_jurisdictions.TryGetValue(agency, out var known)) return known;
        var code = await context.Set<Agency>().Where(it => it.Id == agency).Select(it => it.Region).SingleAsync(cancel);
        while (true)
        {
            var region = await context.Set<Region>().AsNoTracking().SingleAsync(it => it.Code == code, cancel);
            if (region.Level is Level.Province or Level.National || region.Parent is not { } parent) break;
            code = parent;
        }
        return _jurisdictions[agency] = code;
    }
}
