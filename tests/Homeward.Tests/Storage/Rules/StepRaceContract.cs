using System.Data;
using Homeward.Cases.Agencies;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Custody;
using Homeward.Cases.Investigations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Samples;
using Homeward.Storage.Agencies;
using Homeward.Storage.Bulletins;
using Homeward.Storage.Investigations;
using Homeward.Tests.Cases.Bulletins;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Samples;
using static Homeward.Tests.Storage.Databases.MadeUpState;
using static Homeward.Tests.Storage.Rules.RawSql;
using static Homeward.Tests.Storage.Rules.StepSql;
using static Homeward.Tests.Storage.Samples.SampleSql;

namespace Homeward.Tests.Storage.Rules;

/// <summary>What follows in order, or is done once, when two do it at the same time: rescues, clearings, clocks,
/// bulletins, samples, families, candidates, roles.</summary>
public abstract class StepRaceContract(TestDatabase database)
{
    readonly TestDatabase _database = database;
    readonly SampleWorld _samples = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    CaseWorld World => _samples.People;

    /// <summary>Of these, one at most is done in either order.</summary>
    static readonly Dictionary<string, Func<StepRaceContract, Task<(string First, string Second)>>> InCases = new()
    {
        ["two rescues that begin one custody"] = async it =>
        {
            var person = await it.World.PersonAsync();
            var row = Allowed(await it.World.BeginAsync(
                it.World.Row(person, CustodyKind.PoliceEmergency, Police.Id)));
            return (it.RescueSql(row), it.RescueSql(row));
        },
        ["a clearing confirmed twice"] = async it =>
        {
            var link = await it.World.LinkAsync(await it.World.PersonAsync(), PartyRole.Buyer);
            var clearing = new Clearing
            {
                Id = new(it.World.Police.NewId()),
                Link = link.Id,
                Basis = ClearingBasis.NoSuspicionLeft,
                Grounds = "SYNTHETIC",
                By = default,
                Agency = default,
                At = default,
            };
            Allowed(await new PartyStore(it.World.Police).ProposeClearingAsync(clearing, Cancel));
            return (Confirmation(clearing, Matron), Confirmation(clearing, Judge));
        },
        ["two events of one clock"] = async it =>
        {
            var child = (await it.World.RescueAsync()).Child;
            return (
                EventSql(child, ClockChange.Satisfied, $"fact, {Literal(Guid.CreateVersion7())}"),
                EventSql(child, ClockChange.Suspended, "order_number, 'SYNTHETIC 1'"));
        },
        ["a bulletin published and counted again"] = async it =>
        {
            var count = await it.SignedAsync(SecondOfficer, ThirdOfficer);
            return (PublicationSql(count), CountSql(count));
        },
        ["a role in cases and one that runs the installation"] = async it =>
        {
            var user = new User { Id = new(it.World.Police.NewId()), Agency = Police.Id, Name = "SYNTHETIC" };
            Allowed(await new AgencyStore(it._database.As(Administrator)).AddAsync(user, Cancel));
            return (
                it.GrantSql(user, "Investigator", ApproverOf(Police.Id)),
                it.GrantSql(user, "Administrator", Administrator));
        },
    };

    static readonly Dictionary<string, Func<StepRaceContract, Task<(string First, string Second)>>> InSamples = new()
    {
        ["two hand-overs of one sample"] = async it =>
        {
            var sample = await it._samples.AtTheLaboratoryAsync(DonorRole.Relative);
            return (
                OfHandover(sample, 2, Analyst.Id, SecondAnalyst.Id), OfHandover(sample, 2, Analyst.Id, Matron.Id));
        },
        ["two typings of one number"] = async it =>
        {
            var sample = await it.DonatedAsync();
            return (OfTyping(sample, 1), OfTyping(sample, 1));
        },
        ["two steps of one family"] = async it =>
        {
            var family = await it.FamilyAsync();
            return (ActivationSql(family), ActivationSql(family));
        },
        ["two versions of one family"] = async it =>
        {
            var family = await it.FamilyAsync();
            return (VersionSql(family), VersionSql(family));
        },
        ["two candidates of one number"] = it => Task.FromResult((
            CandidateSql(AccessionNumber.Draw(), Guid.CreateVersion7()),
            CandidateSql(AccessionNumber.Draw(), Guid.CreateVersion7()))),
        ["two proposals of one candidate"] = async it =>
        {
            var (_, proposal) = await it.CandidateAsync();
            return (proposal(), proposal());
        },
    };

