using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Operations;
using Homeward.Cases.Rings;
using Homeward.Cases.Routes;
using Homeward.Cases.Time;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Operations;
using Homeward.Storage.Rings;
using Homeward.Storage.Routes;
using Homeward.Storage.Rules;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Operations;

public abstract class OperationStoreContract(TestDatabase database) : IAsyncLifetime
{
    readonly HandClock _clock = new(TimeProvider.System.GetUtcNow());
    CaseDatabase? _cases;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
    Instant Now => _clock.Now;

    public async ValueTask InitializeAsync() =>
        _cases = await CaseDatabase.OpenAsync(database.Location, database.Cases.Audit, _clock, Cancel);

    public ValueTask DisposeAsync()
    {
        _cases?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_plan_is_signed_by_another_and_starts_at_H_hour_once_beds_are_held_and_all_have_accepted()
    {
        var store = new OperationStore(As(Officer));
        var plan = Allowed(await store.PlanAsync(Draft("staged", Now + TimeSpan.FromDays(1), 0), Cancel));
        var invited = Allowed(await store.InviteAsync(
            plan.Id, [new(Police.Id, Province.Code, ParticipantRole.Lead, 100)], Cancel));

        Assert.IsType<OperationRefusal.AuthorisedByAuthor>((await store.AuthoriseAsync(plan.Id, Cancel)).Refusal);
        await AdmitAsync(SecondOfficer, plan.Id);
        Allowed(await new OperationStore(As(SecondOfficer)).AuthoriseAsync(plan.Id, Cancel));
        Assert.IsType<OperationPhase.Authorised>(await PhaseAsync(plan.Id));
        Allowed(await store.AcceptAsync(plan.Id, invited.Participants[0].Id, Cancel));
        Assert.IsType<OperationPhase.Staged>(await PhaseAsync(plan.Id));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<OperationPhase.Executing>(await PhaseAsync(plan.Id));
        Assert.IsType<OperationRefusal.WrongPhase>((await store.AbortAsync(plan.Id, "late", Cancel)).Refusal);
        Allowed(await store.SecureAsync(plan.Id, Cancel));
        Allowed(await store.ReportAsync(plan.Id, "1", Cancel));
        Assert.IsType<OperationRefusal.NumbersUnconfirmed>((await store.CloseAsync(plan.Id, Cancel)).Refusal);
        Allowed(await store.ConfirmAsync(plan.Id, invited.Participants[0].Id, (0, 0), Cancel));
        Allowed(await store.CloseAsync(plan.Id, Cancel));
        Assert.IsType<OperationPhase.Closed>(await PhaseAsync(plan.Id));
        Allowed(await store.ReopenAsync(plan.Id, "more is known", Cancel));
        Assert.IsType<OperationPhase.Reported>(await PhaseAsync(plan.Id));
    }

    [Fact]
    public async Task Before_H_hour_an_operation_does_not_exist_for_outsiders()
    {
        var insider = new OperationStore(As(Officer));
        var outsider = new OperationStore(As(SecondOfficer));
        var before = (await outsider.ListAsync(Cancel)).Count;
        var plan = Allowed(await insider.PlanAsync(Draft("hidden", Now + TimeSpan.FromDays(1), 0), Cancel));

        Assert.NotNull(await insider.FindAsync(plan.Id, Cancel));
        Assert.Null(await outsider.FindAsync(plan.Id, Cancel));
        Assert.Equal(before, (await outsider.ListAsync(Cancel)).Count);
        Assert.IsType<OperationRefusal.NotFound>((await outsider.AuthoriseAsync(plan.Id, Cancel)).Refusal);
        Assert.IsType<OperationRefusal.NotFound>(
            (await outsider.AuthoriseAsync(new(Guid.Empty), Cancel)).Refusal);
        Assert.IsType<OperationRefusal.NotFound>((await new RingStore(As(SecondOfficer)).ProposeAsync(
            (await SeedAsync()).Ring, plan.Id, Cancel)).Refusal);
        Allowed(await insider.RescheduleAsync(plan.Id, Now + TimeSpan.FromDays(2), Cancel));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await outsider.FindAsync(plan.Id, Cancel));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await outsider.FindAsync(plan.Id, Cancel));
        Assert.Contains(await outsider.ListAsync(Cancel), it => it.Id == plan.Id);
    }

    [Fact]
    public async Task What_was_called_off_stays_hidden_after_its_hour()
    {
        var insider = new OperationStore(As(Officer));
        var outsider = new OperationStore(As(SecondOfficer));
        var plan = Allowed(await insider.PlanAsync(Draft("called off", Now, 0), Cancel));
        Assert.NotNull(await outsider.FindAsync(plan.Id, Cancel));
        Allowed(await insider.AbortAsync(plan.Id, "warned", Cancel));

        Assert.Null(await outsider.FindAsync(plan.Id, Cancel));
        Assert.NotNull(await insider.FindAsync(plan.Id, Cancel));
    }

    [Fact]
    public async Task A_route_is_closed_by_two_and_reactivated_by_one()
    {
        var operation = Allowed(await new OperationStore(As(Officer))
            .PlanAsync(Draft("route", Now, 0), Cancel));
        var store = new RouteStore(As(Officer));
        var other = new RouteStore(As(SecondOfficer));
        var route = Allowed(await store.AddAsync(
            "SYNTHETIC route " + Guid.CreateVersion7(), RouteKind.CrossBorder,
            [new(1, Country.Code, Province.Code, TravelMode.Foot) { CrossingPoint = "SYNTHETIC pass" }], Cancel));
        Allowed(await store.ProposeAsync(
            route.Id, operation.Id, RouteClosing.CrossingGuarded, new(2100, 1, 1), Cancel));
        Assert.IsType<RouteRefusal.NotConfirmed>((await other.ApproveAsync(route.Id, Cancel)).Refusal);
        Allowed(await store.SourceAsync(route.Id, RouteSource.Statement, "S-1", Cancel));
        Allowed(await store.SourceAsync(route.Id, RouteSource.Surveillance, "W-7", Cancel));

        Assert.IsType<RouteRefusal.ApprovedByAuthor>(
            (await store.ApproveAsync(route.Id, Cancel)).Refusal);
        Allowed(await other.ApproveAsync(route.Id, Cancel));
        var closed = await store.FindAsync(route.Id, Cancel);
        Assert.IsType<RouteState.Closed>(RouteState.Of(closed!, Now));
        Assert.Equal("SYNTHETIC pass", Assert.Single(closed!.LegsAt(Now)).CrossingPoint);
        Allowed(await store.ReactivateAsync(route.Id, "seen again", Cancel));
        Assert.IsType<RouteState.Reactivated>(RouteState.Of((await store.FindAsync(route.Id, Cancel))!, Now));
    }

    [Theory]
    [InlineData("ring_steps", "rings", "BrokenUp", "Proposed", "organisers, organisers_detained, core, core_detained",
        "1, 1, 1, 1", "during_id", "NULL")]
    [InlineData("route_steps", "routes", "Closed", "Proposed", "during_id", "(SELECT id FROM operations LIMIT 1)",
        "during_id, how, review_on", "(SELECT id FROM operations LIMIT 1), 'CrossingGuarded', '2100-01-01'")]
    public async Task Nobody_approves_what_he_proposed_whatever_program_writes(
        string steps, string subjects, string approval, string proposal, string columns, string values,
        string ofProposal, string proposed)
    {
        await SeedAsync();
        await using var connection = await database.RawAsync();
        var column = subjects.TrimEnd('s') + "_id";
        var (author, other) = (Officer.Id.Value, SecondOfficer.Id.Value);
        var id = Guid.CreateVersion7();

        await RunAsync(Insert(id, author, proposal, ofProposal, proposed, 1));
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunAsync(
            Insert(Guid.CreateVersion7(), author, approval, $"proposal, {columns}", $"{Text(id)}, {values}", 2)));
        Assert.Equal("approver-is-another", RuleRefusal.From(refused)?.Rule);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunAsync(
            Insert(Guid.CreateVersion7(), other, approval, columns, values, 3)));
        await RunAsync(
            Insert(Guid.CreateVersion7(), other, approval, $"proposal, {columns}", $"{Text(id)}, {values}", 4));

        string Insert(Guid step, Guid by, string kind, string more, string moreValues, int at) =>
            $"INSERT INTO {steps} (id, {column}, by_id, at, kind, entry_id, {more}) "
            + $"SELECT {Text(step)}, s.id, {Text(by)}, {at}, '{kind}', {Text(step)}, {moreValues} FROM {subjects} s "
            + "ORDER BY s.id DESC LIMIT 1";

        async Task RunAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancel));
        }
    }

    [Fact]
    public async Task Nobody_signs_his_own_plan_whatever_program_writes()
    {
        var plan = Allowed(await new OperationStore(As(Officer)).PlanAsync(Draft("own", Now, 0), Cancel));
        await using var connection = await database.RawAsync();

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => SignAsync(Officer, at: 1));

        Assert.Equal("approver-is-another", RuleRefusal.From(refused)?.Rule);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Rules.RawSql.RunAsync(
            connection,
            $"UPDATE operations SET author_id = {Text(SecondOfficer.Id.Value)} WHERE id = {Text(plan.Id.Value)}"));
        // The same row of somebody else goes in, so that the refusal was not about something else.
        Assert.Equal(1, await SignAsync(SecondOfficer, at: 2));

        Task<int> SignAsync(User by, long at) => Rules.RawSql.RunAsync(connection, Rules.RawSql.Insert(
            "operation_steps",
            ("id", Guid.CreateVersion7()),
            ("operation_id", plan.Id),
            ("kind", "Authorised"),
            ("by_id", by.Id),
            ("at", at)));
    }

    static string Text(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";

    async Task<(RingId Ring, RouteId Route)> SeedAsync()
    {
        Allowed(await new OperationStore(As(Officer)).PlanAsync(Draft("attack", Now, 0), Cancel));
        var ring = Allowed(await new RingStore(As(Officer)).AddAsync(
            "SYNTHETIC ring " + Guid.CreateVersion7(), RingKind.Regional, Cancel));
        var route = Allowed(await new RouteStore(As(Officer)).AddAsync(
            "SYNTHETIC route " + Guid.CreateVersion7(), RouteKind.Local, [], Cancel));
        return (ring.Id, route.Id);
    }

    /// <summary>Gives somebody a role in the compartment of a planned operation.</summary>
    async Task AdmitAsync(User user, OperationId operation)
    {
        var approver = ApproverOf(user.Agency);
        Allowed(await new AccessStore(As(approver)).GiveAsync(
            new Grant
            {
                Id = new(Guid.CreateVersion7()),
                User = user.Id,
                Role = Role.Headquarters,
                Agency = user.Agency,
                Region = Country.Code,
                Compartment = operation.Value,
                Since = Now,
                Until = Now + TimeSpan.FromDays(30),
                GrantedBy = approver.Id,
            },
            Cancel));
    }

    async Task<OperationPhase> PhaseAsync(OperationId id) =>
        OperationPhase.Of((await new OperationStore(As(Officer)).FindAsync(id, Cancel))!, Now);

    CaseSession As(User user) => _cases!.For(new(user.Id, user.Agency), Purpose.Investigation);

    static OperationDraft Draft(string code, Instant hHour, int children) => new()
    {
        Code = $"SYNTHETIC {code} {Guid.CreateVersion7()}",
        Kind = OperationKind.Joint,
        Lead = Police.Id,
        HHour = hHour,
        ExpectedChildren = children,
    };
}

public sealed class SqliteOperationStoreTests(SqliteTestDatabase database)
    : OperationStoreContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresOperationStoreTests(PostgresTestDatabase database)
    : OperationStoreContract(database), IClassFixture<PostgresTestDatabase>;
