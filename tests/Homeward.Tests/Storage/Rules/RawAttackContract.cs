using System.Data.Common;
using Homeward.Cases.Custody;
using Homeward.Cases.Installations;
using Homeward.Cases.Investigations;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Storage.Custody;
using Homeward.Storage.Operations;
using Homeward.Storage.People;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Rules.RawSql;

namespace Homeward.Tests.Storage.Rules;

/// <summary>Somebody goes past the application, with ordinary statements.</summary>
public abstract class RawAttackContract(TestDatabase database)
{
    readonly CaseWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_statement_brings_a_child_to_a_buyer()
    {
        var it = await SceneAsync();
        var stolen = _world.Row(it.Waiting, CustodyKind.PoliceEmergency, MadeUpState.Police.Id);
        var replaced = await RowAsync(it.Fostered);

        await RefusedAsync(
            RowSql(stolen with { Carer = it.Buyer }),
            RowSql(stolen with { Carer = it.Waiting }),
            RowSql(replaced with
            {
                Id = new(_world.Police.NewId()),
                Supersedes = replaced.Id,
                Carer = it.Buyer,
            }),
            HouseholdSql(replaced.Id, it.Buyer),
            HouseholdSql(replaced.Id, it.Fostered),
            $"UPDATE custodies SET carer_id = {Literal(it.Buyer)} WHERE id = {Literal(replaced.Id)}",
            LinkSql(await _world.NewLinkAsync(it.Carer, PartyRole.Buyer)),
            LinkSql(await _world.NewLinkAsync(it.Relative, PartyRole.Obstructor)),
            LinkSql(await _world.NewLinkAsync(it.Head, PartyRole.Organiser)),
            LinkSql(FoundWith(it.Carer, it.Rescue)),
            MergeSql(NewMerge(it.Carer, it.Buyer)),
            MergeSql(NewMerge(it.Buyer, it.Carer)),
            MergeSql(NewMerge(it.Buyer, it.Relative)),
            MergeSql(NewMerge(it.Buyer, it.Head)),
            MergeSql(NewMerge(it.Carer, it.Fostered)),
            Insert(
                "duties",
                ("id", _world.Police.NewId()),
                ("facility_id", it.House.Id),
                ("person_id", it.Buyer),
                ("by_id", MadeUpState.Officer.Id),
                ("at", _world.Police.Now.Microseconds)));
    }

    [Fact]
    public async Task No_statement_whitewashes_a_buyer()
    {
        var it = await SceneAsync();
        var clearing = new ClearingId(_world.Police.NewId());
        var first = ClearingOf(clearing, it.Link.Id, "NoSuspicionLeft", MadeUpState.Officer.Id, MadeUpState.Police.Id);
        await using (var connection = await database.RawAsync()) await RunAsync(connection, first);

        await RefusedAsync(
            $"DELETE FROM party_links WHERE id = {Literal(it.Link.Id)}",
            $"UPDATE party_links SET role = 'Witness' WHERE id = {Literal(it.Link.Id)}",
            $"UPDATE party_links SET person_id = {Literal(it.Relative)} WHERE id = {Literal(it.Link.Id)}",
            ClearingOf(new(_world.Police.NewId()), it.Link.Id, "CoVictim", MadeUpState.Officer.Id,
                MadeUpState.Police.Id),
            ClearingOf(new(_world.Police.NewId()), it.Link.Id, "NoSuspicionLeft", MadeUpState.Officer.Id,
                MadeUpState.Court.Id),
            Confirmation(clearing, MadeUpState.Officer.Id, MadeUpState.Police.Id),
            Confirmation(clearing, MadeUpState.Officer.Id, MadeUpState.Court.Id),
            Confirmation(clearing, MadeUpState.SecondOfficer.Id, MadeUpState.Police.Id),
            Confirmation(clearing, MadeUpState.SecondOfficer.Id, MadeUpState.Court.Id),
            $"UPDATE users SET agency_id = {Literal(MadeUpState.Court.Id)}",
            Insert(
                "acquittals",
                ("link_id", it.Link.Id),
                ("court_id", MadeUpState.Police.Id),
                ("judgment", "x"),
                ("by_id", MadeUpState.Officer.Id),
                ("at", 1L)),
            $"UPDATE agencies SET kind = 'Court' WHERE id = {Literal(MadeUpState.Police.Id)}",
            $"UPDATE identities SET root_id = {Literal(it.Relative)} WHERE person_id = {Literal(it.Buyer)}",
            $"DELETE FROM identities WHERE person_id = {Literal(it.Buyer)}",
            $"INSERT INTO identities (person_id, root_id, guard) VALUES ({Literal(it.Buyer)}, {Literal(it.Head)}, 0)",
            $"DELETE FROM persons WHERE id = {Literal(it.Buyer)}",
            $"UPDATE persons SET id = {Literal(_world.Police.NewId())} WHERE id = {Literal(it.Buyer)}");
    }

