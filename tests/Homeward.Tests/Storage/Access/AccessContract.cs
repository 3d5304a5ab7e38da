using System.Data.Common;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Access;

/// <summary>Who may do what, asked of the whole: the session, the rules of the database, and the log.</summary>
public abstract class AccessContract(TestDatabase database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static Instant InAYear => Instant.Of(TimeProvider.System.GetUtcNow()) + TimeSpan.FromDays(365);

    [Fact]
    public async Task Whoever_has_no_role_reads_nothing_and_the_attempt_is_in_the_log()
    {
        var stranger = await NewUserAsync(MadeUpState.Police);

        var refused = await Assert.ThrowsAsync<AccessRefusedException>(
            () => new AgencyStore(database.As(stranger)).AllAsync(Cancel));

        Assert.Equal(new AccessRefusal.NotGranted(Permission.ReadAgencies), refused.Refusal);
        Assert.Equal([(AuditKind.Refused, Permission.ReadAgencies)], EntriesOf(stranger));
    }

    [Fact]
    public async Task A_role_opens_what_it_opens_and_is_gone_as_soon_as_it_is_taken_back()
    {
        var user = await NewUserAsync(MadeUpState.Police);
        var approver = new AccessStore(database.As(MadeUpState.ApproverOf(user.Agency)));
        var given = MadeUpState.Allowed(
            await approver.GiveAsync(user, Role.Investigator, MadeUpState.City.Code, InAYear, Cancel));
        var agencies = new AgencyStore(database.As(user));

        Assert.NotEmpty(await agencies.AllAsync(Cancel));
        Assert.IsType<AccessRefusal.NotGranted>((await agencies.AddAsync(Other(MadeUpState.Police), Cancel)).Refusal);
        MadeUpState.Allowed(await approver.EndAsync(given.Id, Cancel));
        await Assert.ThrowsAsync<AccessRefusedException>(() => agencies.AllAsync(Cancel));

        Assert.Equal(
            [
                (AuditKind.Read, Permission.ReadAgencies),
                (AuditKind.Act, Permission.ManageAgency),
                (AuditKind.Refused, Permission.ManageAgency),
                (AuditKind.Refused, Permission.ReadAgencies),
            ],
            EntriesOf(user));
    }

    [Fact]
    public async Task An_administrator_gives_himself_nothing()
    {
        var administrator = new AccessStore(database.As(MadeUpState.Administrator));

        foreach (var role in Enum.GetValues<Role>())
            Assert.IsType<GrantRefusal.ToOneself>(
                (await administrator.GiveAsync(
                    MadeUpState.Administrator, role, MadeUpState.Country.Code, InAYear, Cancel)).Refusal);
    }

    [Fact]
    public async Task There_is_one_first_administrator()
    {
        var other = await NewUserAsync(MadeUpState.Court);

        var again = await new AccessStore(database.As(other)).SetUpAsync(other, MadeUpState.Country.Code, Cancel);

        Assert.Equal(new AccessRefusal.NotGranted(Permission.GrantRole), again.Refusal);
    }

    /// <summary>Past the application: each of these is one row that somebody with the application's rights writes.
    /// </summary>
    [Theory]
    [InlineData("nobody gave it", "Administrator", "Officer", null)]
    [InlineData("an administrator gives a role in cases", "Investigator", "Officer", "Administrator")]
    [InlineData("an administrator gives himself a role", "Caseworker", "Administrator", "Administrator")]
    [InlineData("an officer gives a role", "Investigator", "SecondOfficer", "Officer")]
    [InlineData("an approver makes an approver", "Approver", "Officer", "ApproverOfPolice")]
    [InlineData("the approver of another agency", "Investigator", "Officer", "ApproverOfWelfare")]
    [InlineData("somebody with a role in cases runs the installation", "Administrator", "Officer", "Administrator")]
    [InlineData("an approver gets a role in cases", "Investigator", "ApproverOfPolice", "SecondApproverOfPolice")]
    public async Task The_database_itself_refuses_a_role_that_is_not_given_as_it_should(
        string why, string role, string user, string? by)
    {
        await SecondApproverAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => InsertAsync(role, Named(user), by is null ? null : Named(by)));

        // The same row with the right giver goes in, so that the refusals above are not about something else.
        Assert.NotEmpty(why);
        await InsertAsync("Investigator", MadeUpState.Officer, MadeUpState.ApproverOf(MadeUpState.Police.Id));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_role_in_another_agency_and_one_for_ever()
    {
        var approver = MadeUpState.ApproverOf(MadeUpState.Welfare.Id);

        await Assert.ThrowsAnyAsync<DbException>(
            () => InsertAsync("Investigator", MadeUpState.Officer, approver, agency: MadeUpState.Welfare));
        await Assert.ThrowsAnyAsync<DbException>(
            () => InsertAsync("Caseworker", MadeUpState.Matron, approver, days: 732));
        await Assert.ThrowsAnyAsync<DbException>(
            () => InsertAsync("Caseworker", MadeUpState.Matron, approver, days: 0));
    }

    [Theory]
    [InlineData("UPDATE grants SET role = 'Headquarters'")]
    [InlineData("UPDATE grants SET until = until + 1")]
    [InlineData("DELETE FROM grants")]
    [InlineData("DELETE FROM grant_ends")]
    public async Task Grants_are_never_changed(string attack)
    {
        // Each table has a row to lose: SQLite's triggers speak for rows.
        var user = await NewUserAsync(MadeUpState.Police);
        var approver = new AccessStore(database.As(MadeUpState.ApproverOf(user.Agency)));
        var given = MadeUpState.Allowed(
            await approver.GiveAsync(user, Role.Investigator, MadeUpState.City.Code, InAYear, Cancel));
        MadeUpState.Allowed(await approver.EndAsync(given.Id, Cancel));
        await using var connection = await database.RawAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = attack;

        await Assert.ThrowsAnyAsync<DbException>(() => command.ExecuteNonQueryAsync(Cancel));
    }

    async Task<User> NewUserAsync(Agency agency)
    {
        var user = new User { Id = new(new Ids(TimeProvider.System).Next()), Agency = agency.Id, Name = "SYNTHETIC" };
        var administrator = new AgencyStore(database.As(MadeUpState.Administrator));
        return MadeUpState.Allowed(await administrator.AddAsync(user, Cancel));
    }

    async Task SecondApproverAsync()
    {
        _second = await NewUserAsync(MadeUpState.Police);
        MadeUpState.Allowed(await new AccessStore(database.As(MadeUpState.Administrator)).GiveAsync(
            _second, Role.Approver, MadeUpState.Country.Code, InAYear, Cancel));
    }

    User? _second;

    User Named(string name) => name switch
    {
        "Officer" => MadeUpState.Officer,
        "SecondOfficer" => MadeUpState.SecondOfficer,
        "Administrator" => MadeUpState.Administrator,
        "ApproverOfPolice" => MadeUpState.ApproverOf(MadeUpState.Police.Id),
        "ApproverOfWelfare" => MadeUpState.ApproverOf(MadeUpState.Welfare.Id),
        "SecondApproverOfPolice" => _second!,
        _ => throw new ArgumentException(name),
    };

    static Agency Other(Agency agency) => agency with { Id = new(new Ids(TimeProvider.System).Next()) };

    async Task InsertAsync(string role, User user, User? by, Agency? agency = null, int days = 100)
    {
        _ = database.Cases;
        await using var connection = await database.RawAsync();
        await using var command = connection.CreateCommand();
        var now = Instant.Of(TimeProvider.System.GetUtcNow()).Microseconds;
        command.CommandText = $"""
            INSERT INTO grants (id, user_id, role, agency_id, region, since, until, granted_by_id, entry_id)
            VALUES ('{Text(new Ids(TimeProvider.System).Next())}', '{Text(user.Id.Value)}', '{role}',
                '{Text(agency?.Id.Value ?? user.Agency.Value)}', 'CN', {now}, {now + days * 86_400_000_000L},
                {(by is null ? "NULL" : $"'{Text(by.Id.Value)}'")},
                '{Text(new Ids(TimeProvider.System).Next())}')
            """;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    static string Text(Guid id) => id.ToString().ToUpperInvariant();

    List<(AuditKind, Permission)> EntriesOf(User user)
    {
        using var connection = database.Audit.ConnectToRead();
        using var transaction = database.Audit.BeginRead(connection);
        return
        [
            .. new AuditReader(database.Audit, transaction).Entries()
                .Select(it => AuditText.Read(it.Text).Value!.Record)
                .Where(it => it.Who == user.Id)
                .Select(it => (it.Kind, it.What)),
        ];
    }
}

public sealed class SqliteAccessTests(SqliteTestDatabase database)
    : AccessContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresAccessTests(PostgresTestDatabase database)
    : AccessContract(database), IClassFixture<PostgresTestDatabase>;
