using System.Security.Cryptography;
using System.Text;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Custody;
using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Time;
using Homeward.Cli.Inputs;
using Homeward.Genetics.Primitives;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Custody;
using Homeward.Storage.Installations;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>The offices and people that act in the demonstration: a ministry, in each jurisdiction police and a home,
/// and Handan's own. Their ids follow from their names, so that a demonstration that was stopped finds them again.
/// </summary>
sealed class DemoState
{
    const string Country = "CN";
    const string Neighbour = "704";                              // Viet Nam, ISO 3166-1
    const int Beds = 40;
    static readonly Role[] OtherRoles = [Role.Analyst, Role.Inspector, Role.Prosecutor];

    readonly CaseDatabase _cases;
    readonly DemoClock _clock;
    readonly Ids _ids;
    readonly Dictionary<string, Office> _police = [];
    readonly Dictionary<string, Office> _homes = [];
    readonly Dictionary<AgencyId, User> _approvers = [];
    readonly List<(Office Office, Role[] Roles)> _staff;
    readonly Office _administrator;

    /// <param name="cases">The new database.</param>
    /// <param name="clock">Its own.</param>
    /// <param name="regions">Provinces with police and a home; those of the operations are always among them.</param>
    public DemoState(CaseDatabase cases, DemoClock clock, IReadOnlyList<string> regions)
    {
        (_cases, _clock, _ids) = (cases, clock, new(clock));
        var ministry = NewAgency("SYNTHETIC ministry", AgencyKind.PublicSecurity, Level.National, Country);
        _administrator = NewOffice(ministry, "administrator");
        Commander = NewOffice(ministry, "commander");
        Headquarters = NewOffice(ministry, "headquarters");
        Statistics = NewOffice("SYNTHETIC statistics", AgencyKind.Statistics, "statistician");
        Neighbours = NewOffice(
            NewAgency("SYNTHETIC liaison", AgencyKind.ForeignLiaison, Level.National, Neighbour), "liaison");
        var laboratory = NewAgency("SYNTHETIC laboratory", AgencyKind.DnaLaboratory, Level.National, Country);
        Laboratory = NewOffice(laboratory, "analyst");
        SecondAnalyst = NewOffice(laboratory, "second analyst");
        Office[] others =
        [
            Laboratory, NewOffice("SYNTHETIC inspectorate", AgencyKind.Inspectorate, "inspector"),
            NewOffice("SYNTHETIC prosecutor", AgencyKind.Prosecutor, "prosecutor"),
        ];
        foreach (var region in regions.Append(DemoPlan.Handan)) OpenIn(region);
        _staff =
        [
            (Commander, [Role.Commander, Role.Statistician]),
            (Headquarters, [Role.Headquarters, Role.Statistician]),
            (Statistics, [Role.Statistician]),
            (Neighbours, [Role.Liaison, Role.Investigator]),
            .. _police.Values.Select(it => (it, new[] { Role.Investigator })),
            .. _homes.Values.Select(it => (it, new[] { Role.Caseworker })),
            .. others.Zip(OtherRoles, (it, role) => (it, new[] { role })),
            (SecondAnalyst, [Role.Analyst]),
        ];
        foreach (var agency in Agencies) _approvers[agency.Id] = NewUser(agency, "approver of " + agency.Name);
        Visitors = Welcome(others);
    }

    /// <param name="Agency">The office.</param>
    /// <param name="User">Who acts for it.</param>
    public sealed record Office(Agency Agency, User User);

    public Office Commander { get; }
    public Office Headquarters { get; }
    public Office Statistics { get; }
    public Office Neighbours { get; }

    /// <summary>Types samples, and sees nobody's name.</summary>
    public Office Laboratory { get; }

    /// <summary>Looks at what the first one proposes.</summary>
    public Office SecondAnalyst { get; }

    public Office Police(string region) => _police[region];
    public Office Home(string region) => _homes[region];
    public Facility House(string region) => Houses[region];
    public Dictionary<string, Facility> Houses { get; } = [];

    /// <summary>One user of each role, for whoever wants to look around.</summary>
    public IReadOnlyList<DemoUser> Visitors { get; }

    public CaseSession As(Office office, Purpose purpose = Purpose.Demonstration) =>
        _cases.For(new(office.User.Id, office.Agency.Id), purpose);

    public Guid NewId() => _ids.Next();

    IEnumerable<Agency> Agencies => _staff.Select(it => it.Office.Agency).Distinct();

    /// <summary>Opens all offices and gives everybody a role.</summary>
    public async Task FoundAsync(CancellationToken cancel)
    {
        await SetUpAsync(cancel);
        foreach (var (region, home) in _homes)
            Demanded(await new FacilityStore(As(home)).AddAsync(Houses[region], cancel));
    }

    void OpenIn(string region)
    {
        var level = region == DemoPlan.Handan ? Level.City : Level.Province;
        var place = NameOf(JurisdictionProfile.China, region);
        _police[region] = NewOffice(
            NewAgency($"{place} police", AgencyKind.PublicSecurity, level, region), "officer");
        _homes[region] = NewOffice(
            NewAgency($"{place} home", AgencyKind.WelfareInstitution, level, region), "caseworker");
        Houses[region] = NewHouse(_homes[region].Agency, _homes[region].Agency.Name, Beds);
    }

