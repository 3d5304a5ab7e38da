using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Detentions;
using Homeward.Cases.Families;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Genetics.Simulation;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Homeward.Storage.Custody;
using Homeward.Storage.Detentions;
using Homeward.Storage.Families;
using Homeward.Storage.Investigations;
using Homeward.Storage.People;
using Homeward.Storage.Rescues;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Access;

/// <summary>Random facts in two provinces with two cities each, and random users with roles for some of these; a model
/// of some ten lines says who exists for whom.</summary>
public abstract class RegionContract(TestDatabase database)
{
    static readonly int Facts = Soak.Rounds(60);
    static readonly int Questions = Soak.Rounds(40);
    const ulong Seed = 20110727;

    readonly CaseWorld _world = new(database);
    readonly SeededRandom _random = new(Seed);
    readonly List<RegionCode> _cities = [];
    readonly List<RegionCode> _provinces = [];
    readonly Dictionary<RegionCode, Agency> _police = [];
    readonly Dictionary<RegionCode, Agency> _homes = [];
    readonly List<PersonId> _people = [];
    readonly List<PersonId> _children = [];
    readonly Dictionary<PersonId, PersonId> _into = [];
    readonly List<(PersonId Person, RegionCode Place)> _places = [];
    readonly Dictionary<InvestigationId, RegionCode> _cases = [];
    readonly List<(PersonId Person, InvestigationId Case)> _links = [];
    readonly List<(PersonId Person, RegionCode Place)> _detained = [];
    readonly Dictionary<FacilityId, RegionCode> _houses = [];
    readonly Dictionary<ReportId, PersonId> _reports = [];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_finds_what_is_in_his_regions_and_what_is_nowhere()
    {
        _ = database.Cases;
        await PrepareAsync();
        for (var fact = 0; fact < Facts; fact++) await FactAsync();
        var (seen, hidden) = (0, 0);
        for (var question = 0; question < Questions; question++)
        {
            var region = OneOf([.. _cities, .. _provinces, Country.Code]);
            var reach = Reach(region);
            var officer = database.As(await UserAsync(Police, Role.Investigator, region));
            var carer = database.As(await UserAsync(Welfare, Role.Caseworker, region));
            var person = OneOf(_people);
            var where = $"seed {Seed}, question {question}, {region.Value}";

            var exists = Exists(person, reach);
            if (exists) seen++;
            else hidden++;
            await AboutAsync(person, officer, reach, where);
            Assert.True(exists == (await new PeopleStore(carer).FindAsync(person, Cancel) is not null), where);
            await ListsAsync(officer, carer, reach, where);
            await ReportsAsync(officer, reach, where);
        }
        // Neither does the model hide everybody, nor nobody.
        Assert.True(seen > Questions / 10 && hidden > Questions / 10, $"{seen} seen, {hidden} hidden");
    }

    async Task AboutAsync(PersonId person, CaseSession officer, HashSet<RegionCode> reach, string where)
    {
        var exists = Exists(person, reach);
        var same = _people.Where(it => Root(it) == Root(person)).ToHashSet();
        Assert.True(exists == (await new PeopleStore(officer).FindAsync(person, Cancel) is not null), where);
        Assert.Equal(
            exists ? _detained.Count(it => it.Person == person) : 0,
            (await new DetentionStore(officer).OfAsync(person, Cancel)).Count);
        var linked = _links.Where(it => same.Contains(it.Person) && reach.Contains(_cases[it.Case]))
            .Select(it => it.Case).Order(ById);
        var links = await new PartyStore(officer).LinksAsync(person, Cancel);
        Assert.Equal(exists ? linked : [], links.Select(it => it.Investigation!.Value).Order(ById));
        var investigation = OneOf([.. _cases.Keys]);
        Assert.True(
            reach.Contains(_cases[investigation])
                == (await new CaseStore(officer).FindAsync(investigation, Cancel) is not null),
            where);
    }

    async Task ListsAsync(CaseSession officer, CaseSession carer, HashSet<RegionCode> reach, string where)
    {
        var named = await new PeopleStore(officer).NamesAsync(_people, Cancel);
        Assert.True(
            named.Keys.ToHashSet().SetEquals(_people.Where(it => Exists(it, reach))), where);
        // Everybody here has the same name.
        var found = await new PersonSearch(officer).FindAsync(new() { Name = Name }, Cancel);
        Assert.Equal(_people.Where(it => Exists(it, reach)).Select(Root).Distinct().Count(), found.Total);
        var houses = await new FacilityStore(carer).FreeBedsAsync(FacilityKind.WelfareInstitution, Cancel);
        Assert.True(
            houses.Select(it => it.Facility.Id).Intersect(_houses.Keys).ToHashSet()
                .SetEquals(_houses.Where(it => reach.Contains(it.Value)).Select(it => it.Key)), where);
        Assert.Equal(
            _houses.Count(it => reach.Contains(it.Value)),
            (await new FacilityStore(carer).FindAsync(_houses.Keys, Cancel)).Count);
    }

