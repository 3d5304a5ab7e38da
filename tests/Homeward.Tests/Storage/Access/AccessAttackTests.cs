using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Storage.Sqlite;
using Homeward.Tests.Cases.Access;
using Homeward.Tests.Cli;
using Homeward.Tests.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Storage.Access;

/// <summary>Random people give one another roles, take them back, wait, read and act; a model of some thirty lines says
/// of each attempt whether it may succeed.</summary>
public sealed class AccessAttackTests : IAsyncLifetime
{
    static readonly int Steps = Environment.GetEnvironmentVariable("HOMEWARD_SOAK") is null ? 300 : 10_000;

    static readonly Role[] Roles = Enum.GetValues<Role>();
    readonly TemporaryFolder _folder = new();
    readonly SettableClock _clock = new();
    readonly List<Grant> _model = [];
    AuditLog _log = null!;
    CaseDatabase _cases = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var (audit, cases) = (new SqliteAuditDatabase(_folder["audit.db"]), new SqliteCases(_folder["cases.db"]));
        audit.Create();
        await CaseDatabase.CreateAsync(cases, Cancel);
        _log = AuditLog.Open(audit, AuditNode.Alone, _clock);
        _cases = await CaseDatabase.OpenAsync(cases, _log, _clock, Cancel);
        var store = new AgencyStore(Session(MadeUpState.Administrator));
        MadeUpState.Allowed(await store.AddAsync(
            [MadeUpState.Country, MadeUpState.Province, MadeUpState.City, MadeUpState.County], Cancel));
        foreach (var agency in MadeUpState.Agencies)
            MadeUpState.Allowed(await store.AddAsync(agency, Cancel));
        foreach (var user in MadeUpState.Users) MadeUpState.Allowed(await store.AddAsync(user, Cancel));
        _model.Add(MadeUpState.Allowed(await new AccessStore(Session(MadeUpState.Administrator))
            .SetUpAsync(MadeUpState.Administrator, MadeUpState.Country.Code, Cancel)));
    }

    public async ValueTask DisposeAsync()
    {
        _cases.Dispose();
        await _log.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Nobody_gives_reads_or_does_what_the_model_forbids()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (allowed, refused) = (0, 0);
        for (var step = 0; step < Steps; step++)
        {
            var (what, expected, actual) = await StepAsync(random);
            Assert.True(expected == actual, $"seed {seed}, step {step}: {what}, expected {expected}");
            if (actual) allowed++;
            else refused++;
        }
        // Neither does the model forbid everything, nor does it allow everything.
        Assert.True(allowed > Steps / 20 && refused > Steps / 20, $"seed {seed}: {allowed} allowed, {refused} refused");
        foreach (var user in _model.GroupBy(it => it.User))
            Assert.False(
                user.Any(it => RunsTheInstallation(it.Role) && IsLive(it))
                    && user.Any(it => !RunsTheInstallation(it.Role) && IsLive(it)),
                $"seed {seed}");
    }

    async Task<(string What, bool Expected, bool Actual)> StepAsync(Random random)
    {
        _clock.Advance(TimeSpan.FromHours(random.Next(1, 48)));
        // Those who may do something are few; without them most steps would be refusals.
        var giver = random.Next(3) == 0 ? MadeUpState.Administrator
            : random.Next(2) == 0 ? Pick(random, MadeUpState.Approvers)
            : Pick(random, MadeUpState.Users);
        return random.Next(6) switch
        {
            0 or 1 => await GiveAsync(random, giver),
            2 => await EndAsync(random, giver),
            _ => await UseAsync(random, Pick(random, MadeUpState.Users)),
        };
    }

    async Task<(string, bool, bool)> GiveAsync(Random random, User giver)
    {
        var colleagues = MadeUpState.Users.Where(it => it.Agency == giver.Agency).ToList();
        var receiver = random.Next(2) == 0 ? Pick(random, colleagues) : Pick(random, MadeUpState.Users);
        var role = random.Next(3) == 0 ? Role.Approver : Pick(random, Roles);
        var region = Pick(random, [MadeUpState.Country, MadeUpState.Country, MadeUpState.City]).Code;
        var now = Now;
        var until = now + TimeSpan.FromDays(random.Next(1, 900));
        var expected = MayGive(giver, receiver, role, region) && until - now <= TimeSpan.FromDays(731);

        var outcome = await new AccessStore(Session(giver)).GiveAsync(receiver, role, region, until, Cancel);

        if (outcome.Value is { } grant) _model.Add(grant);
        return ($"{giver.Id} gives {role} to {receiver.Id}", expected, outcome.IsAllowed);
    }

    async Task<(string, bool, bool)> EndAsync(Random random, User by)
    {
        var grant = Pick(random, _model);
        // The last administrator stays, or nothing more would happen.
        if (grant.Id == Grant.First) return ("nothing", true, true);
        var expected = MayUse(by, Permission.GrantRole)
            && (grant.User == by.Id || LiveOf(by).Any(it => GivesRole(it, grant.Role, grant.Agency)));

        var outcome = await new AccessStore(Session(by)).EndAsync(grant.Id, Cancel);

        if (outcome.IsAllowed) _model.Remove(grant);
        return ($"{by.Id} ends {grant.Id}", expected, outcome.IsAllowed);
    }

    async Task<(string, bool, bool)> UseAsync(Random random, User user)
    {
        var session = Session(user);
        var agency = MadeUpState.Police with { Id = new(new Ids(_clock).Next()) };
        return random.Next(4) switch
        {
            0 => ("reads agencies", MayUse(user, Permission.ReadAgencies),
                await ReadsAsync(() => new AgencyStore(session).AllAsync(Cancel))),
            1 => ("reads grants", MayUse(user, Permission.ReadGrants),
                await ReadsAsync(() => new AccessStore(session).OfAsync(user.Id, Cancel))),
            2 => await ReadAnythingAsync(random, user),
            _ => ("adds an agency", MayUse(user, Permission.ManageAgency),
                (await new AgencyStore(session).AddAsync(agency, Cancel)).IsAllowed),
        };
    }

    /// <summary>As any store reads: the door alone decides.</summary>
    async Task<(string, bool, bool)> ReadAnythingAsync(Random random, User user)
    {
        var what = Pick(
            random,
            [.. Enum.GetValues<Permission>().Where(it => $"{it}".StartsWith("Read", StringComparison.Ordinal))]);
        var field = Pick(random, Enum.GetValues<FieldClasses>().Where(it => it != FieldClasses.None).ToList());
        var read = await ReadsAsync(() => Session(user).ReadAsync<string>(
            new(what, field), _ => Task.FromResult(new Found<string>("", [])), Cancel));
        return ($"{user.Id} reads {field} of {what}", MayUse(user, what, field), read);
    }

    static async Task<bool> ReadsAsync(Func<Task> read)
    {
        try
        {
            await read();
            return true;
        }
        catch (AccessRefusedException)
        {
            return false;
        }
    }

    bool MayUse(User user, Permission what, FieldClasses field = FieldClasses.Internal) =>
        LiveOf(user).Any(it => AccessTable.Allows(it.Role, what) && AccessTable.Shows(it.Role, field));

    bool MayGive(User giver, User receiver, Role role, RegionCode region) =>
        giver != receiver
        && MayUse(giver, Permission.GrantRole)
        && LiveOf(giver).Any(it => GivesRole(it, role, receiver.Agency)
            && (it.Region == MadeUpState.Country.Code || it.Region == region))
        && !_model.Any(it => it.User == receiver.Id && it.Until > Now
            && RunsTheInstallation(it.Role) != RunsTheInstallation(role));

    static bool GivesRole(Grant giver, Role role, AgencyId agency) =>
        RunsTheInstallation(role) ? giver.Role == Role.Administrator
        : giver.Role == Role.Approver && giver.Agency == agency;

    static bool RunsTheInstallation(Role role) => role is Role.Administrator or Role.Approver;

    IEnumerable<Grant> LiveOf(User user) => _model.Where(it => it.User == user.Id && IsLive(it));

    bool IsLive(Grant grant) => grant.Since <= Now && Now < grant.Until;

    Instant Now => Instant.Of(_clock.GetUtcNow());

    CaseSession Session(User user) => _cases.For(new(user.Id, user.Agency), Purpose.Administration);

    static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    sealed class SettableClock : TimeProvider
    {
        DateTimeOffset _now = new(2011, 7, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan span) => _now += span;
    }
}