    List<DemoUser> Welcome(Office[] others)
    {
        var first = DemoPlan.Regions[0];
        return
        [
            new(Role.Investigator, _police[first]), new(Role.Caseworker, _homes[first]),
            new(Role.Commander, Commander), new(Role.Headquarters, Headquarters), new(Role.Analyst, others[0]),
            new(Role.Statistician, Statistics), new(Role.Inspector, others[1]), new(Role.Prosecutor, others[2]),
            new(Role.Liaison, Neighbours), new(Role.Administrator, _administrator),
            new(Role.Approver, new(_administrator.Agency, _approvers[_administrator.Agency.Id])),
        ];
    }

    /// <summary>An administrator opens the agencies and names an approver for each; approvers give the roles.</summary>
    async Task SetUpAsync(CancellationToken cancel)
    {
        var session = As(_administrator, Purpose.Administration);
        Demanded(await new InstallationStore(session).SettleAsync(
            InstallationKind.Demonstration, JurisdictionProfile.China.Code, cancel));
        var store = new AgencyStore(session);
        Demanded(await store.AddAsync(Regions(), cancel));
        var (administrator, agencies) = (_administrator.User, Agencies.ToArray());
        Demanded(await store.AddAllAsync(
            agencies, [administrator, .. _approvers.Values, .. _staff.Select(it => it.Office.User)], cancel));
        Demanded(await new AccessStore(session).SetUpAsync(administrator, new(Country), cancel));
        await GiveAsync(administrator, _approvers.Values.Select(it => (it, Role.Approver)), cancel);
        foreach (var own in _staff.ToLookup(it => it.Office.Agency.Id))
            await GiveAsync(
                _approvers[own.Key],
                own.SelectMany(it => it.Roles, (it, role) => (it.Office.User, role)), cancel);
    }

    /// <summary>As whom the command line may act in the finished demonstration.</summary>
    public IReadOnlyList<InstallationFile.Operator> Operators =>
    [
        .. Visitors.OrderByDescending(it => it.Role == Role.Headquarters).Select(it => new InstallationFile.Operator(
            it.Role.ToString().ToLowerInvariant(), it.Office.User.Id.Value, it.Office.Agency.Id.Value)),
    ];

    /// <summary>Lets somebody know of an operation before its hour.</summary>
    public async Task AdmitAsync(Office office, Role role, Guid operation, CancellationToken cancel)
    {
        var approver = _approvers[office.Agency.Id];
        var access = new AccessStore(_cases.For(new(approver.Id, approver.Agency), Purpose.Administration));
        var now = Instant.Of(_clock.GetUtcNow());
        Demanded(await access.GiveAsync(
            new Grant
            {
                Id = new(NewId()),
                User = office.User.Id,
                Role = role,
                Agency = office.Agency.Id,
                Region = new(Country),
                Compartment = operation,
                Since = now,
                Until = now + TimeSpan.FromDays(60),
                GrantedBy = approver.Id,
            },
            cancel));
    }

    /// <summary>An act that nothing may forbid: if a rule does, the demonstration itself is wrong.</summary>
    public static T Demanded<T>(Outcome<T> outcome)
        where T : class
    {
        Check.That(outcome.IsAllowed, outcome.Refusal?.GetType().Name ?? "");
        return outcome.Value;
    }

    async Task GiveAsync(User giver, IEnumerable<(User User, Role Role)> roles, CancellationToken cancel)
    {
        var access = new AccessStore(_cases.For(new(giver.Id, giver.Agency), Purpose.Administration));
        var now = Instant.Of(_clock.GetUtcNow());
        Demanded(await access.GiveAllAsync(
            [
                .. roles.Select(it => new Grant
                {
                    Id = new(_ids.Next()),
                    User = it.User.Id,
                    Role = it.Role,
                    Agency = it.User.Agency,
                    Region = new(Country),
                    Since = now,
                    Until = now + TimeSpan.FromDays(700),
                    GrantedBy = giver.Id,
                }),
            ],
            cancel));
    }

    static Region[] Regions() =>
    [
        .. ProfileRegions.Of(JurisdictionProfile.China),
        new()
        {
            Code = new(DemoPlan.Handan),
            Level = Level.City,
            Name = "Handan",
            Parent = new RegionCode(DemoPlan.Hebei),
        },
    ];

    /// <summary>Places are real; that a jurisdiction took part is marked where the article does not say so.</summary>
    static string NameOf(JurisdictionProfile profile, string region)
    {
        if (region == DemoPlan.Handan) return "Handan";
        var name = profile.Regions.Find(region)!.Name.In("en");
        return DemoPlan.B.Shares.Any(it => it.Region == region && it.IsNamed) ? name : "SYNTHETIC " + name;
    }

    static Office NewOffice(string name, AgencyKind kind, string title) =>
        NewOffice(NewAgency(name, kind, Level.National, Country), title);

    static Office NewOffice(Agency agency, string title) => new(agency, NewUser(agency, title));

    /// <summary>A further house of a home.</summary>
    public static Facility NewHouse(Agency home, string name, int beds) => new()
    {
        Id = new(IdOf("house " + name)),
        Agency = home.Id,
        Kind = FacilityKind.WelfareInstitution,
        Level = home.Level,
        Region = home.Region,
        Name = name,
        Beds = beds,
    };

    static Agency NewAgency(string name, AgencyKind kind, Level level, string region) => new()
    {
        Id = new(IdOf("agency " + name)),
        Kind = kind,
        Level = level,
        Region = new(region),
        Name = name,
        Parent = null,
    };

    static User NewUser(Agency agency, string title) => new()
    {
        Id = new(IdOf($"{title} of {agency.Name}")),
        Agency = agency.Id,
        Name = "SYNTHETIC " + title,
    };

    /// <summary>The same for the same words (UUID version 8, RFC 9562).</summary>
    public static Guid IdOf(string what)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("homeward demonstration " + what))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
