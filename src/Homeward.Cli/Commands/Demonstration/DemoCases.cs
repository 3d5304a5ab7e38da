using Homeward.Cases.Investigations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Rings;
using Homeward.Cases.Routes;
using Homeward.Cli.Commands.Families;
using Homeward.Cli.Commands.Studies;
using Homeward.Cli.Inputs;
using Homeward.Genetics.Simulation;
using Homeward.Storage.Investigations;
using Homeward.Storage.Operations;
using Homeward.Storage.Rings;
using Homeward.Storage.Routes;
using static Homeward.Cli.Commands.Demonstration.DemoState;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>Fills the cases and genes of a demonstration with what the article of 27 July 2011 tells, through the
/// stores and their rules.</summary>
/// <param name="state">Its offices, which are there.</param>
/// <param name="clock">Its own.</param>
/// <param name="laboratory">Where samples go.</param>
/// <param name="seed">Of whatever the study does not say.</param>
/// <param name="cancel">Stops between acts.</param>
sealed class DemoCases(
    DemoState state, DemoClock clock, DemoLaboratory laboratory, ulong seed, CancellationToken cancel)
{
    /// <summary>An infant of four months, taken two months before.</summary>
    const int InfantDays = 122;
    static readonly DateOnly InfantTaken = new(2011, 5, 15);

    readonly SeededRandom _random = new(seed);

    /// <summary>Children of operation A come first among the names of samples.</summary>
    /// <param name="study">Its children are rescued, and their families report them.</param>
    /// <param name="truth">Which family is whose.</param>
    /// <param name="folder">Where bulletins are published, and who a visitor can be is written down.</param>
    /// <param name="asked">From when on the bulletin counts, and whether what became known on 2 August comes too.
    /// </param>
    public async Task<DemoReport> FillAsync(
        SearchInput study, Truth truth, DataFolder folder, (DateOnly Since, bool WithLater) asked)
    {
        var people = new DemoPeople(state.NewId, _random);
        var sexes = study.Children.ToDictionary(it => it.Id, it => it.Sex, StringComparer.Ordinal);
        var children = study.Children.Select((it, i) => NewChild(it.Id, sexes[it.Id], i)).ToList();
        var profiles = study.Children.ToDictionary(it => it.Id, it => it.Profile, StringComparer.Ordinal);
        var families = new DemoFamilies(state, people, laboratory, cancel);
        clock.GoTo(DemoClock.Local(7, 1, 9));
        await families.ReportAsync(study, truth, InfantTaken);
        clock.GoTo(DemoClock.Local(7, 5, 10));
        var held = await families.TypeAsync();

        var a = new DemoRaid(state, clock, people, cancel);
        var b = new DemoRaid(state, clock, people, cancel);
        var caseOfA = await OpenCaseAsync(DemoPlan.A);
        var caseOfB = await OpenCaseAsync(DemoPlan.B);
        clock.GoTo(DemoClock.Local(7, 10, 9));
        await a.PlanAsync(DemoPlan.A);
        await b.PlanAsync(DemoPlan.B);
        var route = await FindRoutesAsync();
        var album = new DemoAlbum(state, folder, cancel);
        await RunAsync((a, album), DemoPlan.A, caseOfA, children[..DemoPlan.A.Children]);
        await RunAsync((b, album), DemoPlan.B, caseOfB, children[DemoPlan.A.Children..]);
        clock.GoTo(DemoClock.Local(7, 24, 9));
        await laboratory.TypeAsync(children.Select(it => profiles[it.Name]));
        var candidates = await laboratory.SearchAsync();
        clock.GoTo(DemoClock.Local(7, 25, 9));
        await BreakUpAsync(a, [("SYNTHETIC ring A1", RingKind.CrossBorder)]);
        await BreakUpAsync(
            b,
            [
                ("SYNTHETIC ring B1", RingKind.CrossRegional), ("SYNTHETIC ring B2", RingKind.CrossRegional),
                ("SYNTHETIC ring B3", RingKind.Family),
            ]);
        await CloseAsync(route, a.Operation);
        foreach (var (raid, solved) in new[] { (a, caseOfA), (b, caseOfB) })
        {
            Demanded(await new CaseStore(state.As(state.Headquarters)).SolveAsync(solved, cancel));
            Demanded(await new OperationStore(state.As(state.Commander)).SecureAsync(raid.Operation, cancel));
        }
        clock.GoTo(DemoClock.Local(7, 26, 9));
        var samples = families.Told with
        {
            Children = children.Count,
            FamiliesHeld = held,
            Candidates = candidates.Count,
            Proposed = await laboratory.ProposeAsync(candidates),
        };
        clock.GoTo(DemoClock.Local(7, 27, 18));
        var publishing = new DemoBulletin.Setting(asked.Since, (a.Operation, b.Operation), folder.Bulletins);
        var bulletin = await DemoBulletin.PublishAsync(state, new(2011, 7, 27), publishing, cancel);
        await DemoUser.WriteAsync(folder, state.Visitors, cancel);
        var report = await DemoReport.OfAsync(state, [a.Operation, b.Operation], (samples, bulletin), cancel);
        if (!asked.WithLater) return report;
        await GoOnAsync(b, caseOfB);
        return report with { Later = await DemoLater.PublishAsync(state, bulletin.Number, publishing, cancel) };
    }

    /// <summary>Operation B goes on: fourteen more children and forty more suspects.</summary>
    async Task GoOnAsync(DemoRaid raid, InvestigationId investigation)
    {
        List<DemoRaid.Child> children =
        [
            .. Enumerable.Range(1, DemoPlan.Later.Sum(it => it.Children)).Select(it => new DemoRaid.Child(
                $"later {it}", _random.NextIs(0.5) ? Sex.Male : Sex.Female, 30 + _random.NextBelow(9 * 365),
                Condition.Good)),
        ];
        var known = raid.Buyers.Count;
        clock.GoTo(DemoClock.Local(8, 2, 5));
        await raid.DetainAsync(DemoPlan.Later, investigation, known + children.Count, firstNumber: 2_001);
        await raid.RescueAsync(DemoPlan.Later, children, [.. raid.Buyers.Skip(known)]);
        clock.GoTo(DemoClock.Local(8, 2, 10));
        await raid.SampleAsync(DemoPlan.Later, children, laboratory);
        clock.GoTo(DemoClock.Local(8, 2, 15));
        await raid.PlaceAsync(DemoPlan.Later, children, DemoPlan.NobodyLate);
        clock.GoTo(DemoClock.Local(8, 2, 20));
    }

    DemoRaid.Child NewChild(string name, Homeward.Genetics.Pedigrees.Sex sex, int index)
    {
        var isInfantRing = index < DemoPlan.A.Children;
        var days = index == 0 ? InfantDays
            : isInfantRing ? 10 + _random.NextBelow(200)
            : 30 + _random.NextBelow(9 * 365);
        var condition = index == 0 ? Condition.Malnourished
            : _random.NextIs(0.8) ? Condition.Good : Condition.Neglected;
        var recorded = sex == Homeward.Genetics.Pedigrees.Sex.Male ? Sex.Male : Sex.Female;
        return new(name, recorded, days, condition);
    }

    /// <summary>The night, the samples of the morning, the homes of the day, and the laboratory three days later.
    /// </summary>
    async Task RunAsync(
        (DemoRaid Raid, DemoAlbum Album) night, DemoPlan.Raid plan, InvestigationId investigation,
        IReadOnlyList<DemoRaid.Child> children)
    {
        var (raid, album) = night;
        clock.GoTo(plan.HHour.AddMinutes(20));
        await raid.DetainAsync(plan.Shares, investigation, plan.Children, plan.Letter == "A" ? 1 : 1_001);
        await raid.RescueAsync(plan.Shares, children, [.. raid.Buyers]);
        clock.GoTo(plan.HHour.AddHours(6));
        await raid.SampleAsync(plan.Shares, children, laboratory);
        await album.PhotographAsync(raid, plan, children);
        clock.GoTo(plan.HHour.AddHours(9));
        await raid.PlaceAsync(plan.Shares, children, plan.Letter == "A" ? DemoPlan.NobodyLate : DemoPlan.LateInB);
        await album.NoteAsync(raid, plan, children);
        clock.GoTo(plan.HHour.AddDays(3).AddHours(6));
        await raid.HandOverAsync(plan.Shares, children, laboratory);
    }

    async Task<InvestigationId> OpenCaseAsync(DemoPlan.Raid raid)
    {
        var police = state.As(state.Police(raid.Shares[0].Region));
        return Demanded(await new CaseStore(police).OpenAsync(
            $"SYNTHETIC case {raid.Letter}", ["TraffickWomenChildren", "BuyTrafficked"], JurisdictionProfile.China,
            cancel)).Investigation.Id;
    }

    async Task<RouteId> FindRoutesAsync()
    {
        var store = new RouteStore(state.As(state.Police("450000")));
        var border = Demanded(await store.AddAsync(
            "SYNTHETIC route across the border", RouteKind.CrossBorder,
            [
                new(1, new("704"), new("450000"), TravelMode.Foot)
                {
                    CrossingPoint = "SYNTHETIC pass", Certainty = LinkCertainty.Confirmed,
                },
                new(2, new("450000"), new("440000"), TravelMode.Bus) { Certainty = LinkCertainty.Confirmed },
            ],
            cancel));
        var inland = Demanded(await store.AddAsync(
            "SYNTHETIC route to the north", RouteKind.CrossRegional,
            [
                new(1, new("350000"), new("360000"), TravelMode.Car) { Certainty = LinkCertainty.Tentative },
                new(2, new("360000"), new("410000"), TravelMode.Train) { Certainty = LinkCertainty.Confirmed },
                new(3, new("410000"), new("130000"), TravelMode.Train) { Certainty = LinkCertainty.Confirmed },
            ],
            cancel));
        foreach (var route in new[] { border.Id, inland.Id })
        {
            Demanded(await store.SourceAsync(route, RouteSource.Statement, "SYNTHETIC S-1", cancel));
            Demanded(await store.SourceAsync(route, RouteSource.Surveillance, "SYNTHETIC W-1", cancel));
        }
        return border.Id;
    }

    /// <summary>Suspects who bought nobody belong to the rings: of each ring the first organises it, the next twenty
    /// are its core.</summary>
    async Task BreakUpAsync(DemoRaid raid, IReadOnlyList<(string Name, RingKind Kind)> rings)
    {
        const int Core = 20;
        var members = raid.Suspects.Where(it => !raid.Buyers.Contains(it)).ToList();
        foreach (var (index, (name, kind)) in rings.Index())
        {
            var store = new RingStore(state.As(state.Commander));
            var ring = Demanded(await store.AddAsync(name, kind, cancel));
            var own = members.Where((_, i) => i % rings.Count == index).ToList();
            Demanded(await store.JoinAsync(
                ring.Id,
                [
                    .. own.Select((it, i) => new MemberDraft(
                        it, i == 0 ? RingRole.Organiser : i <= Core ? RingRole.Core : RingRole.Associate,
                        LinkCertainty.Confirmed)),
                ],
                cancel));
            Demanded(await store.ProposeAsync(ring.Id, raid.Operation, cancel));
            Demanded(await new RingStore(state.As(state.Headquarters)).ApproveAsync(ring.Id, cancel));
        }
    }

    async Task CloseAsync(RouteId route, OperationId operation)
    {
        Demanded(await new RouteStore(state.As(state.Police("450000"))).ProposeAsync(
            route, operation, RouteClosing.CrossingGuarded, new(2012, 1, 15), cancel));
        Demanded(await new RouteStore(state.As(state.Headquarters)).ApproveAsync(route, cancel));
    }
}
