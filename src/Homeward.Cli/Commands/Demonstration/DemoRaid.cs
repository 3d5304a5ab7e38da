using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.Detentions;
using Homeward.Cases.Investigations;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Storage.Custody;
using Homeward.Storage.Detentions;
using Homeward.Storage.Investigations;
using Homeward.Storage.Operations;
using Homeward.Storage.People;
using Homeward.Storage.Rescues;
using static Homeward.Cli.Commands.Demonstration.DemoState;
using Acceptance = Homeward.Cases.Custody.Acceptance;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>One operation: its plan, its night, and where the children go.</summary>
sealed class DemoRaid(DemoState state, DemoClock clock, DemoPeople people, CancellationToken cancel)
{
    static readonly PartyRole[] Roles =
        [PartyRole.Transporter, PartyRole.Broker, PartyRole.Harbourer, PartyRole.Abductor, PartyRole.Seller];

    public OperationId Operation { get; private set; }
    public List<PersonId> Suspects { get; } = [];

    /// <summary>Suspects who bought a child.</summary>
    public HashSet<PersonId> Buyers { get; } = [];

    /// <summary>Who the children are, by the names of their samples.</summary>
    public Dictionary<string, PersonId> Rescued { get; } = [];

    /// <param name="Name">As the files of samples call the child.</param>
    /// <param name="Sex">As recorded.</param>
    /// <param name="Days">Its age.</param>
    /// <param name="Condition">How it was found.</param>
    public sealed record Child(string Name, Sex Sex, int Days, Condition Condition);

    /// <summary>Plans it, asks everybody, holds beds and has it signed.</summary>
    public async Task PlanAsync(DemoPlan.Raid raid)
    {
        var store = new OperationStore(state.As(state.Commander));
        var plan = Demanded(await store.PlanAsync(
            new()
            {
                Code = "SYNTHETIC " + raid.Letter,
                Kind = raid.Letter == "A" ? OperationKind.CrossBorder : OperationKind.Joint,
                Lead = state.Police(raid.Shares[0].Region).Agency.Id,
                HHour = Instant.Of(raid.HHour),
                ExpectedChildren = raid.Children,
            },
            cancel));
        Operation = plan.Id;
        var partners = raid.Letter == "A" ? new[] { state.Neighbours } : [];
        var facts = Demanded(await store.InviteAsync(
            Operation,
            [
                .. raid.Shares.Select((it, i) => new ParticipantDraft(
                    state.Police(it.Region).Agency.Id, new(it.Region),
                    i == 0 ? ParticipantRole.Lead : ParticipantRole.Support, it.Officers)),
                .. partners.Select(it => new ParticipantDraft(
                    it.Agency.Id, it.Agency.Region, ParticipantRole.Partner, 0)),
            ],
            cancel));
        var offices = raid.Shares.Select(it => state.Police(it.Region)).Concat(partners)
            .ToDictionary(it => it.Agency.Id);
        foreach (var participant in facts.Participants)
        {
            var office = offices[participant.Agency];
            await state.AdmitAsync(office, Role.Investigator, Operation.Value, cancel);
            Demanded(await new OperationStore(state.As(office)).AcceptAsync(Operation, participant.Id, cancel));
        }
        foreach (var share in raid.Shares)
            Demanded(await new BedStore(state.As(state.Commander)).ReserveAsync(
                Operation,
                new(state.House(HouseOf(share.Region)).Id, share.Children, Instant.Of(raid.HHour.AddDays(14))),
                cancel));
        await state.AdmitAsync(state.Headquarters, Role.Headquarters, Operation.Value, cancel);
        Demanded(await new OperationStore(state.As(state.Headquarters)).AuthoriseAsync(Operation, cancel));
    }

    /// <summary>Suspects are detained, with their parts in the case.</summary>
    public async Task DetainAsync(
        IReadOnlyList<DemoPlan.Share> shares, InvestigationId investigation, int buyers, int firstNumber)
    {
        var number = firstNumber;
        foreach (var share in shares)
        {
            var office = state.Police(share.Region);
            var session = state.As(office);
            var suspects = new List<(Person, PersonName[])>();
            var links = new List<PartyLink>();
            var drafts = new List<DetentionDraft>();
            for (var i = 0; i < share.Suspects; i++, number++)
            {
                var (person, names) = people.Suspect(number);
                suspects.Add((person, names));
                var isBuyer = i < share.Children && Buyers.Count < buyers;
                var role = isBuyer ? PartyRole.Buyer
                    : Suspects.Count == Buyers.Count ? PartyRole.Organiser : Roles[number % Roles.Length];
                links.Add(new()
                {
                    Id = new(state.NewId()),
                    Person = person.Id,
                    Role = role,
                    Investigation = investigation,
                    Rescue = null,
                    Certainty = LinkCertainty.Confirmed,
                    By = office.User.Id,
                    At = default,
                });
                if (isBuyer) Buyers.Add(person.Id);
                Suspects.Add(person.Id);
                drafts.Add(new()
                {
                    Person = person.Id,
                    Measure = Measure.CriminalDetention,
                    Since = session.Now,
                    During = Operation,
                });
            }
            Demanded(await new PeopleStore(session).AddAllAsync(suspects, cancel));
            Demanded(await new PartyStore(session).LinkAllAsync(links, cancel));
            Demanded(await new DetentionStore(session).RecordAllAsync(drafts, cancel));
            clock.Advance(TimeSpan.FromMinutes(5));
        }
    }

