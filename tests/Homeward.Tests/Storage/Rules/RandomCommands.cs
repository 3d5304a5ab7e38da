using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Simulation;
using Homeward.Storage;
using Homeward.Storage.Custody;
using Homeward.Storage.Investigations;
using Homeward.Storage.People;
using Homeward.Storage.Rescues;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Rules;

/// <summary>Random acts by random users on a small world, so that they get in each other's way. What is refused is
/// refused; only what the database says afterwards counts.</summary>
sealed class RandomCommands(TestDatabase database, ulong seed)
{
    const int MostPeople = 40;

    readonly CaseWorld _world = new(database);
    readonly SeededRandom _random = new(seed);
    readonly List<PersonId> _people = [];
    readonly List<Facility> _houses = [];
    readonly List<Acceptance> _acceptances = [];
    readonly List<CustodyRow> _rows = [];
    readonly List<PartyLinkId> _links = [];
    readonly List<ClearingId> _clearings = [];
    readonly List<MergeId> _merges = [];
    readonly List<DutyId> _duties = [];
    InvestigationId _investigation;

    /// <summary>How often each act was done and refused.</summary>
    public Dictionary<string, (int Done, int Refused)> Counts { get; } = [];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task PrepareAsync()
    {
        _investigation = await _world.InvestigationAsync();
        for (var beds = 0; beds < 4; beds++) _houses.Add(await _world.FacilityAsync(beds));
        for (var i = 0; i < 10; i++) _people.Add(await _world.PersonAsync());
        for (var i = 0; i < 4; i++) _people.Add((await _world.RescueAsync()).Child);
    }

    public Task NextAsync() => _random.NextBelow(13) switch
    {
        0 => AddPersonAsync(),
        1 => RescueAsync(),
        2 => AcceptAsync(),
        3 or 4 => BeginAsync(),
        5 => LinkAsync(),
        6 => MergeAsync(),
        7 => ReverseAsync(),
        8 => ProposeAsync(),
        9 => ConfirmAsync(),
        10 => BeginDutyAsync(),
        11 => EndDutyAsync(),
        _ => ChangeBedsAsync(),
    };

    async Task AddPersonAsync()
    {
        if (_people.Count < MostPeople)
            _people.Add(await _world.PersonAsync(OneOf<DateOnly?>([null, new(1990, 1, 1)])));
    }

    async Task RescueAsync()
    {
        // In a full world somebody is rescued again.
        var isNew = _people.Count < MostPeople;
        var report = _world.RescueReport(
            isNew ? _world.NewPersonId() : OneOf(_people), _random.NextBelow(2) == 0 ? [] : [OneOf(_people)]);
        if (!isNew) report = report with { NewPerson = null };
        var custody = report.Custody with { Carer = _random.NextBelow(3) == 0 ? OneOf(_people) : null };
        var outcome = await new RescueStore(Session(MadeUpState.Officer))
            .RecordAsync(report with { Custody = custody }, Cancel);
        if (Count("rescue", outcome) is { } rescue && isNew) _people.Add(rescue.Person);
    }

    async Task AcceptAsync()
    {
        var house = _random.NextBelow(3) == 0 ? null : OneOf(_houses);
        var acceptance = new Acceptance
        {
            Id = new(_world.Police.NewId()),
            Person = OneOf(_people),
            Agency = MadeUpState.Welfare.Id,
            Facility = house?.Id,
            Notice = "SYNTHETIC",
            By = default,
            At = default,
        };
        var outcome = await new CustodyStore(Session(MadeUpState.Matron)).AcceptAsync(acceptance, Cancel);
        if (Count("accept", outcome) is { } accepted) _acceptances.Add(accepted);
    }

    async Task BeginAsync()
    {
        var acceptance = _acceptances.Count > 0 && _random.NextBelow(4) > 0 ? OneOf(_acceptances) : null;
        var isStray = _random.NextBelow(8) == 0;
        var person = acceptance is null || isStray ? OneOf(_people) : acceptance.Person;
        var kind = acceptance is null ? OneOf(Enum.GetValues<CustodyKind>())
            : acceptance.Facility is null ? CustodyKind.FosterFamily : CustodyKind.WelfareInstitution;
        var row = _world.Row(
            person, kind, kind == CustodyKind.PoliceEmergency ? MadeUpState.Police.Id : MadeUpState.Welfare.Id);
        row = row with
        {
            Acceptance = acceptance?.Id,
            Facility = acceptance?.Facility,
            Carer = kind is CustodyKind.FosterFamily or CustodyKind.PoliceEmergency || isStray ? OneOf(_people) : null,
            Since = new(row.Since.Microseconds - _random.NextBelow(2) * _random.NextBelow(100_000_000)),
        };
        if (_rows.Count > 0 && _random.NextBelow(4) == 0)
        {
            var wrong = OneOf(_rows);
            row = row with { Person = wrong.Person, Supersedes = wrong.Id, Origin = wrong.Origin };
        }
        PersonId[] household = kind == CustodyKind.FosterFamily ? [OneOf(_people)] : [];
        var outcome = await new CustodyStore(Session(MadeUpState.Matron)).BeginAsync(row, household, Cancel);
        if (Count("custody", outcome) is { } begun) _rows.Add(begun);
    }