    [Fact]
    public async Task No_statement_makes_a_name_unfindable()
    {
        var name = new PersonName
        {
            Id = new(_world.Police.NewId()),
            Person = await _world.PersonAsync(),
            Text = "合成",
            Script = Script.Hans,
            Kind = NameKind.Birth,
            At = _world.Police.Now,
        };
        MadeUpState.Allowed(await new PeopleStore(_world.Police).AddNameAsync(name, Cancel));

        await RefusedAsync(
            $"DELETE FROM name_keys WHERE name_id = {Literal(name.Id)}",
            $"UPDATE name_keys SET key = 'x' WHERE name_id = {Literal(name.Id)}",
            $"INSERT INTO name_keys (key, name_id) VALUES ('x', {Literal(name.Id)})",
            $"UPDATE person_names SET keys = '[]' WHERE id = {Literal(name.Id)}");
    }

    [Fact]
    public async Task What_a_database_is_for_is_settled_before_anybody_is_in_it()
    {
        await _world.PersonAsync();

        await RefusedAsync(
            MadeUpAttackContract.Settled(InstallationKind.Demonstration, 1),
            MadeUpAttackContract.Settled(InstallationKind.Real, 1));
    }

    [Fact]
    public async Task No_statement_tears_a_gap_into_custody()
    {
        var it = await SceneAsync();
        var row = await RowAsync(it.Fostered);
        var next = _world.Row(it.Fostered, CustodyKind.MissingAgain, MadeUpState.Police.Id);

        await RefusedAsync(
            $"DELETE FROM custodies WHERE id = {Literal(row.Id)}",
            "DELETE FROM rescues",
            $"UPDATE custodies SET since = since + 1 WHERE id = {Literal(row.Id)}",
            RowSql(next with { Since = row.Since }),
            RowSql(next with { Since = new(next.At.Microseconds + 1) }),
            RowSql(next with { Supersedes = (await RowAsync(it.Waiting)).Id }),
            RowSql(next with { Supersedes = row.Id, Origin = next.Id }),
            RowSql(next with { Origin = row.Origin }),
            RowSql(next with { Person = _world.NewPersonId() }),
            RowSql(next with { Carer = it.Relative }),
            RowSql(next with { Kind = CustodyKind.Unsettled, Carer = it.Relative }),
            RowSql(next with { Kind = CustodyKind.Independent }),
            RowSql(next with { Reason = CustodyReason.ReturnedToBuyer }),
            Rescue(it.Fostered, new CustodyRowId(_world.Police.NewId())),
            Rescue(it.Waiting, row.Origin),
            Rescue(it.Fostered, (await new CustodyStore(_world.Care).HistoryAsync(it.Fostered, Cancel))[0].Id),
            "DELETE FROM emergency_tasks",
            "UPDATE emergency_tasks SET at = 0");
    }

    [Fact]
    public async Task No_statement_makes_care_without_acceptance_or_bed()
    {
        var it = await SceneAsync();
        var full = await _world.FacilityAsync(beds: 0);
        var accepted = await _world.AcceptAsync(it.Waiting, full);
        var others = await _world.AcceptAsync(it.Fostered, it.House);
        var used = (await RowAsync(it.Housed)).Acceptance;
        var row = _world.Row(it.Waiting, CustodyKind.WelfareInstitution, it.House.Agency) with
        {
            Facility = it.House.Id,
        };

        await RefusedAsync(
            RowSql(row),
            RowSql(row with { Acceptance = others.Id }),
            RowSql(row with { Acceptance = used }),
            RowSql(row with { Acceptance = accepted.Id }),
            RowSql(row with { Facility = full.Id, Acceptance = accepted.Id }),
            RowSql(row with { Facility = null, Acceptance = accepted.Id }),
            Insert(
                "acceptances",
                ("id", _world.Police.NewId()),
                ("person_id", it.Waiting),
                ("agency_id", it.House.Agency),
                ("facility_id", it.House.Id),
                ("notice", "x"),
                ("by_id", MadeUpState.Officer.Id),
                ("at", 1L)),
            $"UPDATE facilities SET kind = 'Hospital' WHERE id = {Literal(it.House.Id)}",
            $"UPDATE facilities SET beds = -1 WHERE id = {Literal(it.House.Id)}",
            $"UPDATE acceptances SET person_id = {Literal(it.Waiting)}");
    }