    /// <summary>Children are found, each at once in the care of the police.</summary>
    public async Task RescueAsync(
        IReadOnlyList<DemoPlan.Share> shares, IReadOnlyList<Child> children, IReadOnlyList<PersonId> foundWith)
    {
        var next = 0;
        foreach (var share in shares)
        {
            var place = HouseOf(share.Region);
            var office = state.Police(place);
            var rescues = new List<RescueId>();
            for (var i = 0; i < share.Children; i++, next++)
            {
                var child = children[next];
                var (person, names) = people.Child(child.Name, child.Sex, child.Days);
                Rescued[child.Name] = person.Id;
                var custody = Row(person.Id, CustodyKind.PoliceEmergency, office) with
                {
                    Reason = CustodyReason.Rescue,
                };
                var rescue = Demanded(await new RescueStore(state.As(office)).RecordAsync(
                    new()
                    {
                        NewPerson = person,
                        Names = names,
                        Custody = custody,
                        FoundWith = next < foundWith.Count ? [foundWith[next]] : [],
                        Rescue = new()
                        {
                            Id = new(state.NewId()),
                            Person = person.Id,
                            Custody = custody.Id,
                            Region = new(place),
                            Place = "SYNTHETIC village",
                            Unit = office.Agency.Id,
                            Condition = child.Condition,
                            AgeDaysLeast = Math.Max(0, child.Days - 15),
                            AgeDaysMost = child.Days + 15,
                            AgeBasis = DateBasis.Medical,
                            By = office.User.Id,
                            At = default,
                        },
                    },
                    cancel));
                rescues.Add(rescue.Id);
            }
            if (rescues.Count > 0)
                Demanded(await new OperationStore(state.As(office)).AttributeAsync(Operation, rescues, cancel));
            clock.Advance(TimeSpan.FromMinutes(5));
        }
    }

    /// <summary>Each child gives a sample, taken by the police that found it.</summary>
    public async Task SampleAsync(
        IReadOnlyList<DemoPlan.Share> shares, IReadOnlyList<Child> children, DemoLaboratory laboratory)
    {
        foreach (var (share, own) in ByShare(shares, children))
        {
            await laboratory.TakeAsync(
                state.Police(HouseOf(share.Region)), DonorRole.Rescued,
                [.. own.Select(it => (Rescued[it.Name], it.Name))]);
            clock.Advance(TimeSpan.FromMinutes(5));
        }
    }

    /// <summary>The laboratory has their samples.</summary>
    public async Task HandOverAsync(
        IReadOnlyList<DemoPlan.Share> shares, IReadOnlyList<Child> children, DemoLaboratory laboratory)
    {
        foreach (var (share, own) in ByShare(shares, children))
            await laboratory.ReceiveAsync(state.Police(HouseOf(share.Region)), [.. own.Select(it => it.Name)]);
    }

    /// <summary>Each child is accepted by a home, and goes there: province after province, those of
    /// <paramref name="late"/> at their moment, and nobody of those for whom there is none.</summary>
    public async Task PlaceAsync(
        IReadOnlyList<DemoPlan.Share> shares, IReadOnlyList<Child> children,
        IReadOnlyDictionary<string, DateTimeOffset?> late)
    {
        var all = ByShare(shares, children).ToList();
        foreach (var (share, own) in all.Where(it => !late.ContainsKey(it.Share.Region)))
        {
            await PlaceAsync(share.Region, own);
            clock.Advance(TimeSpan.FromMinutes(20));
        }
        foreach (var (share, own) in all)
        {
            if (late.GetValueOrDefault(share.Region) is not { } moment) continue;
            clock.GoTo(moment);
            await PlaceAsync(share.Region, own);
        }
    }

    async Task PlaceAsync(string region, IReadOnlyList<Child> children)
    {
        var home = state.Home(HouseOf(region));
        var facility = state.House(HouseOf(region));
        var accepted = new List<Acceptance>();
        var rows = new List<CustodyRow>();
        foreach (var child in children)
        {
            var acceptance = new Acceptance
            {
                Id = new(state.NewId()),
                Person = Rescued[child.Name],
                Agency = home.Agency.Id,
                Facility = facility.Id,
                Notice = "SYNTHETIC notice " + child.Name,
                By = home.User.Id,
                At = default,
            };
            accepted.Add(acceptance);
            rows.Add(Row(acceptance.Person, CustodyKind.WelfareInstitution, home) with
            {
                Facility = facility.Id,
                Acceptance = acceptance.Id,
            });
        }
        var custody = new CustodyStore(state.As(home));
        Demanded(await custody.AcceptAllAsync(accepted, cancel));
        Demanded(await custody.BeginAllAsync(rows, cancel));
    }

    /// <summary>The children of each jurisdiction that has any.</summary>
    public static IEnumerable<(DemoPlan.Share Share, IReadOnlyList<Child> Children)> ByShare(
        IReadOnlyList<DemoPlan.Share> shares, IReadOnlyList<Child> children)
    {
        var next = 0;
        foreach (var share in shares)
        {
            if (share.Children > 0) yield return (share, [.. children.Skip(next).Take(share.Children)]);
            next += share.Children;
        }
    }

    /// <summary>In Hebei everything happened in Handan.</summary>
    public static string HouseOf(string region) => region == DemoPlan.Hebei ? DemoPlan.Handan : region;

    CustodyRow Row(PersonId person, CustodyKind kind, Office office)
    {
        var id = new CustodyRowId(state.NewId());
        return new()
        {
            Id = id,
            Origin = id,
            Person = person,
            Since = Instant.Of(clock.GetUtcNow()),
            Kind = kind,
            Agency = office.Agency.Id,
            By = office.User.Id,
            At = default,
        };
    }
}
