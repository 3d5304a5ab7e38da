using Homeward.Cases.Consents;
using Homeward.Cases.Custody;
using Homeward.Cases.Detentions;
using Homeward.Cases.Imports;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Rings;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;
using Homeward.Storage.Demonstrations;
using Acceptance = Homeward.Cases.Custody.Acceptance;
using NodeSex = Homeward.Genetics.Pedigrees.Sex;

namespace Homeward.Cli.Commands.Demonstration.Nation;

/// <summary>What the police of a province did in a quarter, as rows: cases, rings and their suspects, the rescued with
/// their custody and their samples.</summary>
sealed class QuarterRecords
{
    const int MembersOfRing = 3;
    static readonly PartyRole[] Roles = [PartyRole.Organiser, PartyRole.Broker, PartyRole.Transporter];
    static readonly string[] Offences = ["TraffickWomenChildren", "BuyTrafficked"];

    readonly DemoState _state;
    readonly NationPlan.Quarter _part;
    readonly NationHouses _houses;
    readonly NationGenes _genes;
    readonly SeededRandom _random;
    readonly DemoState.Office _police;
    readonly DemoState.Office _home;
    readonly int _days;

    readonly List<Person> _people = [];
    readonly List<PersonName> _names = [];
    readonly List<CustodyRow> _found = [];
    readonly List<Rescue> _rescues = [];
    readonly List<Acceptance> _acceptances = [];
    readonly List<CustodyRow> _placed = [];
    readonly List<InvestigationFacts> _cases = [];
    readonly List<PartyLink> _links = [];
    readonly List<Detention> _detentions = [];
    readonly List<RingFacts> _rings = [];
    readonly SampleRows _samples;

    public QuarterRecords(
        DemoState state, NationPlan.Quarter part, (NationHouses Houses, NationGenes Genes) nation, SeededRandom random)
    {
        (_state, _part, _random) = (state, part, random);
        (_houses, _genes) = nation;
        (_police, _home) = (state.Police(part.Region), state.Home(part.Region));
        // The last days of a quarter are left for what follows: a home, a laboratory.
        _days = part.From.AddMonths(3).DayNumber - part.From.DayNumber - 7;
        _samples = new(state);
    }

    public PastRecords Build(ImportedFile file)
    {
        for (var it = 0; it < _part.Cases.Count; it++) AddCase(_part.Cases.First + it);
        for (var it = 0; it < _part.Rings.Count; it++) AddRing(_part.Rings.First + it);
        for (var it = 0; it < _part.Children.Count; it++) AddChild(it);
        for (var it = 0; it < _part.Women.Count; it++) AddWoman(_part.Women.First + it);
        return _samples.Into(new()
        {
            File = file,
            People = _people,
            Names = _names,
            Found = _found,
            Rescues = _rescues,
            Acceptances = _acceptances,
            Placed = _placed,
            Cases = _cases,
            Links = _links,
            Detentions = _detentions,
            Rings = _rings,
        });
    }

    /// <summary>The profiles of its children, by the labels of their tubes.</summary>
    public static IEnumerable<Profile> ProfilesOf(NationPlan.Quarter part, NationGenes genes)
    {
        for (var child = part.Children.First; child < part.Children.First + part.Children.Count; child++)
            yield return genes.ProfileOf(LabelOf(child), genes.Child(child).Genotypes);
    }

    static string LabelOf(int child) => $"N{child + 1:D6}";

    void AddCase(int number)
    {
        var (id, opened) = (new InvestigationId(_state.NewId()), Moment());
        var facts = new InvestigationFacts
        {
            Investigation = new()
            {
                Id = id,
                Number = $"SYNTHETIC {_part.Region} {number + 1}",
                Lead = _police.Agency.Id,
                By = _police.User.Id,
                At = opened,
            },
            Offences =
                [new() { Investigation = id, Code = Offences[_random.NextIs(0.8) ? 0 : 1] }],
        };
        var solved = InvestigationRules.Solve(facts, new()
        {
            Id = _state.NewId(),
            Investigation = id,
            By = _police.User.Id,
            At = opened + TimeSpan.FromHours(1 + _random.NextBelow(140)),
        });
        _cases.Add(facts with { Steps = [DemoState.Demanded(solved)] });
    }

    /// <summary>Its organiser and two of its core, all of them detained, and no other.</summary>
    void AddRing(int number)
    {
        var (id, known) = (new RingId(_state.NewId()), Moment());
        var suspects = Enumerable.Range(0, MembersOfRing).Select(_ => AddPerson(Suspect(known), known)).ToList();
        var investigation = _cases.Count == 0 ? null : _cases[_random.NextBelow(_cases.Count)].Investigation;
        var ring = new RingFacts
        {
            Ring = new()
            {
                Id = id,
                CodeName = $"SYNTHETIC ring {number + 1}",
                Kind = (RingKind)_random.NextBelow(3),
                By = _police.User.Id,
                At = known,
            },
            Memberships =
            [
                .. suspects.Select((it, i) => new RingMembership
                {
                    Id = _state.NewId(),
                    Ring = id,
                    Person = it,
                    Role = i == 0 ? RingRole.Organiser : RingRole.Core,
                    Certainty = LinkCertainty.Confirmed,
                    By = _police.User.Id,
                    At = known,
                }),
            ],
            Detained = suspects.ToHashSet(),
        };
        foreach (var (i, suspect) in suspects.Index())
        {
            _detentions.Add(Detained(suspect, known));
            if (investigation is not null) _links.Add(Link(suspect, Roles[i], investigation.Id, known));
        }
        var proposed = DemoState.Demanded(RingRules.Propose(ring, new()
        {
            Id = _state.NewId(),
            Ring = id,
            By = _police.User.Id,
            At = known + TimeSpan.FromHours(24),
            During = null,
        }));
        ring = ring with { Steps = [proposed] };
        var approved = RingRules.Approve(
            ring, _state.NewId(), _state.Headquarters.User.Id, known + TimeSpan.FromHours(48));
        _rings.Add(ring with { Steps = [proposed, DemoState.Demanded(approved)] });
    }

