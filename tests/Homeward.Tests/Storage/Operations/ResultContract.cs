using Homeward.Cases.Custody;
using Homeward.Cases.Detentions;
using Homeward.Cases.Investigations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rings;
using Homeward.Cases.Statistics;
using Homeward.Storage;
using Homeward.Storage.Custody;
using Homeward.Storage.Detentions;
using Homeward.Storage.Investigations;
using Homeward.Storage.Operations;
using Homeward.Storage.People;
using Homeward.Storage.Rings;
using Homeward.Storage.Rules;
using Homeward.Storage.Statistics;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Operations;

/// <summary>What an operation brings, and that each of it is counted once.</summary>
public abstract class ResultContract(TestDatabase database)
{
    readonly CaseWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
    CaseSession Police => _world.Police;
    CaseSession Other => database.As(SecondOfficer);

    [Fact]
    public async Task A_suspect_counts_once_in_an_operation_whatever_measures_follow()
    {
        var operation = await BegunAsync();
        var suspect = await _world.PersonAsync();
        await DetainAsync(suspect, Measure.Summoned, 4, operation);
        Assert.Null(await StandingAsync(suspect, operation));
        await DetainAsync(suspect, Measure.CriminalDetention, 3, operation);
        await DetainAsync(suspect, Measure.Arrest, 2, operation);
        await DetainAsync(suspect, Measure.Bail, 1, operation);

        Assert.Single(await LinesAsync(suspect, operation));
        Assert.Equal(1, (await new OperationStore(Police).FindAsync(operation, Cancel))!.Results.Detained);
    }

    [Fact]
    public async Task A_detention_that_was_none_is_counted_back()
    {
        var operation = await BegunAsync();
        var suspect = await _world.PersonAsync();
        var wrong = await DetainAsync(suspect, Measure.Arrest, 2, operation);
        Assert.NotNull(await StandingAsync(suspect, operation));

        Allowed(await new DetentionStore(Police).RecordAsync(
            new()
            {
                Person = suspect,
                Measure = Measure.Summoned,
                Since = wrong.Since,
                During = operation,
                Corrects = wrong.Id,
            },
            Cancel));

        Assert.Null(await StandingAsync(suspect, operation));
        Assert.Equal([1, -1], (await LinesAsync(suspect, operation)).Select(it => it.Delta));
    }

    [Fact]
    public async Task Two_records_of_one_suspect_count_once_when_they_are_merged_and_twice_again_when_that_was_wrong()
    {
        var operation = await BegunAsync();
        var (one, two) = (await _world.PersonAsync(), await _world.PersonAsync());
        await DetainAsync(one, Measure.Arrest, 3, operation);
        await DetainAsync(two, Measure.Arrest, 2, operation);
        var people = new PeopleStore(Police);

        var merge = Allowed(await people.MergeAsync(two, one, MergeBasis.Document, Cancel));
        Assert.NotNull(await StandingAsync(one, operation));
        Assert.Null(await StandingAsync(two, operation));
        Assert.Equal(1, (await new OperationStore(Police).FindAsync(operation, Cancel))!.Results.Detained);
        Allowed(await people.ReverseAsync(merge.Id, Cancel));
        Assert.NotNull(await StandingAsync(one, operation));
        Assert.NotNull(await StandingAsync(two, operation));
    }

