using System.Data;
using Homeward.Cases.Custody;
using Homeward.Cases.Investigations;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Storage.Operations;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Rules.RawSql;

namespace Homeward.Tests.Storage.Rules;

/// <summary>Of two racing transactions each would be allowed alone; both together would break rule 1, 2, 51 or 52.
/// </summary>
public abstract class RaceContract(TestDatabase database)
{
    readonly CaseWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static IEnumerable<string> Pairs => AboutBuyers.Keys.Concat(AboutPlaces.Keys).Concat(AboutHours.Keys);

    static readonly Dictionary<string, Func<RaceContract, Task<(string First, string Second)>>> AboutBuyers = new()
    {
        ["placement and link"] = async it =>
        {
            var (child, carer) = (await it.ChildAsync(), await it._world.PersonAsync());
            return (it.With(child, carer), await it.LinkAsync(carer));
        },
        ["household and link"] = async it =>
        {
            var (child, carer) = (await it.ChildAsync(), await it._world.PersonAsync());
            var aunt = await it._world.PersonAsync();
            var home = MadeUpState.Allowed(await it._world.FosterAsync(child, carer));
            return (HouseholdSql(home.Id, aunt), await it.LinkAsync(aunt));
        },
        ["placement and merge"] = async it =>
        {
            var (child, carer) = (await it.ChildAsync(), await it._world.PersonAsync());
            return (it.With(child, carer), it.MergeOf(carer, await it.BuyerAsync()));
        },
        ["placement and merge the other way"] = async it =>
        {
            var (child, carer) = (await it.ChildAsync(), await it._world.PersonAsync());
            return (it.With(child, carer), it.MergeOf(await it.BuyerAsync(), carer));
        },
        ["placement with one record and link on another"] = async it =>
        {
            var (child, carer) = (await it.ChildAsync(), await it._world.PersonAsync());
            var alias = await it._world.PersonAsync();
            await it._world.MergeAsync(alias, carer);
            return (it.With(child, alias), await it.LinkAsync(carer));
        },
        ["link and merge"] = async it =>
        {
            var (child, carer) = (await it.ChildAsync(), await it._world.PersonAsync());
            var other = await it._world.PersonAsync();
            MadeUpState.Allowed(await it._world.FosterAsync(child, carer));
            return (await it.LinkAsync(other), it.MergeOf(other, carer));
        },
    };

    static readonly Dictionary<string, Func<RaceContract, Task<(string First, string Second)>>> AboutPlaces = new()
    {
        ["duty and link"] = async it =>
        {
            var head = await it._world.PersonAsync();
            return (it.Duty(await it._world.FacilityAsync(beds: 1), head), await it.LinkAsync(head));
        },
        ["household of an older row, which becomes the last, and link"] = async it =>
        {
            var (child, carer) = (await it.ChildAsync(), await it._world.PersonAsync());
            var aunt = await it._world.PersonAsync();
            var home = MadeUpState.Allowed(await it._world.FosterAsync(child, carer));
            var later = MadeUpState.Allowed(await it._world.BeginAsync(
                it._world.Row(child, CustodyKind.MissingAgain, MadeUpState.Police.Id)));
            var back = later with
            {
                Id = new(it._world.Police.NewId()),
                Since = new(home.Since.Microseconds - 1),
                Supersedes = later.Id,
            };
            await it._world.LinkAsync(aunt, PartyRole.Witness);
            return (RowSql(back) + "; " + HouseholdSql(home.Id, aunt), await it.LinkAsync(aunt));
        },
        ["two rows at once"] = async it =>
        {
            var child = await it.ChildAsync();
            var row = it._world.Row(child, CustodyKind.MissingAgain, MadeUpState.Police.Id);
            var id = new CustodyRowId(it._world.Police.NewId());
            return (RowSql(row), RowSql(row with { Id = id, Origin = id, Kind = CustodyKind.Unsettled }));
        },
        ["the last bed"] = async it =>
        {
            var house = await it._world.FacilityAsync(beds: 1);
            return (await it.PlacedAsync(house), await it.PlacedAsync(house));
        },
        ["one acceptance used twice"] = async it =>
        {
            var child = await it.ChildAsync();
            var house = await it._world.FacilityAsync(beds: 9);
            var accepted = await it._world.AcceptAsync(child, house);
            var row = it._world.Row(child, CustodyKind.WelfareInstitution, house.Agency) with
            {
                Facility = house.Id,
                Acceptance = accepted.Id,
            };
            var id = new CustodyRowId(it._world.Police.NewId());
            return (RowSql(row), RowSql(row with { Id = id, Origin = id, Since = new(row.Since.Microseconds - 1) }));
        },
    };