    /// <summary>After the first, the second is not done; the other way round both are allowed.</summary>
    static readonly Dictionary<string, Func<StepRaceContract, Task<(string First, string Second)>>> InOrder = new()
    {
        ["a page of a bulletin after a signature"] = async it =>
        {
            var count = await it.SignedAsync();
            return (ApprovalSql(count, SecondOfficer), TextSql(count));
        },
        ["a sample after its consent was taken back"] = async it =>
        {
            var consent = await it._samples.ConsentAsync(await it.World.PersonAsync(), SampleWorld.ForAll);
            return (WithdrawalSql(consent.Id), OfSample(it._samples.NewSample(consent, DonorRole.Relative)));
        },
        ["a typing after its consent was taken back"] = async it =>
        {
            var sample = await it.DonatedAsync();
            return (WithdrawalSql(sample.Consent), OfTyping(sample, 1));
        },
        ["a proposal after the child's consent was taken back"] = async it =>
        {
            var (sample, proposal) = await it.CandidateAsync();
            return (WithdrawalSql(sample.Consent), proposal());
        },
    };

    protected static IEnumerable<string> Pairs => InCases.Keys.Concat(InSamples.Keys);

    protected static IEnumerable<string> Orders => InOrder.Keys;

    protected async Task OneAtMostIsDoneAsync(IsolationLevel level, string pair, bool isReversed)
    {
        _ = _database.Cases;
        var (one, two) = await (InCases.GetValueOrDefault(pair) ?? InSamples[pair])(this);
        var (first, second) = isReversed ? (two, one) : (one, two);

        var failed = await Race.RunAsync(_database, level, first, second);

        Assert.True(failed.Second is not null, "Both were done: " + pair);
        // Some acts are for READ COMMITTED alone, and are refused to both at a stricter level.
        if (level == IsolationLevel.ReadCommitted) Assert.True(failed.First is null, failed.First?.ToString());
    }

    protected async Task NothingFollowsAsync(IsolationLevel level, string what)
    {
        _ = _database.Cases;
        var (first, second) = await InOrder[what](this);

        var failed = await Race.RunAsync(_database, level, first, second);

        Assert.True(failed.Second is not null, $"There is {what}.");
        if (level == IsolationLevel.ReadCommitted) Assert.True(failed.First is null, failed.First?.ToString());
    }

    /// <summary>A bulletin that was counted, with these signatures.</summary>
    async Task<BulletinCount> SignedAsync(params User[] signers)
    {
        var number = "SYNTHETIC " + Interlocked.Increment(ref _bulletins);
        var author = new BulletinStore(_database.As(Officer));
        Allowed(await author.DraftAsync(July2011.Plan(number, 28), Cancel));
        var count = Allowed(await author.CountAsync(number, JurisdictionProfile.China, Cancel));
        foreach (var signer in signers)
            Allowed(await new BulletinStore(_database.As(signer)).ApproveAsync(number, Cancel));
        return count;
    }

    static int _bulletins;

    /// <summary>A sample that a laboratory holds, of somebody whom the gene database knows.</summary>
    async Task<Sample> DonatedAsync(DonorRole role = DonorRole.Relative)
    {
        var sample = await _samples.AtTheLaboratoryAsync(role);
        await DoneAsync(OfDonor(sample.Person, Guid.CreateVersion7()));
        return sample;
    }