    async Task ReportsAsync(CaseSession officer, HashSet<RegionCode> reach, string where)
    {
        var store = new FamilyStore(officer);
        var seen = _reports.Where(it => Exists(it.Value, reach)).Select(it => it.Key).ToHashSet();
        var listed = await store.PartAsync(0, _reports.Count + 1, Cancel);
        Assert.True(seen.SetEquals(listed.Rows.Select(it => it.Report.Id)) && listed.Total == seen.Count, where);
        if (_reports.Count == 0) return;
        var (report, missing) = OneOf([.. _reports]);
        Assert.True(seen.Contains(report) == (await store.FindAsync(report, Cancel) is not null), where);
        var about = await store.OfMissingAsync(missing, Cancel);
        Assert.True(seen.Contains(report) == about.Any(it => it.Id == report), where);
    }

    const string Name = "SYNTHETIC Regional";

    static readonly Comparer<InvestigationId> ById = Comparer<InvestigationId>.Create(
        (one, other) => one.Value.CompareTo(other.Value));

    /// <summary>The model.</summary>
    bool Exists(PersonId person, HashSet<RegionCode> reach)
    {
        var places = _places.Where(it => Root(it.Person) == Root(person)).ToList();
        return places.Count == 0 || places.Exists(it => reach.Contains(it.Place));
    }

    PersonId Root(PersonId person) => _into.TryGetValue(person, out var into) ? Root(into) : person;

    HashSet<RegionCode> Reach(RegionCode region) =>
        region == Country.Code ? [.. _cities, .. _provinces, Country.Code]
        : _provinces.Contains(region) ? [region, .. _cities.Where(it => it.Value[..2] == region.Value[..2])]
        : [region];

    async Task PrepareAsync()
    {
        var agencies = new AgencyStore(database.As(Administrator));
        foreach (var province in new[] { "810000", "820000" })
        {
            _provinces.Add(await RegionAsync(province, Level.Province, Country.Code));
            for (var city = 1; city <= 2; city++)
            {
                var code = await RegionAsync($"{province[..2]}0{city}00", Level.City, new(province));
                _cities.Add(code);
                _police[code] = MadeUpState.Police with { Id = new(_world.Police.NewId()), Region = code };
                _homes[code] = Welfare with { Id = new(_world.Police.NewId()), Region = code };
                Allowed(await agencies.AddAsync(_police[code], Cancel));
                Allowed(await agencies.AddAsync(_homes[code], Cancel));
            }
        }
        for (var i = 0; i < 12; i++) _people.Add(await PersonAsync());
        foreach (var city in _cities) _cases[await CaseAsync(city)] = city;
    }

    /// <summary>Something happens somewhere.</summary>
    async Task FactAsync()
    {
        var (city, person) = (OneOf(_cities), OneOf(_people));
        switch (_random.NextBelow(7))
        {
            case 0 when _people.Count < 40:
                await RescuedAsync(city);
                break;
            case 1 when _children.Count > 0:
                await CaredForAsync(OneOf(_children), city);
                break;
            case 2:
                await _world.ActAsync(NewDetention(person, city));
                _detained.Add((person, city));
                _places.Add((person, city));
                break;
            case 3:
                await LinkedAsync(person);
                break;
            case 4:
                await ReportedAsync(city);
                break;
            case 5:
                var house = _world.Police.NewId();
                await _world.ActAsync(NewHouse(new(house), city));
                _houses[new(house)] = city;
                break;
            default:
                var (one, other) = (Root(person), Root(OneOf(_people)));
                if (one == other || _random.NextBelow(3) > 0) break;
                Allowed(await new PeopleStore(_world.Police).MergeAsync(one, other, MergeBasis.Document, Cancel));
                _into[one] = other;
                break;
        }
    }