    static readonly Dictionary<string, Func<RaceContract, Task<(string First, string Second)>>> AboutHours = new()
    {
        ["household and merge"] = async it =>
        {
            var (child, carer) = (await it.ChildAsync(), await it._world.PersonAsync());
            var aunt = await it._world.PersonAsync();
            var home = MadeUpState.Allowed(await it._world.FosterAsync(child, carer));
            return (HouseholdSql(home.Id, aunt), it.MergeOf(aunt, await it.BuyerAsync()));
        },
        ["household and merge the other way"] = async it =>
        {
            var (child, carer) = (await it.ChildAsync(), await it._world.PersonAsync());
            var aunt = await it._world.PersonAsync();
            var home = MadeUpState.Allowed(await it._world.FosterAsync(child, carer));
            return (HouseholdSql(home.Id, aunt), it.MergeOf(await it.BuyerAsync(), aunt));
        },
        ["duty and merge"] = async it =>
        {
            var head = await it._world.PersonAsync();
            return (it.Duty(await it._world.FacilityAsync(beds: 1), head), it.MergeOf(head, await it.BuyerAsync()));
        },
        ["a reversal, by which an older row becomes the last, and link"] = async it =>
        {
            var (child, carer) = (await it.ChildAsync(), await it._world.PersonAsync());
            MadeUpState.Allowed(await it._world.FosterAsync(child, carer));
            var later = await it.ChildAsync();
            var merge = await it._world.MergeAsync(child, later);
            return (it.ReversalOf(merge), await it.LinkAsync(carer));
        },
        ["two merges in a circle"] = async it =>
        {
            var (one, other) = (await it._world.PersonAsync(), await it._world.PersonAsync());
            return (it.MergeOf(one, other), it.MergeOf(other, one));
        },
        ["one record merged into two"] = async it =>
        {
            var one = await it._world.PersonAsync();
            return (it.MergeOf(one, await it._world.PersonAsync()), it.MergeOf(one, await it._world.PersonAsync()));
        },
        ["two measures at once"] = async it =>
        {
            var (suspect, since) = (await it._world.PersonAsync(), it._world.Police.Now.Microseconds);
            return (it.Measure(suspect, "Arrest", since), it.Measure(suspect, "Released", since));
        },
        ["the last bed, held and taken"] = async it =>
        {
            var house = await it._world.FacilityAsync(beds: 1);
            return (await it.HeldAsync(house), await it.PlacedAsync(house));
        },
        ["the last bed, held twice"] = async it =>
        {
            var house = await it._world.FacilityAsync(beds: 1);
            return (await it.HeldAsync(house), await it.HeldAsync(house));
        },
    };

    protected async Task OnlyOneIsDoneAsync(IsolationLevel level, string pair, bool isReversed)
    {
        _ = database.Cases;
        var pairs = new[] { AboutBuyers, AboutPlaces, AboutHours }.Single(it => it.ContainsKey(pair));
        var (one, two) = await pairs[pair](this);
        var (first, second) = isReversed ? (two, one) : (one, two);

        var failed = await Race.RunAsync(database, level, first, second);

        Assert.True(failed.First is null, failed.First?.ToString());
        Assert.True(failed.Second is not null, "Both were done: " + pair);
        await using var check = await database.RawAsync();
        Assert.Empty(await Invariants.BrokenAsync(check));
        Assert.Empty(await Invariants.OverfullAsync(check));
    }