    /// <summary>One known to the gene database, under the id that is given.</summary>
    async Task<(Guid Family, Guid Gene)> FamilyAsync()
    {
        var (family, gene) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await DoneAsync(
            Insert("families", ("id", family), ("code", $"SYNTHETIC {family}"), ("by_id", Officer.Id), ("at", 1L)),
            Insert("gene_families", ("family_id", family), ("gene_family_id", gene), ("at", 1L)));
        return (family, gene);
    }

    /// <summary>An open candidate: the child's sample, and how somebody proposes it.</summary>
    async Task<(Sample Child, Func<string> Proposal)> CandidateAsync()
    {
        var child = await DonatedAsync(DonorRole.Rescued);
        var family = await FamilyAsync();
        var accession = AccessionNumber.Draw();
        await DoneAsync(
            OfTyping(child, 1, accession),
            Insert("typing_acceptances", ("accession", accession.Text), ("supersedes", null), ("at", 1L)),
            VersionSql(family),
            CandidateSql(accession, family.Gene));
        return (child, () => ProposalSql(accession));
    }

    async Task DoneAsync(params string[] statements)
    {
        await using var connection = await _database.RawAsync();
        foreach (var statement in statements) Assert.Equal(1, await RunAsync(connection, statement));
    }

    string RescueSql(CustodyRow row) => Insert(
        "rescues",
        ("id", World.Police.NewId()),
        ("person_id", row.Person),
        ("custody_id", row.Id),
        ("region", County.Code),
        ("place", "x"),
        ("unit_id", Police.Id),
        ("condition", "Good"),
        ("age_basis", "Unknown"),
        ("by_id", Officer.Id),
        ("at", World.Police.Now.Microseconds));

    string GrantSql(User user, string role, User by)
    {
        var now = World.Police.Now.Microseconds;
        return Insert(
            "grants",
            ("id", World.Police.NewId()),
            ("user_id", user.Id),
            ("role", role),
            ("agency_id", user.Agency),
            ("region", Country.Code),
            ("since", now),
            ("until", now + 86_400_000_000),
            ("granted_by_id", by.Id));
    }
}

public sealed class SqliteStepRaceTests(SqliteTestDatabase database)
    : StepRaceContract(database), IClassFixture<SqliteTestDatabase>
{
    public static TheoryData<IsolationLevel, string, bool> Races() => Race.BothWays(Race.LevelsOfSqlite, Pairs);

    public static TheoryData<IsolationLevel, string> Follow() =>
        new MatrixTheoryData<IsolationLevel, string>(Race.LevelsOfSqlite, Orders);

    [Theory]
    [MemberData(nameof(Races))]
    public Task Of_two_steps_at_once_one_at_most_is_done(IsolationLevel level, string pair, bool isReversed) =>
        OneAtMostIsDoneAsync(level, pair, isReversed);

    [Theory]
    [MemberData(nameof(Follow))]
    public Task Nothing_follows_what_forbids_it(IsolationLevel level, string what) =>
        NothingFollowsAsync(level, what);
}

public sealed class PostgresStepRaceTests(PostgresTestDatabase database)
    : StepRaceContract(database), IClassFixture<PostgresTestDatabase>
{
    public static TheoryData<IsolationLevel, string, bool> Races() => Race.BothWays(Race.LevelsOfPostgres, Pairs);

    public static TheoryData<IsolationLevel, string> Follow() =>
        new MatrixTheoryData<IsolationLevel, string>(Race.LevelsOfPostgres, Orders);

    [Theory]
    [MemberData(nameof(Races))]
    public Task Of_two_steps_at_once_one_at_most_is_done(IsolationLevel level, string pair, bool isReversed) =>
        OneAtMostIsDoneAsync(level, pair, isReversed);

    [Theory]
    [MemberData(nameof(Follow))]
    public Task Nothing_follows_what_forbids_it(IsolationLevel level, string what) =>
        NothingFollowsAsync(level, what);
}
