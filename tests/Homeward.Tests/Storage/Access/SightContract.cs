using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Investigations;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Custody;
using Homeward.Storage.Jurisdictions;
using Homeward.Storage.Operations;
using Homeward.Storage.Rescues;
using Homeward.Storage.Statistics;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Access;

/// <summary>What exists for somebody, and how much of it: by region, by role, by compartment.</summary>
public abstract class SightContract(TestDatabase database)
{
    readonly CaseWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_for_a_region_shows_its_rows_and_no_others()
    {
        var elsewhere = await RegionAsync("990000");
        var (here, _) = await _world.RescueAsync();
        var there = await RescueInAsync(elsewhere);
        var local = database.As(await UserAsync(Welfare, Role.Caseworker, elsewhere));
        var national = database.As(Matron);

        foreach (var (session, child, isSeen) in new[]
        {
            (local, here, false), (local, there, true), (national, here, true), (national, there, true),
        })
        {
            Assert.Equal(isSeen, await new CustodyStore(session).CurrentAsync(child, Cancel) is not null);
            Assert.Equal(isSeen, (await new CustodyStore(session).HistoryAsync(child, Cancel)).Count > 0);
            Assert.Equal(isSeen, (await new RescueStore(session).OfAsync(child, Cancel)).Count > 0);
            Assert.Equal(isSeen, (await new ClockStore(session).OfAsync(child, Cancel)).Count > 0);
        }
    }

    [Fact]
    public async Task What_is_unsettled_elsewhere_is_in_no_list()
    {
        var elsewhere = await RegionAsync("980000");
        var (here, there) = ((await _world.RescueAsync()).Child, await RescueInAsync(elsewhere));
        foreach (var child in new[] { here, there })
            Allowed(await _world.BeginAsync(_world.Row(child, CustodyKind.Unsettled, Police.Id)));
        var local = database.As(await UserAsync(Welfare, Role.Caseworker, elsewhere));

        Assert.Equal([there], (await new CustodyStore(local).UnsettledAsync(Cancel)).Select(it => it.Person));
        Assert.Equal([there], (await new EmergencyStore(local).OpenAsync(Cancel)).Select(it => it.Person!.Value));
        var national = await new CustodyStore(database.As(Matron)).UnsettledAsync(Cancel);
        Assert.Contains(national, it => it.Person == here);
    }

    [Fact]
    public async Task Figures_are_those_of_the_region()
    {
        var elsewhere = await RegionAsync("970000");
        await _world.RescueAsync();
        var today = DateOnly.FromDateTime(_world.Police.Now.ToDateTimeOffset().UtcDateTime);
        var question = new StatisticsQuestion(today.AddDays(-2), today.AddDays(2));
        var local = await UserAsync(Police, Role.Statistician, elsewhere);
        var provincial = await UserAsync(Police, Role.Statistician, Province.Code);

        Assert.Empty((await new StatisticsStore(database.As(local)).SumsAsync(question, Cancel)).Lines);
        Assert.NotEmpty((await new StatisticsStore(database.As(provincial)).SumsAsync(question, Cancel)).Lines);
        Assert.Equal(0, (await WaitsAsync(local)).ToPlacement.NotYet);
        Assert.True((await WaitsAsync(provincial)).ToPlacement.NotYet > 0);

        Task<ResponseTimes> WaitsAsync(User user) => new StatisticsStore(database.As(user)).ResponsesAsync(
            question.Since, question.AsOf, Zone.Utc, Cancel);
    }

    [Fact]
    public async Task A_commander_sees_how_the_rescued_are_and_not_where()
    {
        var operation = Allowed(await new OperationStore(database.As(Officer)).PlanAsync(
            Draft(_world.Police.Now + TimeSpan.FromHours(-1)), Cancel)).Id;
        Allowed(await new OperationStore(database.As(SecondOfficer)).AuthoriseAsync(operation, Cancel));
        var (placed, first) = await _world.RescueAsync();
        var (waiting, second) = await _world.RescueAsync();
        Allowed(await new OperationStore(database.As(Officer)).AttributeAsync(operation, [first, second], Cancel));
        Allowed(await _world.PlaceAsync(placed, await _world.FacilityAsync(beds: 1)));
        var commander = new CustodyStore(database.As(await UserAsync(Police, Role.Commander, Country.Code)));

        Assert.Equal(
            [(waiting, CustodyKind.PoliceEmergency), (placed, CustodyKind.WelfareInstitution)],
            (await commander.StatesAsync(operation, Cancel)).Select(it => (it.Person, it.Kind)));
        Assert.Equal(
            new Dictionary<CustodyKind, int>
            {
                [CustodyKind.PoliceEmergency] = 1,
                [CustodyKind.WelfareInstitution] = 1,
            },
            await commander.CountsAsync(operation, Cancel));
        await Assert.ThrowsAsync<AccessRefusedException>(() => commander.CurrentAsync(placed, Cancel));
        Assert.Empty(await commander.StatesAsync(new(Guid.CreateVersion7()), Cancel));
    }