    async Task<PersonId> ChildAsync() => (await _world.RescueAsync()).Child;

    async Task<PersonId> BuyerAsync()
    {
        var buyer = await _world.PersonAsync();
        await _world.LinkAsync(buyer, PartyRole.Buyer);
        return buyer;
    }

    async Task<string> LinkAsync(PersonId person) => LinkSql(await _world.NewLinkAsync(person, PartyRole.Buyer));

    string With(PersonId child, PersonId carer) =>
        RowSql(_world.Row(child, CustodyKind.PoliceEmergency, MadeUpState.Police.Id) with { Carer = carer });

    async Task<string> PlacedAsync(Facility house)
    {
        var child = await ChildAsync();
        var accepted = await _world.AcceptAsync(child, house);
        return RowSql(_world.Row(child, CustodyKind.WelfareInstitution, house.Agency) with
        {
            Facility = house.Id,
            Acceptance = accepted.Id,
        });
    }

    string MergeOf(PersonId person, PersonId into) => MergeSql(new()
    {
        Id = new(_world.Police.NewId()),
        Person = person,
        Into = into,
        Basis = MergeBasis.Document,
        By = MadeUpState.Officer.Id,
        At = _world.Police.Now,
    });

    string ReversalOf(PersonMerge merge) => Insert(
        "merge_reversals",
        ("merge_id", merge.Id),
        ("by_id", MadeUpState.Officer.Id),
        ("at", _world.Police.Now.Microseconds));

    string Measure(PersonId suspect, string measure, long since) => Insert(
        "detentions",
        ("id", _world.Police.NewId()),
        ("person_id", suspect),
        ("measure", measure),
        ("since", since),
        ("authority_id", MadeUpState.Police.Id),
        ("by_id", MadeUpState.Officer.Id),
        ("at", _world.Police.Now.Microseconds));

    async Task<string> HeldAsync(Facility house)
    {
        var now = _world.Police.Now;
        var operation = MadeUpState.Allowed(await new OperationStore(_world.Police).PlanAsync(
            new()
            {
                Code = $"SYNTHETIC {_world.Police.NewId()}",
                Kind = OperationKind.Joint,
                Lead = MadeUpState.Police.Id,
                HHour = now + TimeSpan.FromDays(1),
                ExpectedChildren = 1,
            },
            Cancel));
        return Insert(
            "bed_reservations",
            ("id", _world.Police.NewId()),
            ("operation_id", operation.Id),
            ("facility_id", house.Id),
            ("beds", 1L),
            ("by_id", MadeUpState.Officer.Id),
            ("at", now.Microseconds),
            ("until", (now + TimeSpan.FromDays(2)).Microseconds));
    }

    string Duty(Facility house, PersonId head) => Insert(
        "duties",
        ("id", _world.Police.NewId()),
        ("facility_id", house.Id),
        ("person_id", head),
        ("by_id", MadeUpState.Officer.Id),
        ("at", _world.Police.Now.Microseconds));
}

public sealed class SqliteRaceTests(SqliteTestDatabase database)
    : RaceContract(database), IClassFixture<SqliteTestDatabase>
{
    public static TheoryData<IsolationLevel, string, bool> Races() => Race.BothWays(Race.LevelsOfSqlite, Pairs);

    [Theory]
    [MemberData(nameof(Races))]
    public Task Only_one_of_two_racing_acts_is_done(IsolationLevel level, string pair, bool isReversed) =>
        OnlyOneIsDoneAsync(level, pair, isReversed);
}

public sealed class PostgresRaceTests(PostgresTestDatabase database)
    : RaceContract(database), IClassFixture<PostgresTestDatabase>
{
    public static TheoryData<IsolationLevel, string, bool> Races() => Race.BothWays(Race.LevelsOfPostgres, Pairs);

    [Theory]
    [MemberData(nameof(Races))]
    public Task Only_one_of_two_racing_acts_is_done(IsolationLevel level, string pair, bool isReversed) =>
        OnlyOneIsDoneAsync(level, pair, isReversed);
}