    [Fact]
    public async Task No_statement_takes_a_bed_that_is_held_or_holds_one_that_is_taken()
    {
        var it = await SceneAsync();
        var house = await _world.FacilityAsync(beds: 1);
        var accepted = await _world.AcceptAsync(it.Waiting, house);
        var operation = MadeUpState.Allowed(await new OperationStore(_world.Police).PlanAsync(
            new()
            {
                Code = $"SYNTHETIC {_world.Police.NewId()}",
                Kind = OperationKind.Joint,
                Lead = MadeUpState.Police.Id,
                HHour = _world.Police.Now,
                ExpectedChildren = 1,
            },
            Cancel));
        await using (var connection = await database.RawAsync()) await RunAsync(connection, Held(house));

        await RefusedAsync(
            RowSql(_world.Row(it.Waiting, CustodyKind.WelfareInstitution, house.Agency) with
            {
                Facility = house.Id,
                Acceptance = accepted.Id,
            }),
            Held(house),
            // One of the two beds is taken, so that two cannot be held there.
            Held(it.House, beds: 2),
            $"UPDATE bed_reservations SET beds = 0 WHERE operation_id = {Literal(operation.Id)}",
            $"DELETE FROM bed_reservations WHERE operation_id = {Literal(operation.Id)}");

        string Held(Facility place, long beds = 1) => Insert(
            "bed_reservations",
            ("id", _world.Police.NewId()),
            ("operation_id", operation.Id),
            ("facility_id", place.Id),
            ("beds", beds),
            ("by_id", MadeUpState.Officer.Id),
            ("at", _world.Police.Now.Microseconds),
            ("until", (_world.Police.Now + TimeSpan.FromDays(2)).Microseconds));
    }

    protected async Task RefusedAsync(params string[] attacks)
    {
        await using var connection = await database.RawAsync();
        Assert.Empty(await Invariants.BrokenAsync(connection));
        foreach (var attack in attacks)
        {
            var failure = await Record.ExceptionAsync(() => RunAsync(connection, attack));
            Assert.True(failure is DbException, "Not refused: " + attack);
        }
        Assert.Empty(await Invariants.BrokenAsync(connection));
    }

    protected async Task<Scene> SceneAsync()
    {
        var it = new Scene
        {
            Buyer = await _world.PersonAsync(),
            Carer = await _world.PersonAsync(),
            Relative = await _world.PersonAsync(),
            Head = await _world.PersonAsync(),
            House = await _world.FacilityAsync(beds: 2),
        };
        it = it with { Link = await _world.LinkAsync(it.Buyer, PartyRole.Buyer) };
        var duty = new Duty
        {
            Id = new(_world.Care.NewId()),
            Facility = it.House.Id,
            Person = it.Head,
            By = default,
            At = default,
        };
        MadeUpState.Allowed(await new FacilityStore(_world.Care).BeginDutyAsync(duty, Cancel));
        var (fostered, rescue) = await _world.RescueAsync();
        MadeUpState.Allowed(await _world.FosterAsync(fostered, it.Carer, it.Relative));
        var (housed, _) = await _world.RescueAsync();
        MadeUpState.Allowed(await _world.PlaceAsync(housed, it.House));
        var (waiting, _) = await _world.RescueAsync();
        var (unsettled, _) = await _world.RescueAsync();
        MadeUpState.Allowed(
            await _world.BeginAsync(_world.Row(unsettled, CustodyKind.Unsettled, MadeUpState.Police.Id)));
        return it with { Fostered = fostered, Rescue = rescue, Housed = housed, Waiting = waiting };
    }

    protected async Task<CustodyRow> RowAsync(PersonId person) =>
        (await new CustodyStore(_world.Care).HistoryAsync(person, Cancel))[^1];

    PersonMerge NewMerge(PersonId person, PersonId into) => new()
    {
        Id = new(_world.Police.NewId()),
        Person = person,
        Into = into,
        Basis = MergeBasis.Document,
        By = MadeUpState.Officer.Id,
        At = _world.Police.Now,
    };

    PartyLink FoundWith(PersonId person, Homeward.Cases.Rescues.RescueId rescue) => new()
    {
        Id = new(_world.Police.NewId()),
        Person = person,
        Role = PartyRole.FoundWith,
        Investigation = null,
        Rescue = rescue,
        Certainty = LinkCertainty.Confirmed,
        By = MadeUpState.Officer.Id,
        At = _world.Police.Now,
    };

    string ClearingOf(ClearingId id, PartyLinkId link, string basis, object by, object agency) => Insert(
        "clearings",
        ("id", id),
        ("link_id", link),
        ("basis", basis),
        ("grounds", "x"),
        ("by_id", by),
        ("agency_id", agency),
        ("at", _world.Police.Now.Microseconds));

    static string Confirmation(ClearingId clearing, object by, object agency) => Insert(
        "clearing_confirmations", ("clearing_id", clearing), ("by_id", by), ("agency_id", agency), ("at", 1L));