    [Fact]
    public async Task A_code_tells_nothing_of_a_hidden_operation()
    {
        var draft = Draft(_world.Police.Now + TimeSpan.FromDays(1));
        var hidden = Allowed(await new OperationStore(database.As(Officer)).PlanAsync(draft, Cancel));
        var outsider = new OperationStore(database.As(SecondOfficer));

        Allowed(await outsider.PlanAsync(draft, Cancel));
        Assert.Single(await outsider.ListAsync(Cancel), it => it.Code == draft.Code);
        Assert.Null(await outsider.FindAsync(hidden.Id, Cancel));
    }

    [Fact]
    public async Task The_same_statements_run_for_a_hidden_operation_and_for_none()
    {
        var hidden = Allowed(await new OperationStore(database.As(Officer)).PlanAsync(
            Draft(_world.Police.Now + TimeSpan.FromDays(1)), Cancel));
        var outsider = new OperationStore(database.As(SecondOfficer));
        var custody = new CustodyStore(database.As(SecondOfficer));
        // EF Core looks once a second whether anybody listens.
        while ((await Statements.OfAsync(() => outsider.ListAsync(Cancel))).Count == 0)
        {
        }
        foreach (var ask in new Func<OperationId, Task>[]
        {
            it => outsider.FindAsync(it, Cancel),
            it => outsider.AuthoriseAsync(it, Cancel),
            it => outsider.SecureAsync(it, Cancel),
            it => custody.StatesAsync(it, Cancel),
            it => custody.CountsAsync(it, Cancel),
        })
        {
            var ofHidden = await Statements.OfAsync(() => ask(hidden.Id));
            var ofNone = await Statements.OfAsync(() => ask(new(Guid.CreateVersion7())));

            Assert.NotEmpty(ofHidden);
            Assert.Equal(ofNone, ofHidden);
        }
    }

    [Fact]
    public async Task Screening_says_only_that_it_refused_and_tells_those_whose_suspect_it_was()
    {
        var suspect = await _world.PersonAsync();
        await _world.LinkAsync(suspect, PartyRole.Buyer);
        var (child, _) = await _world.RescueAsync();

        var refused = await _world.FosterAsync(child, suspect);

        Assert.Equal("Screening refused.", Assert.IsType<CustodyRefusal.ScreeningRefused>(refused.Refusal).Reason);
        var told = Assert.Single(
            await new ScreeningStore(database.As(SecondOfficer)).OwnAsync(Cancel), it => it.Named == suspect);
        Assert.Equal((child, Matron.Id), (told.Person!.Value, told.By));
        var stranger = await UserAsync(Court, Role.Prosecutor, Country.Code);
        Assert.Empty(await new ScreeningStore(database.As(stranger)).OwnAsync(Cancel));
    }

    static OperationDraft Draft(Instant hHour) => new()
    {
        Code = $"SYNTHETIC {Guid.CreateVersion7()}",
        Kind = OperationKind.Joint,
        Lead = Police.Id,
        HHour = hHour,
        ExpectedChildren = 0,
    };

    async Task<RegionCode> RegionAsync(string code)
    {
        var region = new Region
        {
            Code = new(code),
            Level = Level.Province,
            Name = "SYNTHETIC " + code,
            Parent = Country.Code,
        };
        Allowed(await new AgencyStore(database.As(Administrator)).AddAsync([region], Cancel));
        return region.Code;
    }

    async Task<PersonId> RescueInAsync(RegionCode region)
    {
        var report = _world.RescueReport(_world.NewPersonId(), []);
        Allowed(await new RescueStore(_world.Police).RecordAsync(
            report with { Rescue = report.Rescue with { Region = region } }, Cancel));
        return report.Rescue.Person;
    }

    async Task<User> UserAsync(Agency agency, Role role, RegionCode region)
    {
        var user = new User { Id = new(_world.Police.NewId()), Agency = agency.Id, Name = "SYNTHETIC" };
        Allowed(await new AgencyStore(database.As(Administrator)).AddAsync(user, Cancel));
        Allowed(await new AccessStore(database.As(ApproverOf(agency.Id))).GiveAsync(
            user, role, region, _world.Police.Now + TimeSpan.FromDays(30), Cancel));
        return user;
    }
}

public sealed class SqliteSightTests(SqliteTestDatabase database)
    : SightContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresSightTests(PostgresTestDatabase database)
    : SightContract(database), IClassFixture<PostgresTestDatabase>;