    async Task RescuedAsync(RegionCode city)
    {
        var report = _world.RescueReport(_world.NewPersonId(), []);
        report = report with
        {
            Names = [NewName(report.Rescue.Person)],
            Custody = report.Custody with { Agency = _police[city].Id },
            Rescue = report.Rescue with { Region = city, Unit = _police[city].Id },
        };
        Allowed(await new RescueStore(_world.Police).RecordAsync(report, Cancel));
        _people.Add(report.Rescue.Person);
        _children.Add(report.Rescue.Person);
        _places.Add((report.Rescue.Person, city));
    }

    async Task CaredForAsync(PersonId child, RegionCode city)
    {
        Allowed(await _world.BeginAsync(_world.Row(child, CustodyKind.MissingAgain, _police[city].Id)));
        _places.Add((child, city));
    }

    async Task LinkedAsync(PersonId person)
    {
        var investigation = OneOf([.. _cases.Keys]);
        var link = await _world.NewLinkAsync(person, PartyRole.Witness) with { Investigation = investigation };
        Allowed(await new PartyStore(_world.Police).LinkAsync(link, Cancel));
        _links.Add((person, investigation));
        _places.Add((person, _cases[investigation]));
    }

    /// <summary>Reported by the police of one city, last seen in another.</summary>
    async Task ReportedAsync(RegionCode city)
    {
        var (missing, seen) = (await PersonAsync(), OneOf(_cities));
        var report = new ReportId(_world.Police.NewId());
        await _world.ActAsync(new MissingReport
        {
            Id = report,
            Number = $"SYNTHETIC {missing.Value}",
            Agency = _police[city].Id,
            Missing = missing,
            Category = MissingCategory.Unknown,
            Region = seen,
            By = Officer.Id,
            At = _world.Police.Now,
        });
        _people.Add(missing);
        _reports[report] = missing;
        _places.Add((missing, city));
        _places.Add((missing, seen));
    }

    async Task<InvestigationId> CaseAsync(RegionCode city)
    {
        var id = new InvestigationId(_world.Police.NewId());
        await _world.ActAsync(new Investigation
        {
            Id = id,
            Number = "SYNTHETIC " + id.Value,
            Lead = _police[city].Id,
            By = Officer.Id,
            At = _world.Police.Now,
        });
        return id;
    }

    Detention NewDetention(PersonId person, RegionCode city) => new()
    {
        Id = new(_world.Police.NewId()),
        Person = person,
        Measure = Measure.CriminalDetention,
        Since = _world.Police.Now,
        Authority = _police[city].Id,
        By = Officer.Id,
        At = _world.Police.Now,
    };

    Facility NewHouse(FacilityId id, RegionCode city) => new()
    {
        Id = id,
        Agency = _homes[city].Id,
        Kind = FacilityKind.WelfareInstitution,
        Level = Level.City,
        Region = city,
        Name = "SYNTHETIC house",
        Beds = 1,
    };

    async Task<PersonId> PersonAsync()
    {
        var id = _world.NewPersonId();
        Allowed(await new PeopleStore(_world.Police).AddAsync(
            new Person { Id = id, Sex = Sex.Female }, [NewName(id)], Cancel));
        return id;
    }

    PersonName NewName(PersonId person) => new()
    {
        Id = new(_world.Police.NewId()),
        Person = person,
        Text = Name,
        Script = Script.Latn,
        Kind = NameKind.Alias,
        At = _world.Police.Now,
    };

    async Task<RegionCode> RegionAsync(string code, Level level, RegionCode parent)
    {
        var region = new Region { Code = new(code), Level = level, Name = "SYNTHETIC " + code, Parent = parent };
        Allowed(await new AgencyStore(database.As(Administrator)).AddAsync([region], Cancel));
        return region.Code;
    }

    async Task<User> UserAsync(Agency agency, Role role, RegionCode region)
    {
        var user = new User { Id = new(_world.Police.NewId()), Agency = agency.Id, Name = "SYNTHETIC" };
        Allowed(await new AgencyStore(database.As(Administrator)).AddAsync(user, Cancel));
        Allowed(await new AccessStore(database.As(ApproverOf(agency.Id))).GiveAsync(
            user, role, region, _world.Police.Now + TimeSpan.FromDays(30), Cancel));
        return user;
    }

    T OneOf<T>(IReadOnlyList<T> all) => all[_random.NextBelow(all.Count)];
}

public sealed class SqliteRegionTests(SqliteTestDatabase database)
    : RegionContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresRegionTests(PostgresTestDatabase database)
    : RegionContract(database), IClassFixture<PostgresTestDatabase>;