    async Task LinkAsync()
    {
        var role = OneOf(Enum.GetValues<PartyRole>());
        if (role == PartyRole.FoundWith || _random.NextBelow(3) > 0) role = PartyRole.Witness;
        var link = new PartyLink
        {
            Id = new(_world.Police.NewId()),
            Person = OneOf(_people),
            Role = role,
            Investigation = _investigation,
            Rescue = null,
            Certainty = LinkCertainty.Tentative,
            By = default,
            At = default,
        };
        var outcome = await new PartyStore(Session(MadeUpState.Officer)).LinkAsync(link, Cancel);
        if (Count("link", outcome) is not null && role.IsAdverse()) _links.Add(link.Id);
    }

    async Task MergeAsync()
    {
        var outcome = await new PeopleStore(Session(MadeUpState.Officer))
            .MergeAsync(OneOf(_people), OneOf(_people), MergeBasis.Document, Cancel);
        if (Count("merge", outcome) is { } merge) _merges.Add(merge.Id);
    }

    async Task ReverseAsync()
    {
        if (_merges.Count == 0) return;
        Count("reversal", await new PeopleStore(Session(MadeUpState.Officer)).ReverseAsync(OneOf(_merges), Cancel));
    }

    async Task ProposeAsync()
    {
        if (_links.Count == 0) return;
        var clearing = new Clearing
        {
            Id = new(_world.Police.NewId()),
            Link = OneOf(_links),
            Basis = ClearingBasis.NoSuspicionLeft,
            Grounds = "SYNTHETIC",
            By = default,
            Agency = default,
            At = default,
        };
        var outcome = await new PartyStore(Session(MadeUpState.Caseworker)).ProposeClearingAsync(clearing, Cancel);
        if (Count("clearing", outcome) is not null) _clearings.Add(clearing.Id);
    }

    async Task ConfirmAsync()
    {
        if (_clearings.Count == 0) return;
        var signer = OneOf([MadeUpState.Matron, MadeUpState.Caseworker, MadeUpState.Judge]);
        var outcome = await new PartyStore(Session(signer)).ConfirmClearingAsync(OneOf(_clearings), Cancel);
        Count("confirmation", outcome);
    }

    async Task BeginDutyAsync()
    {
        var duty = new Duty
        {
            Id = new(_world.Police.NewId()),
            Facility = OneOf(_houses).Id,
            Person = OneOf(_people),
            By = default,
            At = default,
        };
        var outcome = await new FacilityStore(Session(MadeUpState.Matron)).BeginDutyAsync(duty, Cancel);
        if (Count("duty", outcome) is not null) _duties.Add(duty.Id);
    }

    async Task EndDutyAsync()
    {
        if (_duties.Count == 0) return;
        Count("end of duty", await new FacilityStore(Session(MadeUpState.Matron)).EndDutyAsync(OneOf(_duties), Cancel));
    }

    async Task ChangeBedsAsync()
    {
        var at = _random.NextBelow(_houses.Count);
        var house = _houses[at];
        var outcome = await new FacilityStore(Session(MadeUpState.Matron))
            .ChangeBedsAsync(house.Id, house.Version - _random.NextBelow(2), _random.NextBelow(5), Cancel);
        if (Count("beds", outcome) is { } changed) _houses[at] = changed;
    }

    /// <summary>Usually whose work it is, sometimes anybody.</summary>
    CaseSession Session(User usual) =>
        database.As(_random.NextBelow(10) > 0 ? usual : OneOf(MadeUpState.Users));

    T? Count<T>(string act, Outcome<T> outcome)
        where T : class
    {
        var (done, refused) = Counts.GetValueOrDefault(act);
        Counts[act] = outcome.IsAllowed ? (done + 1, refused) : (done, refused + 1);
        return outcome.Value;
    }

    T OneOf<T>(IReadOnlyList<T> all) => all[_random.NextBelow(all.Count)];
}
