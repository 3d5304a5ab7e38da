using System.Data.Common;
using Homeward.Cases.Audit;
using Homeward.Cases.Custody;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Storage;
using Homeward.Storage.Custody;
using Homeward.Storage.Jurisdictions;
using Homeward.Storage.Rescues;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Operations;
using static Homeward.Tests.Storage.Databases.MadeUpState;
using static Homeward.Tests.Storage.Rules.RawSql;

namespace Homeward.Tests.Storage.Jurisdictions;

/// <summary>A rescue sets clocks going; custody and samples stop them; nobody sets one back.</summary>
public abstract class ClockContract(TestDatabase database) : IAsyncLifetime
{
    readonly CaseWorld _world = new(database);
    readonly HandClock _clock = new(TimeProvider.System.GetUtcNow());
    CaseDatabase? _cases;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _cases = await CaseDatabase.OpenAsync(database.Location, database.Cases.Audit, _clock, Cancel);

    public ValueTask DisposeAsync()
    {
        _cases?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_rescue_starts_the_clocks_of_placement_and_sample()
    {
        var (child, since) = await RescueAsync();

        var clocks = await StandingAsync(child);

        // cn.json: PT24H and PT48H.
        Assert.Equal(
            [(ClockKind.Placement, since + TimeSpan.FromHours(24)), (ClockKind.Sample, since + TimeSpan.FromHours(48))],
            clocks.Select(it => (it.Clock.Kind, it.Clock.Due)));
        Assert.All(clocks, it => Assert.IsType<ClockState.Running>(it.State));
        Assert.Empty(await OverdueAsync(child));
    }

    [Fact]
    public async Task A_clock_is_overdue_after_its_time_until_somebody_does_what_is_due()
    {
        var (child, _) = await RescueAsync();
        _clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal([ClockKind.Placement], (await OverdueAsync(child)).Select(it => it.Clock.Kind));
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal([ClockKind.Placement, ClockKind.Sample], (await OverdueAsync(child)).Select(it => it.Clock.Kind));

        await PlaceAsync(child);
        Assert.Equal([ClockKind.Sample], (await OverdueAsync(child)).Select(it => it.Clock.Kind));
        var sample = (await StandingAsync(child)).Single(it => it.Clock.Kind == ClockKind.Sample).Clock;
        Allowed(await Store.SatisfyAsync(sample.Id, Guid.CreateVersion7(), _clock.Now, Cancel));

        Assert.Empty(await OverdueAsync(child));
        Assert.All(
            (await StandingAsync(child)).Where(it => it.Clock.Kind is ClockKind.Placement or ClockKind.Sample),
            it => Assert.True(Assert.IsType<ClockState.Satisfied>(it.State).WasLate));
    }

    [Fact]
    public async Task A_placement_in_time_is_told_by_custody_and_the_certificates_run_from_the_first_delivery()
    {
        var (child, _) = await RescueAsync();
        _clock.Advance(TimeSpan.FromHours(5));
        await PlaceAsync(child);
        _clock.Advance(TimeSpan.FromHours(5));
        await PlaceAsync(child);

        var clocks = await StandingAsync(child);

        Assert.Equal(
            [ClockKind.Placement, ClockKind.Sample, ClockKind.ProvisionalCertificate, ClockKind.FinalCertificate],
            clocks.Select(it => it.Clock.Kind));
        Assert.False(Assert.IsType<ClockState.Satisfied>(clocks[0].State).WasLate);
    }

    [Fact]
    public async Task An_order_suspends_a_clock_and_an_overdue_one_is_not_listed_meanwhile()
    {
        var (child, _) = await RescueAsync();
        var placement = (await StandingAsync(child))[0].Clock.Id;
        _clock.Advance(TimeSpan.FromHours(20));
        Allowed(await Store.SuspendAsync(placement, "SYNTHETIC 7", _clock.Now, Cancel));
        _clock.Advance(TimeSpan.FromHours(20));
        Assert.Empty(await OverdueAsync(child));
        Allowed(await Store.ResumeAsync(placement, _clock.Now, Cancel));
        _clock.Advance(TimeSpan.FromHours(3));
        Assert.Empty(await OverdueAsync(child));
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Single(await OverdueAsync(child));

        Assert.IsType<ClockRefused.NotSuspended>((await Store.ResumeAsync(placement, _clock.Now, Cancel)).Refusal);
        Assert.IsType<ClockRefused.NoSuchClock>((await Store.ResumeAsync(default, _clock.Now, Cancel)).Refusal);
    }

    [Fact]
    public async Task No_statement_moves_a_clock_or_dates_it_back()
    {
        var (child, since) = await RescueAsync();
        var clock = (await StandingAsync(child))[0].Clock;
        var (began, now) = (clock.Started.Microseconds, since.Microseconds);
        await using var connection = await database.RawAsync();
        await RunAsync(connection, Event(clock, 1, "Suspended", now + 10, order: "SYNTHETIC 1"));

        foreach (var attack in new[]
        {
            $"UPDATE clocks SET due = due + 1000 WHERE id = {Literal(clock.Id)}",
            $"DELETE FROM clocks WHERE id = {Literal(clock.Id)}",
            "DELETE FROM clock_events",
            ClockSql(child, started: began, due: began, recorded: began),
            ClockSql(child, started: began, due: began - 1, recorded: began),
            ClockSql(child, started: began, due: began + 1, recorded: began - 1),
            ClockSql(_world.NewPersonId(), started: began, due: began + 1, recorded: began),
            Event(clock, 1, "Resumed", now + 20),
            Event(clock, 3, "Resumed", now + 20),
            Event(clock, 2, "Resumed", now + 9),
            Event(clock, 2, "Suspended", now + 20, order: "SYNTHETIC 2"),
            Event(clock, 2, "Satisfied", now + 20),
            Event(clock, 2, "Resumed", now + 20, order: "SYNTHETIC 3"),
            Event(clock, 2, "Resumed", now + 20, recorded: now + 19),
            Event(clock with { Id = new(Guid.CreateVersion7()) }, 1, "Satisfied", now + 20, fact: true),
        })
            await RefusedAsync(connection, attack);

        await RunAsync(connection, Event(clock, 2, "Satisfied", now + 20, fact: true));
        await RefusedAsync(connection, Event(clock, 3, "Suspended", now + 30, order: "SYNTHETIC 4"));
    }

    static async Task RefusedAsync(DbConnection connection, string attack)
    {
        var failure = await Record.ExceptionAsync(() => RunAsync(connection, attack));
        Assert.True(failure is DbException, "Nothing refused: " + attack);
    }

    static string Event(
        Clock clock, long number, string change, long at, string? order = null, bool fact = false,
        long? recorded = null) => Insert(
            "clock_events",
            ("clock_id", clock.Id),
            ("number", number),
            ("change", change),
            ("at", at),
            ("recorded", recorded ?? at),
            ("order_number", order),
            ("fact", fact ? Guid.CreateVersion7() : null));

    static string ClockSql(PersonId person, long started, long due, long recorded) => Insert(
        "clocks",
        ("id", Guid.CreateVersion7()),
        ("kind", "Placement"),
        ("subject_id", person),
        ("started", started),
        ("due", due),
        ("profile", "cn"),
        ("basis", "x"),
        ("recorded", recorded));

    ClockStore Store => new(As(Officer));

    CaseSession As(Homeward.Cases.Agencies.User user) => _cases!.For(new(user.Id, user.Agency), Purpose.Rescue);

    Task<IReadOnlyList<ClockStanding>> StandingAsync(PersonId person) => Store.OfAsync(person, Cancel);

    async Task<IReadOnlyList<ClockStanding>> OverdueAsync(PersonId person) =>
        [.. (await Store.OverdueAsync(Cancel)).Where(it => it.Clock.Subject == person)];

    async Task<(PersonId Child, Instant Since)> RescueAsync()
    {
        var report = _world.RescueReport(_world.NewPersonId(), []);
        var custody = report.Custody with { Since = _clock.Now };
        Allowed(await new RescueStore(As(Officer)).RecordAsync(report with { Custody = custody }, Cancel));
        return (report.Rescue.Person, custody.Since);
    }

    async Task PlaceAsync(PersonId child)
    {
        var house = await _world.FacilityAsync(beds: 1);
        var accepted = await _world.AcceptAsync(child, house);
        var row = _world.Row(child, CustodyKind.WelfareInstitution, house.Agency) with
        {
            Facility = house.Id,
            Acceptance = accepted.Id,
            Since = _clock.Now,
        };
        Allowed(await new CustodyStore(As(Matron)).BeginAsync(row, [], Cancel));
    }
}

public sealed class SqliteClockTests(SqliteTestDatabase database)
    : ClockContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresClockTests(PostgresTestDatabase database)
    : ClockContract(database), IClassFixture<PostgresTestDatabase>;