    /// <summary>From the police to a home, most within a day.</summary>
    void AddChild(int index)
    {
        var found = Moment();
        var sex = _genes.Child(_part.Children.First + index).Sex == NodeSex.Male ? Sex.Male : Sex.Female;
        var person = AddRescued(found, Child(found, sex));
        var placed = found + (_random.NextIs(0.96)
            ? TimeSpan.FromMinutes(240 + _random.NextBelow(1_100)) : TimeSpan.FromHours(25 + _random.NextBelow(40)));
        var house = _houses.Of(_part.Region, _part.ChildrenBefore + index);
        var acceptance = new Acceptance
        {
            Id = new(_state.NewId()),
            Person = person,
            Agency = _home.Agency.Id,
            Facility = house.Id,
            Notice = "SYNTHETIC notice " + LabelOf(_part.Children.First + index),
            By = _home.User.Id,
            At = placed,
        };
        _acceptances.Add(acceptance);
        _placed.Add(Row(person, CustodyKind.WelfareInstitution, _home, placed) with
        {
            Facility = house.Id,
            Acceptance = acceptance.Id,
        });
        var tube = new SampleRows.Tube(
            person, LabelOf(_part.Children.First + index), DonorRole.Rescued,
            found + TimeSpan.FromMinutes(120 + _random.NextBelow(2_600)));
        _samples.Take(tube, _police, LegalBasis.Law);
        _samples.Type(tube, _police);
    }

    /// <summary>A woman goes where she wants, and leaves a sample in case somebody looks for her.</summary>
    void AddWoman(int number)
    {
        var found = Moment();
        var person = AddRescued(found, Woman(found));
        _placed.Add(Row(
            person, CustodyKind.Independent, _police, found + TimeSpan.FromMinutes(180 + _random.NextBelow(1_000))));
        _samples.Take(
            new(
                person, $"W{number + 1:D6}", DonorRole.Rescued,
                found + TimeSpan.FromMinutes(120 + _random.NextBelow(2_600))),
            _police, LegalBasis.Donor);
    }

    PersonId AddRescued(Instant found, Person person)
    {
        AddPerson(person, found);
        var custody = Row(person.Id, CustodyKind.PoliceEmergency, _police, found) with
        {
            Reason = CustodyReason.Rescue,
        };
        _found.Add(custody);
        _rescues.Add(new()
        {
            Id = new(_state.NewId()),
            Person = person.Id,
            Custody = custody.Id,
            Region = new(_part.Region),
            Place = "SYNTHETIC village",
            Unit = _police.Agency.Id,
            Condition = _random.NextIs(0.85) ? Condition.Good : Condition.Neglected,
            By = _police.User.Id,
            At = found,
        });
        return person.Id;
    }

    PersonId AddPerson(Person person, Instant at)
    {
        _people.Add(person);
        _names.Add(NationNames.Of(person.Id, _state.NewId(), _random) with { At = at });
        return person.Id;
    }

    /// <summary>Under ten years, so that no rule of age makes it anything else.</summary>
    Person Child(Instant found, Sex sex) => Born(found, 30 + _random.NextBelow(10 * 365), 15, sex);

    Person Woman(Instant found) => Born(found, 19 * 366 + _random.NextBelow(20 * 365), 30, Sex.Female);

    Person Suspect(Instant at) =>
        Born(at, 20 * 366 + _random.NextBelow(40 * 365), 0, _random.NextIs(0.6) ? Sex.Male : Sex.Female);

    Person Born(Instant at, int days, int around, Sex sex)
    {
        var born = DateOnly.FromDateTime(at.ToDateTimeOffset().DateTime).AddDays(-days);
        return new()
        {
            Id = new(_state.NewId()),
            Sex = sex,
            BornEarliest = born.AddDays(-around),
            BornLatest = born.AddDays(around),
            BirthBasis = around == 0 ? DateBasis.Document : DateBasis.Medical,
            Citizenship = "CHN",
        };
    }

    Detention Detained(PersonId suspect, Instant at) => new()
    {
        Id = new(_state.NewId()),
        Person = suspect,
        Measure = Measure.CriminalDetention,
        Since = at,
        Authority = _police.Agency.Id,
        By = _police.User.Id,
        At = at,
    };

    PartyLink Link(PersonId suspect, PartyRole role, InvestigationId investigation, Instant at) => new()
    {
        Id = new(_state.NewId()),
        Person = suspect,
        Role = role,
        Investigation = investigation,
        Rescue = null,
        Certainty = LinkCertainty.Confirmed,
        By = _police.User.Id,
        At = at,
    };

    CustodyRow Row(PersonId person, CustodyKind kind, DemoState.Office office, Instant since)
    {
        var id = new CustodyRowId(_state.NewId());
        return new()
        {
            Id = id,
            Origin = id,
            Person = person,
            Since = since,
            Kind = kind,
            Agency = office.Agency.Id,
            By = office.User.Id,
            At = since,
        };
    }

    Instant Moment() => Instant.Of(new DateTimeOffset(
        _part.From.AddDays(_random.NextBelow(_days)).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8))
        .AddMinutes(_random.NextBelow(24 * 60)).AddMilliseconds(_random.NextBelow(60_000)));
}