    [Fact]
    public async Task No_two_measures_against_one_person_begin_at_one_moment_whoever_writes()
    {
        var suspect = await _world.PersonAsync();
        var first = await DetainAsync(suspect, Measure.Arrest, 2, during: null);
        var again = await new DetentionStore(Police).RecordAsync(
            new() { Person = suspect, Measure = Measure.Bail, Since = first.Since }, Cancel);
        Assert.IsType<DetentionRefusal.Overlaps>(again.Refusal);

        await using var connection = await database.RawAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "INSERT INTO detentions (id, person_id, measure, since, authority_id, by_id, at, entry_id) "
            + $"SELECT '{Guid.CreateVersion7().ToString().ToUpperInvariant()}', person_id, 'Bail', since, "
            + "authority_id, by_id, at, entry_id FROM detentions "
            + $"WHERE id = '{first.Id.Value.ToString().ToUpperInvariant()}'";
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => command.ExecuteNonQueryAsync(Cancel));
        Assert.Equal("one-measure-at-a-time", RuleRefusal.From(refused)?.Rule);
    }

    [Fact]
    public async Task A_ring_is_broken_up_once_its_organiser_and_most_of_its_core_are_detained_and_counts_once()
    {
        var operation = await BegunAsync();
        var rings = new RingStore(Police);
        var ring = Allowed(await rings.AddAsync("SYNTHETIC " + Guid.CreateVersion7(), RingKind.Regional, Cancel));
        var members = new List<PersonId>();
        for (var i = 0; i < 5; i++) members.Add(await _world.PersonAsync());
        Allowed(await rings.JoinAsync(
            ring.Id,
            [
                .. members.Select((it, i) => new MemberDraft(
                    it, i == 0 ? RingRole.Organiser : RingRole.Core, LinkCertainty.Confirmed)),
            ],
            Cancel));
        Allowed(await rings.ProposeAsync(ring.Id, operation, Cancel));
        foreach (var member in members.Take(2)) await DetainAsync(member, Measure.Arrest, 2, operation);

        var early = await new RingStore(Other).ApproveAsync(ring.Id, Cancel);
        Assert.Equal(
            new BreakUpCriteria(1, 1, 5, 2), Assert.IsType<RingRefusal.CriteriaNotMet>(early.Refusal).Criteria);
        await DetainAsync(members[2], Measure.Arrest, 2, operation);
        Assert.IsType<RingRefusal.ApprovedByAuthor>((await rings.ApproveAsync(ring.Id, Cancel)).Refusal);
        Allowed(await new RingStore(Other).ApproveAsync(ring.Id, Cancel));

        var line = Assert.Single(await new LedgerStore(Police).LinesAsync(CountKey.Of(ring.Id), Cancel));
        Assert.Equal((1, operation, Province.Code), (line.Delta, line.Operation!.Value, line.Lead));
        Allowed(await rings.ResurfaceAsync(ring.Id, "seen again", Cancel));
        Assert.Single(await new LedgerStore(Police).LinesAsync(CountKey.Of(ring.Id), Cancel));
    }

    [Fact]
    public async Task Three_solved_cases_that_become_one_count_as_one()
    {
        var cases = new CaseStore(Police);
        var opened = new List<InvestigationId>();
        for (var i = 0; i < 3; i++)
        {
            var it = Allowed(await cases.OpenAsync(
                Guid.CreateVersion7().ToString(), ["TraffickWomenChildren"], JurisdictionProfile.China, Cancel));
            Allowed(await cases.SolveAsync(it.Investigation.Id, Cancel));
            opened.Add(it.Investigation.Id);
        }
        Assert.Equal(3, await CountAsync());

        foreach (var part in opened.Skip(1)) Allowed(await cases.MergeAsync(part, opened[0], Cancel));
        Assert.Equal(1, await CountAsync());
        Assert.IsType<InvestigationRefusal.WrongState>(
            (await cases.SeparateAsync(opened[0], "it was never merged", Cancel)).Refusal);
        Allowed(await cases.SeparateAsync(opened[1], "another ring's", Cancel));
        Assert.Equal(2, await CountAsync());
        Allowed(await cases.MergeAsync(opened[1], opened[0], Cancel));
        Assert.Equal(1, await CountAsync());
        Allowed(await cases.ReopenAsync(opened[0], "an appeal", Cancel));
        Assert.Equal(0, await CountAsync());

        async Task<int> CountAsync()
        {
            var sum = 0;
            foreach (var it in opened)
                sum += (await new LedgerStore(Police).LinesAsync(CountKey.Of(it), Cancel)).Sum(line => line.Delta);
            return sum;
        }
    }

    [Fact]
    public async Task Agencies_take_part_in_the_ledger_from_H_hour_on_and_not_before()
    {
        var plan = Allowed(await new OperationStore(Police).PlanAsync(Draft(TimeSpan.FromDays(1)), Cancel));
        var invited = Allowed(await new OperationStore(Police).InviteAsync(
            plan.Id, [new(MadeUpState.Police.Id, Province.Code, ParticipantRole.Lead, 2_600)], Cancel));
        var key = CountKey.Of(invited.Participants[0].Id);
        Assert.Empty(await new LedgerStore(Police).LinesAsync(key, Cancel));

        var begun = await BegunAsync();
        var facts = (await new OperationStore(Police).FindAsync(begun, Cancel))!;
        var line = Assert.Single(
            await new LedgerStore(Police).LinesAsync(CountKey.Of(facts.Participants[0].Id), Cancel));
        Assert.Equal((Province.Code, 100), (line.Lead, line.Strength!.Value));
    }

    [Fact]
    public async Task A_bed_that_is_held_is_free_for_the_children_of_its_operation_and_for_nobody_else()
    {
        var operation = await BegunAsync();
        var house = await _world.FacilityAsync(2);
        Allowed(await new BedStore(Police).ReserveAsync(
            operation, new(house.Id, 2, Police.Now + TimeSpan.FromDays(9)), Cancel));
        Assert.Equal(
            "free-bed",
            Assert.IsType<RuleRefusal>((await new BedStore(Police).ReserveAsync(
                operation, new(house.Id, 1, Police.Now + TimeSpan.FromDays(9)), Cancel)).Refusal).Rule);
        var (stranger, _) = await _world.RescueAsync();
        var (child, rescue) = await _world.RescueAsync();
        Allowed(await new OperationStore(Police).AttributeAsync(operation, [rescue], Cancel));

        Assert.Equal((0, 2, 0), await BedsAsync(house));
        Assert.Equal(house.Id, (await SearchAsync(child)).Facility?.Id);
        Assert.NotEqual(house.Id, (await SearchAsync(stranger)).Facility?.Id);
        Assert.False((await _world.PlaceAsync(stranger, house)).IsAllowed);
        Allowed(await _world.PlaceAsync(child, house));
        Assert.Equal((1, 1, 0), await BedsAsync(house));
        var held = (await new OperationStore(Police).FindAsync(operation, Cancel))!.Beds[0];
        Assert.False((await _world.PlaceAsync(stranger, house)).IsAllowed);
        Allowed(await new BedStore(Police).ReleaseAsync(operation, held.Id, Cancel));
        Assert.Equal((1, 0, 1), await BedsAsync(house));
        Allowed(await _world.PlaceAsync(stranger, house));

        async Task<(int Taken, int Held, int Free)> BedsAsync(Facility one)
        {
            var all = await new FacilityStore(Police).FreeBedsAsync(one.Kind, Cancel);
            var beds = all.Single(it => it.Facility.Id == one.Id);
            return (beds.Taken, beds.Held, beds.Count);
        }

        async Task<BedSearch> SearchAsync(PersonId person) => Allowed(
            await new FacilityStore(Police).SearchBedAsync(person, house.Region, house.Kind, Cancel));
    }

    [Fact]
    public async Task A_rescue_counts_under_its_operation_and_a_child_once()
    {
        var operation = await BegunAsync();
        var (child, rescue) = await _world.RescueAsync();
        Allowed(await new OperationStore(Police).AttributeAsync(operation, [rescue], Cancel));

        var lines = await new LedgerStore(Police).LinesAsync(CountKey.OfPerson(child), Cancel);
        Assert.Equal(1, lines.Sum(it => it.Delta));
        Assert.Equal(operation, lines[^1].Operation);
        var results = (await new OperationStore(Police).FindAsync(operation, Cancel))!.Results;
        Assert.Equal((1, 0, 0), (results.Rescued, results.Unsettled, results.Unclassified));
    }

    [Fact]
    public async Task When_and_where_results_came_adds_up_to_what_is_counted_and_names_provinces()
    {
        var operation = await BegunAsync();
        var (_, rescue) = await _world.RescueAsync();
        Allowed(await new OperationStore(Police).AttributeAsync(operation, [rescue], Cancel));
        var (suspect, other) = (await _world.PersonAsync(), await _world.PersonAsync());
        await DetainAsync(suspect, Measure.CriminalDetention, 3, operation);
        await DetainAsync(suspect, Measure.Arrest, 2, operation);
        var second = await DetainAsync(other, Measure.Arrest, 1, operation);

        var events = await new OperationStore(Police).EventsAsync(operation, Cancel);

        // The police of the city and the rescue there belong to its province.
        Assert.All(events!, it => Assert.Equal(Province.Code, it.Place));
        Assert.Equal(1, events!.Where(it => it.Kind == ResultKind.Rescued).Sum(it => it.Count));
        Assert.Equal(2, events!.Where(it => it.Kind == ResultKind.Detained).Sum(it => it.Count));
        Assert.Equal(second.Since, events!.Last(it => it.Kind == ResultKind.Detained).Since);
        Assert.Equal(events!.OrderBy(it => it.Since), events);
    }

    [Fact]
    public async Task What_a_hidden_operation_brought_is_asked_like_that_of_none()
    {
        var plan = Allowed(await new OperationStore(Police).PlanAsync(Draft(TimeSpan.FromHours(9)), Cancel));

        Assert.Empty((await new OperationStore(Police).EventsAsync(plan.Id, Cancel))!);
        Assert.Null(await new OperationStore(Other).EventsAsync(plan.Id, Cancel));
        Assert.Null(await new OperationStore(Other).EventsAsync(new(Guid.Empty), Cancel));
        var part = await new OperationStore(Other).PartAsync(0, 1000, Cancel);
        Assert.DoesNotContain(part.Rows, it => it.Operation.Id == plan.Id);
        Assert.Equal(part.Total, part.Rows.Count);
        Assert.Contains((await new OperationStore(Police).PartAsync(0, 1000, Cancel)).Rows, it =>
            it.Operation.Id == plan.Id);
    }

    /// <summary>An operation whose hour has come.</summary>
    async Task<OperationId> BegunAsync()
    {
        var store = new OperationStore(Police);
        var plan = Allowed(await store.PlanAsync(Draft(TimeSpan.FromHours(-9)), Cancel));
        Allowed(await store.InviteAsync(
            plan.Id, [new(MadeUpState.Police.Id, Province.Code, ParticipantRole.Lead, 100)], Cancel));
        Allowed(await new OperationStore(Other).AuthoriseAsync(plan.Id, Cancel));
        return plan.Id;
    }

    OperationDraft Draft(TimeSpan fromNow) => new()
    {
        Code = "SYNTHETIC " + Guid.CreateVersion7(),
        Kind = OperationKind.Joint,
        Lead = MadeUpState.Police.Id,
        HHour = Police.Now + fromNow,
        ExpectedChildren = 0,
    };

    async Task<Detention> DetainAsync(PersonId person, Measure measure, int hoursAgo, OperationId? during) =>
        Allowed(await new DetentionStore(Police).RecordAsync(
            new()
            {
                Person = person,
                Measure = measure,
                Since = Police.Now + TimeSpan.FromHours(-hoursAgo),
                During = during,
            },
            Cancel));

    Task<IReadOnlyList<CountEntry>> LinesAsync(PersonId person, OperationId operation) =>
        new LedgerStore(Police).LinesAsync(CountKey.OfSuspect(person, operation, default), Cancel);

    async Task<CountEntry?> StandingAsync(PersonId person, OperationId operation) =>
        (await LinesAsync(person, operation)) is [.., { Counts: true } last] ? last : null;
}

public sealed class SqliteResultTests(SqliteTestDatabase database)
    : ResultContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresResultTests(PostgresTestDatabase database)
    : ResultContract(database), IClassFixture<PostgresTestDatabase>;
