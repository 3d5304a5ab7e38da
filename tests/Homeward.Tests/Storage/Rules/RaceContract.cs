using System.Data;
using System.Data.Common;
using Homeward.Cases.Custody;
using Homeward.Cases.Investigations;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Storage.Operations;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Rules.RawSql;

namespace Homeward.Tests.Storage.Rules;

/// <summary>Two transactions at once, neither of which sees what the other does until one commits. Each would be
/// allowed alone; both together would break a rule.</summary>
public abstract class RaceContract(TestDatabase database)
{
    readonly CaseWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every pair, in both orders.</summary>
    protected static TheoryData<IsolationLevel, string, bool> RacesAt(params IsolationLevel[] levels)
    {
        var races = new TheoryData<IsolationLevel, string, bool>();
        foreach (var level in levels)
            foreach (var pair in AboutBuyers.Keys.Concat(AboutPlaces.Keys).Concat(AboutHours.Keys))
                foreach (var isReversed in new[] { false, true }) races.Add(level, pair, isReversed);
        return races;
    }

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
        await using var a = await database.RawAsync();
        await using var b = await database.RawAsync();
        await using var began = await BeginAsync(a, level);
        await using var late = await BeginAsync(b, level);

        await RunAsync(a, first, began);
        var waiting = Task.Run(() => RunAsync(b, second, late), Cancel);
        await WaitUntilBlockedAsync(b, waiting);
        await began.CommitAsync(Cancel);
        var failure = await Record.ExceptionAsync(async () =>
        {
            await waiting;
            await late.CommitAsync(Cancel);
        });

        Assert.True(failure is DbException, "Both were done: " + pair);
        await using var check = await database.RawAsync();
        Assert.Empty(await Invariants.BrokenAsync(check));
        Assert.Empty(await Invariants.OverfullAsync(check));
    }

    /// <summary>A transaction that has looked at the database already.</summary>
    protected abstract Task<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel level);

    /// <summary>Returns when the other transaction's statement waits for a lock, or has ended.</summary>
    protected abstract Task WaitUntilBlockedAsync(DbConnection waiter, Task statement);

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
    /// <summary>SQLite knows one level only.</summary>
    public static TheoryData<IsolationLevel, string, bool> Races() => RacesAt(IsolationLevel.Serializable);

    [Theory]
    [MemberData(nameof(Races))]
    public Task Only_one_of_two_racing_acts_is_done(IsolationLevel level, string pair, bool isReversed) =>
        OnlyOneIsDoneAsync(level, pair, isReversed);

    protected override async Task<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel level)
    {
        var transaction = ((Microsoft.Data.Sqlite.SqliteConnection)connection).BeginTransaction(deferred: true);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM persons";
        await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        return transaction;
    }

    /// <summary>A second writer is turned away rather than kept waiting, since what it has read is out of
    /// date.</summary>
    protected override Task WaitUntilBlockedAsync(DbConnection waiter, Task statement) => Task.CompletedTask;
}

public sealed class PostgresRaceTests(PostgresTestDatabase database)
    : RaceContract(database), IClassFixture<PostgresTestDatabase>
{
    public static TheoryData<IsolationLevel, string, bool> Races() =>
        RacesAt(IsolationLevel.ReadCommitted, IsolationLevel.RepeatableRead, IsolationLevel.Serializable);

    [Theory]
    [MemberData(nameof(Races))]
    public Task Only_one_of_two_racing_acts_is_done(IsolationLevel level, string pair, bool isReversed) =>
        OnlyOneIsDoneAsync(level, pair, isReversed);

    protected override async Task<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel level)
    {
        var transaction = await connection.BeginTransactionAsync(level, TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM persons";
        await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        return transaction;
    }

    protected override async Task WaitUntilBlockedAsync(DbConnection waiter, Task statement)
    {
        var process = ((Npgsql.NpgsqlConnection)waiter).ProcessID;
        await using var watcher = await database.OwnerAsync();
        await using var command = watcher.CreateCommand();
        command.CommandText =
            $"SELECT count(*) FROM pg_stat_activity WHERE pid = {process} AND wait_event_type = 'Lock'";
        while (!statement.IsCompleted && (long)(await command.ExecuteScalarAsync(default))! == 0)
        {
        }
    }
}
