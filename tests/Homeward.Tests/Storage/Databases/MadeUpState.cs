using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;

namespace Homeward.Tests.Storage.Databases;

/// <summary>Regions, agencies and users that every test database begins with. All SYNTHETIC.</summary>
public static class MadeUpState
{
    static readonly Ids Ids = new(TimeProvider.System);

    public static Region Country { get; } = RegionOf("CN", Level.National, null);
    public static Region Province { get; } = RegionOf("130000", Level.Province, Country);
    public static Region City { get; } = RegionOf("130400", Level.City, Province);
    public static Region County { get; } = RegionOf("130402", Level.County, City);

    public static Agency Police { get; } = AgencyOf(AgencyKind.PublicSecurity, Level.City);
    public static Agency Welfare { get; } = AgencyOf(AgencyKind.WelfareInstitution, Level.City);
    public static Agency Station { get; } = AgencyOf(AgencyKind.RescueStation, Level.County);
    public static Agency CivilAffairs { get; } = AgencyOf(AgencyKind.CivilAffairs, Level.Province);
    public static Agency Court { get; } = AgencyOf(AgencyKind.Court, Level.City);
    public static Agency Foreign { get; } = AgencyOf(AgencyKind.ForeignLiaison, Level.National);
    public static Agency Laboratory { get; } = AgencyOf(AgencyKind.DnaLaboratory, Level.Province);

    public static IReadOnlyList<Agency> Agencies { get; } =
        [Police, Welfare, Station, CivilAffairs, Court, Foreign, Laboratory];

    public static User Officer { get; } = UserOf(Police);
    public static User SecondOfficer { get; } = UserOf(Police);
    public static User ThirdOfficer { get; } = UserOf(Police);
    public static User Matron { get; } = UserOf(Welfare);
    public static User StationHead { get; } = UserOf(Station);
    public static User Caseworker { get; } = UserOf(CivilAffairs);
    public static User Judge { get; } = UserOf(Court);
    public static User Liaison { get; } = UserOf(Foreign);
    public static User Analyst { get; } = UserOf(Laboratory);
    public static User SecondAnalyst { get; } = UserOf(Laboratory);

    /// <summary>Runs the installation; has no role in cases.</summary>
    public static User Administrator { get; } = UserOf(CivilAffairs);

    /// <summary>One for each agency: gives its people their roles and has none in cases.</summary>
    public static IReadOnlyList<User> Approvers { get; } =
        [.. Agencies.Select(UserOf)];

    public static IReadOnlyList<User> Users { get; } =
    [
        Officer, SecondOfficer, ThirdOfficer, Matron, StationHead, Caseworker, Judge, Liaison, Analyst, SecondAnalyst,
        Administrator, .. Approvers,
    ];

    /// <summary>What each may do: more than in life, so that a test about something else needs few people.</summary>
    static readonly (User User, Role[] Roles)[] Roles =
    [
        (Officer, [Role.Investigator, Role.Headquarters, Role.Statistician, Role.PanelMember]),
        (SecondOfficer, [Role.Investigator, Role.Headquarters, Role.Statistician, Role.PanelMember]),
        (ThirdOfficer, [Role.Statistician]),
        (Matron, [Role.Caseworker, Role.PanelMember]),
        (StationHead, [Role.Caseworker, Role.PanelMember]),
        (Caseworker, [Role.Caseworker, Role.PanelMember]),
        (Judge, [Role.Prosecutor, Role.PanelMember]),
        (Liaison, [Role.Liaison]),
        (Analyst, [Role.Analyst]),
        (SecondAnalyst, [Role.Analyst]),
    ];

    public static async Task FillAsync(CaseDatabase database)
    {
        var store = new AgencyStore(database.For(new(Officer.Id, Police.Id), Purpose.Administration));
        Allowed(await store.AddAsync([Country, Province, City, County], CancellationToken.None));
        foreach (var agency in Agencies)
            Allowed(await store.AddAsync(agency, CancellationToken.None));
        foreach (var user in Users) Allowed(await store.AddAsync(user, CancellationToken.None));
        await GrantAsync(database);
    }

    static async Task GrantAsync(CaseDatabase database)
    {
        var administrator = AccessFor(database, Administrator);
        Allowed(await administrator.SetUpAsync(Administrator, Country.Code, CancellationToken.None));
        foreach (var approver in Approvers) await GiveAsync(administrator, approver, Role.Approver);
        foreach (var (user, roles) in Roles)
            foreach (var role in roles)
                await GiveAsync(AccessFor(database, ApproverOf(user.Agency)), user, role);
    }

    public static User ApproverOf(AgencyId agency) => Approvers.Single(it => it.Agency == agency);

    static AccessStore AccessFor(CaseDatabase database, User user) =>
        new(database.For(new(user.Id, user.Agency), Purpose.Administration));

    static async Task GiveAsync(AccessStore giver, User user, Role role) =>
        Allowed(await giver.GiveAsync(
            user, role, Country.Code, Instant.Of(TimeProvider.System.GetUtcNow()) + TimeSpan.FromDays(700),
            CancellationToken.None));

    /// <summary>The value of an act that must be allowed.</summary>
    public static T Allowed<T>(Outcome<T> outcome)
        where T : class
    {
        Assert.True(outcome.IsAllowed, outcome.Refusal?.ToString());
        return outcome.Value;
    }

    static Region RegionOf(string code, Level level, Region? parent) =>
        new() { Code = new(code), Level = level, Name = "SYNTHETIC " + code, Parent = parent?.Code };

    static Agency AgencyOf(AgencyKind kind, Level level) => new()
    {
        Id = new(Ids.Next()),
        Kind = kind,
        Level = level,
        Region = level switch
        {
            Level.County => County.Code,
            Level.City => City.Code,
            Level.Province => Province.Code,
            Level.National => Country.Code,
        },
        Name = "SYNTHETIC " + kind,
        Parent = null,
    };

    static User UserOf(Agency agency) =>
        new() { Id = new(Ids.Next()), Agency = agency.Id, Name = "SYNTHETIC of " + agency.Kind };
}
