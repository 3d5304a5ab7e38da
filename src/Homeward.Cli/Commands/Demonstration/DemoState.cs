using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Custody;
using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Time;
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

    public Guid NewId() => As(Commander).NewId();

    /// <summary>Opens all offices and gives everybody a role.</summary>
    public async Task FoundAsync(CancellationToken cancel)
    {
        var profile = JurisdictionProfile.China;
        var ids = new Ids(clock);
        var ministry = NewAgency(ids, "SYNTHETIC ministry", AgencyKind.PublicSecurity, Level.National, Country);
        var administrator = NewUser(ids, ministry, "administrator");
        var session = cases.For(new(administrator.Id, ministry.Id), Purpose.Administration);
        var agencies = new AgencyStore(session);
        Demanded(await new InstallationStore(session).SettleAsync(
            InstallationKind.Demonstration, profile.Code, cancel));
        Demanded(await agencies.AddAsync([.. RegionsOf(profile)], cancel));
        Demanded(await agencies.AddAsync(ministry, cancel));
        Demanded(await agencies.AddAsync(administrator, cancel));
        Demanded(await new AccessStore(session).SetUpAsync(administrator, new(Country), cancel));

        async Task<Office> OpenAsync(Agency agency, string title, params Role[] roles)
        {
            if (agency.Id != ministry.Id) Demanded(await agencies.AddAsync(agency, cancel));
            var approver = NewUser(ids, agency, "approver of " + agency.Name);
            var user = NewUser(ids, agency, title);
            Demanded(await agencies.AddAsync(approver, cancel));
            Demanded(await agencies.AddAsync(user, cancel));
            await GiveAsync(administrator, approver, Role.Approver, cancel);
            foreach (var role in roles) await GiveAsync(approver, user, role, cancel);
            return new(agency, user);
        }

        Commander = await OpenAsync(ministry, "commander", Role.Commander, Role.Statistician);
        Headquarters = await OpenAsync(ministry, "headquarters", Role.Headquarters, Role.Statistician);
        var statistics = NewAgency(ids, "SYNTHETIC statistics", AgencyKind.Statistics, Level.National, Country);
        Statistics = await OpenAsync(statistics, "statistician", Role.Statistician);
        var liaison = NewAgency(ids, "SYNTHETIC liaison", AgencyKind.ForeignLiaison, Level.National, Neighbour);
        Neighbours = await OpenAsync(liaison, "liaison", Role.Liaison, Role.Investigator);
        foreach (var region in DemoPlan.Regions.Append(DemoPlan.Handan))
        {
            var level = region == DemoPlan.Handan ? Level.City : Level.Province;
            var place = NameOf(profile, region);
            _police[region] = await OpenAsync(
                NewAgency(ids, $"{place} police", AgencyKind.PublicSecurity, level, region),
                "officer", Role.Investigator);
            var home = NewAgency(ids, $"{place} home", AgencyKind.WelfareInstitution, level, region);
            _homes[region] = await OpenAsync(home, "caseworker", Role.Caseworker);
            Houses[region] = Demanded(await new FacilityStore(As(_homes[region])).AddAsync(
                new()
                {
                    Id = new(ids.Next()),
                    Agency = home.Id,
                    Kind = FacilityKind.WelfareInstitution,
                    Level = level,
                    Region = new(region),
                    Name = home.Name,
                    Beds = Beds,
                },
                cancel));
        }
        Office[] others =
        [
            await OpenAsync(
                NewAgency(ids, "SYNTHETIC laboratory", AgencyKind.DnaLaboratory, Level.National, Country), "analyst",
                Role.Analyst),
            await OpenAsync(
                NewAgency(ids, "SYNTHETIC inspectorate", AgencyKind.Inspectorate, Level.National, Country),
                "inspector", Role.Inspector),
            await OpenAsync(
                NewAgency(ids, "SYNTHETIC prosecutor", AgencyKind.Prosecutor, Level.National, Country), "prosecutor",
                Role.Prosecutor),
        ];
        Welcome(new(ministry, administrator), others);
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

    async Task GiveAsync(User giver, User user, Role role, CancellationToken cancel)
    {
        var access = new AccessStore(cases.For(new(giver.Id, giver.Agency), Purpose.Administration));
        var until = Instant.Of(clock.GetUtcNow()) + TimeSpan.FromDays(700);
        Demanded(await access.GiveAsync(user, role, new(Country), until, cancel));
        if (role == Role.Approver) _approvers[user.Agency] = user;
    }

    static IEnumerable<Region> RegionsOf(JurisdictionProfile profile)
    {
        yield return NewRegion(Country, Level.National, "China", null);
        foreach (var it in profile.Regions.All)
            yield return it.Parent == Country
                ? NewRegion(it.Code, Level.Province, it.Name.In("en"), Country)
                : NewRegion(it.Code, Level.National, it.Name.In("en"), null);
        yield return NewRegion(DemoPlan.Handan, Level.City, "Handan", DemoPlan.Hebei);
    }

    /// <summary>Places are real; that a jurisdiction took part is marked where the article does not say so.</summary>
    static string NameOf(JurisdictionProfile profile, string region)
    {
        if (region == DemoPlan.Handan) return "Handan";
        var name = profile.Regions.Find(region)!.Name.In("en");
        return DemoPlan.B.Shares.Single(it => it.Region == region).IsNamed ? name : "SYNTHETIC " + name;
    }

    static Region NewRegion(string code, Level level, string name, string? parent) => new()
    {
        Code = new(code),
        Level = level,
        Name = name,
        Parent = parent is null ? null : new RegionCode(parent),
    };

    static Agency NewAgency(Ids ids, string name, AgencyKind kind, Level level, string region) => new()
    {
        Id = new(ids.Next()),
        Kind = kind,
        Level = level,
        Region = new(region),
        Name = name,
        Parent = null,
    };

    static User NewUser(Ids ids, Agency agency, string title) =>
        new() { Id = new(ids.Next()), Agency = agency.Id, Name = "SYNTHETIC " + title };
}
