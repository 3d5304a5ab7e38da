using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Genetics.Primitives;
using Homeward.Storage;
using Homeward.Storage.Custody;
using Homeward.Storage.Investigations;
using Homeward.Storage.People;
using Homeward.Storage.Rescues;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Databases;

/// <summary>People, houses and acts for tests: what an officer, a matron or a caseworker would do by a few clicks.
/// </summary>
public sealed class CaseWorld(TestDatabase database)
{
    public CaseSession Police => database.As(Officer);
    public CaseSession Care => database.As(Matron);
    public CaseSession Civil => database.As(Caseworker);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public PersonId NewPersonId() => new(Police.NewId());

    public Task<PersonId> PersonAsync() => PersonAsync(born: null);

    public async Task<PersonId> PersonAsync(DateOnly? born)
    {
        var id = NewPersonId();
        var person = new Person { Id = id, Sex = Sex.Female, BornEarliest = born, BornLatest = born };
        Allowed(await new PeopleStore(Police).AddAsync(person, [], Cancel));
        return id;
    }

    public Task<Facility> FacilityAsync(int beds) => FacilityAsync(beds, FacilityKind.WelfareInstitution, Welfare);

    public async Task<Facility> FacilityAsync(int beds, FacilityKind kind, Agency agency)
    {
        var facility = new Facility
        {
            Id = new(Police.NewId()),
            Agency = agency.Id,
            Kind = kind,
            Level = agency.Level,
            Region = agency.Region,
            Name = "SYNTHETIC house",
            Beds = beds,
        };
        return Allowed(await new FacilityStore(Care).AddAsync(facility, Cancel));
    }

    /// <summary>A child rescued just now, with the police.</summary>
    public async Task<(PersonId Child, RescueId Rescue)> RescueAsync(params PersonId[] foundWith)
    {
        var report = RescueReport(NewPersonId(), foundWith);
        var rescue = Allowed(await new RescueStore(Police).RecordAsync(report, Cancel));
        return (rescue.Person, rescue.Id);
    }

    public RescueReport RescueReport(PersonId child, PersonId[] foundWith)
    {
        var custody = Row(child, CustodyKind.PoliceEmergency, Agencies.Police) with { Reason = CustodyReason.Rescue };
        return new()
        {
            NewPerson = new Person { Id = child, Sex = Sex.Male },
            Custody = custody,
            FoundWith = foundWith,
            Rescue = new Rescue
            {
                Id = new(Police.NewId()),
                Person = child,
                Custody = custody.Id,
                Region = County.Code,
                Place = "SYNTHETIC village",
                Unit = Agencies.Police,
                Condition = Condition.Good,
                By = Officer.Id,
                At = Police.Now,
            },
        };
    }

    /// <summary>A row that begins now.</summary>
    public CustodyRow Row(PersonId person, CustodyKind kind, AgencyId agency)
    {
        var id = new CustodyRowId(Police.NewId());
        var now = Police.Now;
        return new()
        {
            Id = id,
            Origin = id,
            Person = person,
            Since = now,
            Kind = kind,
            Agency = agency,
            By = Officer.Id,
            At = now,
        };
    }

    public async Task<Acceptance> AcceptAsync(PersonId person, Facility? facility)
    {
        var signer = facility?.Agency == Station.Id ? StationHead : Matron;
        var acceptance = new Acceptance
        {
            Id = new(Police.NewId()),
            Person = person,
            Agency = signer.Agency,
            Facility = facility?.Id,
            Notice = "SYNTHETIC 2011-1",
            By = signer.Id,
            At = Police.Now,
        };
        return Allowed(await new CustodyStore(database.As(signer)).AcceptAsync(acceptance, Cancel));
    }

    /// <summary>Accepted, and then placed.</summary>
    public async Task<Outcome<CustodyRow>> PlaceAsync(PersonId person, Facility facility)
    {
        var acceptance = await AcceptAsync(person, facility);
        var kind = facility.Kind == FacilityKind.RescueStation
            ? CustodyKind.RescueStation : CustodyKind.WelfareInstitution;
        return await BeginAsync(
            Row(person, kind, facility.Agency) with { Facility = facility.Id, Acceptance = acceptance.Id });
    }

    public async Task<Outcome<CustodyRow>> FosterAsync(PersonId person, PersonId carer, params PersonId[] household)
    {
        var acceptance = await AcceptAsync(person, facility: null);
        return await BeginAsync(
            Row(person, CustodyKind.FosterFamily, Welfare.Id) with { Carer = carer, Acceptance = acceptance.Id },
            household);
    }

    public Task<Outcome<CustodyRow>> BeginAsync(CustodyRow row, params PersonId[] household) =>
        new CustodyStore(Care).BeginAsync(row, household, Cancel);

    public async Task<CurrentCustody> CurrentAsync(PersonId person) =>
        (await new CustodyStore(Care).CurrentAsync(person, Cancel))!;

    public async Task<InvestigationId> InvestigationAsync()
    {
        var id = new InvestigationId(Police.NewId());
        await ActAsync(new Investigation
        {
            Id = id,
            Number = "SYNTHETIC " + id.Value,
            Lead = Agencies.Police,
            By = Officer.Id,
            At = Police.Now,
        });
        return id;
    }

    public async Task<PartyLink> NewLinkAsync(PersonId person, PartyRole role) => new()
    {
        Id = new(Police.NewId()),
        Person = person,
        Role = role,
        Investigation = await InvestigationAsync(),
        Rescue = null,
        Certainty = LinkCertainty.Tentative,
        By = Officer.Id,
        At = Police.Now,
    };

    public async Task<PartyLink> LinkAsync(PersonId person, PartyRole role) =>
        Allowed(await new PartyStore(Police).LinkAsync(await NewLinkAsync(person, role), Cancel));

    public async Task<PersonMerge> MergeAsync(PersonId person, PersonId into) =>
        Allowed(await new PeopleStore(Police).MergeAsync(person, into, MergeBasis.Document, Cancel));

    /// <summary>A row written past the stores.</summary>
    public async Task ActAsync(object row) =>
        Allowed(await Police.ActAsync<Wrapped>(
            new(Homeward.Cases.Access.Permission.RecordInvestigation, Homeward.Cases.Access.FieldClasses.Internal),
            context =>
            {
                context.Add(row);
                return Task.FromResult<Outcome<Wrapped>>(new Wrapped(row));
            },
            Cancel));

    static class Agencies
    {
        public static AgencyId Police => MadeUpState.Police.Id;
    }

    sealed record Wrapped(object Row);
}