    string Rescue(PersonId person, CustodyRowId custody) => Insert(
        "rescues",
        ("id", _world.Police.NewId()),
        ("person_id", person),
        ("custody_id", custody),
        ("region", MadeUpState.County.Code),
        ("place", "x"),
        ("unit_id", MadeUpState.Police.Id),
        ("condition", "Good"),
        ("age_basis", "Unknown"),
        ("by_id", MadeUpState.Officer.Id),
        ("at", _world.Police.Now.Microseconds));

    protected sealed record Scene
    {
        public required PersonId Buyer { get; init; }
        public PartyLink Link { get; init; } = null!;

        /// <summary>Fosters <see cref="Fostered"/>.</summary>
        public required PersonId Carer { get; init; }

        /// <summary>Lives with the carer.</summary>
        public required PersonId Relative { get; init; }

        /// <summary>Responsible for <see cref="House"/>.</summary>
        public required PersonId Head { get; init; }

        public required Facility House { get; init; }
        public PersonId Fostered { get; init; }
        public Homeward.Cases.Rescues.RescueId Rescue { get; init; }
        public PersonId Housed { get; init; }

        /// <summary>Still with the police.</summary>
        public PersonId Waiting { get; init; }
    }
}

public sealed class SqliteRawAttackTests(SqliteTestDatabase database)
    : RawAttackContract(database), IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task Replacing_and_upserting_are_refused_like_changing()
    {
        var it = await SceneAsync();
        var row = Literal((await RowAsync(it.Fostered)).Id);
        var link = Literal(it.Link.Id);

        await RefusedAsync(
            $"REPLACE INTO party_links SELECT * FROM party_links WHERE id = {link}",
            $"INSERT OR REPLACE INTO custodies SELECT * FROM custodies WHERE id = {row}",
            $"INSERT INTO custodies SELECT * FROM custodies WHERE id = {row} ON CONFLICT DO UPDATE SET carer_id = NULL",
            $"INSERT INTO custodies SELECT * FROM custodies WHERE id = {row} ON CONFLICT DO UPDATE SET since = 0",
            $"UPDATE OR REPLACE custodies SET id = {row}",
            $"UPDATE OR REPLACE persons SET id = {Literal(it.Buyer)} WHERE id = {Literal(it.Carer)}",
            $"UPDATE OR REPLACE persons SET rowid = (SELECT rowid FROM persons WHERE id = {Literal(it.Buyer)}) "
                + $"WHERE id = {Literal(it.Carer)}",
            "INSERT OR REPLACE INTO persons (rowid, id, sex, birth_basis, vital, version, entry_id) "
                + $"SELECT rowid, '{Guid.Empty}', 'Male', 'Unknown', 'Alive', 1, id FROM persons "
                + $"WHERE id = {Literal(it.Buyer)}",
            $"REPLACE INTO persons SELECT * FROM persons WHERE id = {Literal(it.Buyer)}",
            $"REPLACE INTO identities VALUES ({Literal(it.Buyer)}, {Literal(it.Buyer)}, 0)",
            $"UPDATE persons SET id = lower(id) WHERE id = {Literal(it.Buyer)}");
    }

    [Fact]
    public async Task A_value_of_the_wrong_kind_is_refused()
    {
        var it = await SceneAsync();
        var row = await RowAsync(it.Fostered);
        var sql = RowSql(row with { Id = new(Guid.Parse("0190F5F0-0000-7000-8000-000000000001")) });

        await RefusedAsync(
            sql.Replace(Literal(row.Since.Microseconds), "'soon'", StringComparison.Ordinal),
            sql.Replace("'FosterFamily'", "'Kin'", StringComparison.Ordinal),
            sql.Replace(Literal(row.Person), Literal(row.Person).ToLowerInvariant(), StringComparison.Ordinal));
    }
}

public sealed class PostgresRawAttackTests(PostgresTestDatabase database)
    : RawAttackContract(database), IClassFixture<PostgresTestDatabase>
{
    [Theory]
    [InlineData("TRUNCATE custodies CASCADE")]
    [InlineData("ALTER TABLE custodies DISABLE TRIGGER ALL")]
    [InlineData("DROP TRIGGER custodies__screened ON custodies")]
    [InlineData("ALTER TABLE custodies DROP CONSTRAINT ck_custodies_kind")]
    [InlineData("CREATE OR REPLACE FUNCTION cases.rows_stay() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'")]
    [InlineData("CREATE TABLE cases.custodies2 (id uuid)")]
    [InlineData("UPDATE schema_history SET migration_id = ''")]
    [InlineData("UPDATE schema_seal SET digest = ''")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("SELECT guard_identity(NULL)")]
    [InlineData("SELECT await_settling(TRUE)")]
    [InlineData("SELECT beds_held_for_others(NULL, NULL, 0)")]
    [InlineData("INSERT INTO emergency_tasks (cause, kind, at) VALUES (gen_random_uuid(), 'NoBed', 1)")]
    public Task The_application_role_changes_no_rule(string attack) => RefusedAsync(attack);
}
