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
using Region = Homeward.Cases.Agencies.Region;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>The offices and people that act in the demonstration: a ministry, in each jurisdiction police and a home,
/// and Handan's own.</summary>
sealed class DemoState(CaseDatabase cases, DemoClock clock)
{
    const string Country = "CN";
    const string Neighbour = "704";                              // Viet Nam, ISO 3166-1
    const int Beds = 40;

    readonly Ids _ids = new(clock);
    readonly Dictionary<string, Office> _police = [];
    readonly Dictionary<string, Office> _homes = [];

    /// <param name="Agency">The office.</param>
    /// <param name="User">Who acts for it.</param>
    public sealed record Office(Agency Agency, User User);

    public Office Commander { get; private set; } = null!;
    public Office Headquarters { get; private set; } = null!;
    public Office Statistics { get; private set; } = null!;
    public Office Neighbours { get; private set; } = null!;
    public Office Police(string region) => _police[region];
    public Office Home(string region) => _homes[region];
    public Facility House(string region) => Houses[region];
    public Dictionary<string, Facility> Houses { get; } = [];

    /// <summary>One user of each role, for whoever wants to look around.</summary>
    public List<DemoUser> Visitors { get; } = [];

    public CaseSession As(Office office, Purpose purpose = Purpose.Demonstration) =>
        cases.For(new(office.User.Id, office.Agency.Id), purpose);

    public Guid NewId() => _ids.Next();

    /// <summary>Opens all offices and gives everybody a role.</summary>
    public async Task FoundAsync(CancellationToken cancel)
    {
        var profile = JurisdictionProfile.China;
        var ministry = NewAgency("SYNTHETIC ministry", AgencyKind.PublicSecurity, Level.National, Country);
        var statistics = NewAgency("SYNTHETIC statistics", AgencyKind.Statistics, Level.National, Country);
        var liaison = NewAgency("SYNTHETIC liaison", AgencyKind.ForeignLiaison, Level.National, Neighbour);
        Commander = NewOffice(ministry, "commander");
        Headquarters = NewOffice(ministry, "headquarters");
        Statistics = NewOffice(statistics, "statistician");
        Neighbours = NewOffice(liaison, "liaison");
        var staff = new List<(Office Office, Role[] Roles)>
        {
            (Commander, [Role.Commander, Role.Statistician]),
            (Headquarters, [Role.Headquarters, Role.Statistician]),
            (Statistics, [Role.Statistician]),
            (Neighbours, [Role.Liaison, Role.Investigator]),
        };
        foreach (var region in DemoPlan.Regions.Append(DemoPlan.Handan))
        {
            var level = region == DemoPlan.Handan ? Level.City : Level.Province;
            var place = NameOf(profile, region);
            _police[region] = NewOffice(
                NewAgency($"{place} police", AgencyKind.PublicSecurity, level, region), "officer");
            _homes[region] = NewOffice(
                NewAgency($"{place} home", AgencyKind.WelfareInstitution, level, region), "caseworker");
            staff.Add((_police[region], [Role.Investigator]));
            staff.Add((_homes[region], [Role.Caseworker]));
        }
        Office[] others =
        [
            NewOffice(NewAgency("SYNTHETIC laboratory", AgencyKind.DnaLaboratory, Level.National, Country), "analyst"),
            NewOffice(
                NewAgency("SYNTHETIC inspectorate", AgencyKind.Inspectorate, Level.National, Country), "inspector"),
            NewOffice(NewAgency("SYNTHETIC prosecutor", AgencyKind.Prosecutor, Level.National, Country), "prosecutor"),
        ];
        staff.AddRange(others.Zip(new[] { Role.Analyst, Role.Inspector, Role.Prosecutor }, (it, role) =>
            (it, new[] { role })));
        Welcome(await SetUpAsync(ministry, staff, cancel), others);
        foreach (var (region, home) in _homes)
            Houses[region] = Demanded(await new FacilityStore(As(home)).AddAsync(NewHouse(home.Agency), cancel));
    }

    void Welcome(Office administrator, Office[] others)
    {
        var first = DemoPlan.Regions[0];
        Visitors.AddRange(
        [
            new(Role.Investigator, _police[first]), new(Role.Caseworker, _homes[first]),
            new(Role.Commander, Commander), new(Role.Headquarters, Headquarters), new(Role.Analyst, others[0]),
            new(Role.Statistician, Statistics), new(Role.Inspector, others[1]), new(Role.Prosecutor, others[2]),
            new(Role.Liaison, Neighbours), new(Role.Administrator, administrator),
            new(Role.Approver, new(administrator.Agency, _approvers[administrator.Agency.Id])),
        ]);
    }

    /// <summary>An administrator opens the agencies and names an approver for each; approvers give the roles.</summary>
    async Task<Office> SetUpAsync(
        Agency ministry, List<(Office Office, Role[] Roles)> staff, CancellationToken cancel)
    {
        var administrator = NewUser(ministry, "administrator");
        var session = cases.For(new(administrator.Id, ministry.Id), Purpose.Administration);
        Demanded(await new InstallationStore(session).SettleAsync(
            InstallationKind.Demonstration, JurisdictionProfile.China.Code, cancel));
        var store = new AgencyStore(session);
        Demanded(await store.AddAsync(Regions(), cancel));
        var agencies = staff.Select(it => it.Office.Agency).Distinct().ToArray();
        foreach (var agency in agencies) _approvers[agency.Id] = NewUser(agency, "approver of " + agency.Name);
        Demanded(await store.AddAllAsync(
            agencies, [administrator, .. _approvers.Values, .. staff.Select(it => it.Office.User)], cancel));
        Demanded(await new AccessStore(session).SetUpAsync(administrator, new(Country), cancel));
        await GiveAsync(administrator, _approvers.Values.Select(it => (it, Role.Approver)), cancel);
        foreach (var own in staff.ToLookup(it => it.Office.Agency.Id))
            await GiveAsync(
                _approvers[own.Key],
                own.SelectMany(it => it.Roles, (it, role) => (it.Office.User, role)), cancel);
        return new(ministry, administrator);
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
        var access = new AccessStore(cases.For(new(approver.Id, approver.Agency), Purpose.Administration));
        var now = Instant.Of(clock.GetUtcNow());
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

    readonly Dictionary<AgencyId, User> _approvers = [];

    async Task GiveAsync(User giver, IEnumerable<(User User, Role Role)> roles, CancellationToken cancel)
    {
        var access = new AccessStore(cases.For(new(giver.Id, giver.Agency), Purpose.Administration));
        var now = Instant.Of(clock.GetUtcNow());
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
        return DemoPlan.B.Shares.Single(it => it.Region == region).IsNamed ? name : "SYNTHETIC " + name;
    }

    Office NewOffice(Agency agency, string title) => new(agency, NewUser(agency, title));

    Facility NewHouse(Agency home) => new()
    {
        Id = new(_ids.Next()),
        Agency = home.Id,
        Kind = FacilityKind.WelfareInstitution,
        Level = home.Level,
        Region = home.Region,
        Name = home.Name,
        Beds = Beds,
    };

    Agency NewAgency(string name, AgencyKind kind, Level level, string region) => new()
    {
        Id = new(_ids.Next()),
        Kind = kind,
        Level = level,
        Region = new(region),
        Name = name,
        Parent = null,
    };

    User NewUser(Agency agency, string title) =>
        new() { Id = new(_ids.Next()), Agency = agency.Id, Name = "SYNTHETIC " + title };
}
