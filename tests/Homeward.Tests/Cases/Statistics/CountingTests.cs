using CsCheck;
using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rings;
using Homeward.Cases.Routes;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Statistics;

public sealed class CountingTests
{
    static readonly RegionCode Hebei = new("130000");
    static readonly Zone China = Zone.Named("+08:00")!;
    static readonly UserId Officer = new(Id(900));
    static readonly OperationId OperationB = new(Id(800));

    [Fact]
    public void A_child_rescued_twice_is_one_person_and_two_rescues()
    {
        var ledger = new MadeUpLedger();

        ledger.Book(Counting.Of(Child(1, Rescue(11, 20)), CountReason.Recorded));
        ledger.Book(Counting.Of(Child(1, Rescue(11, 20), Rescue(12, 25)), CountReason.Recorded));

        Assert.Equal(1, ledger.Value(Metric.PersonsRescued));
        Assert.Equal(2, ledger.Value(Metric.Rescues));
        Assert.Equal(3, ledger.Lines.Count);
    }

    [Fact]
    public void A_person_counts_on_the_day_of_the_first_rescue_also_when_it_is_learned_of_later()
    {
        var ledger = new MadeUpLedger();

        ledger.Book(Counting.Of(Child(1, Rescue(12, 25)), CountReason.Recorded));
        ledger.Book(Counting.Of(Child(1, Rescue(11, 20), Rescue(12, 25)), CountReason.Recorded));

        Assert.Equal(new DateOnly(2011, 7, 20), ledger.Standing(CountKey.OfPerson(new(Id(1))))!.OccurredOn);
        Assert.Equal(1, ledger.Value(Metric.PersonsRescued));
    }

    [Fact]
    public void Merging_two_identities_takes_one_away_and_the_reversal_brings_it_back()
    {
        var ledger = new MadeUpLedger();
        ledger.Book(Counting.Of(Child(1, Rescue(11, 20)), CountReason.Recorded));
        ledger.Book(Counting.Of(Child(2, Rescue(12, 21)), CountReason.Recorded));

        ledger.Book(Counting.Of(
            Child(1, Rescue(11, 20), Rescue(12, 21)) with { Merged = [new(Id(2))] }, CountReason.Merged));

        Assert.Equal(1, ledger.Value(Metric.PersonsRescued));
        Assert.Equal(2, ledger.Value(Metric.Rescues));
        Assert.Equal(CountReason.Merged, ledger.Lines[^1].Reason);
        ledger.Book(Counting.Of(Child(2, Rescue(12, 21)), CountReason.Unmerged));
        ledger.Book(Counting.Of(Child(1, Rescue(11, 20)), CountReason.Unmerged));
        Assert.Equal(2, ledger.Value(Metric.PersonsRescued));
        Assert.Equal(3, ledger.Lines[^1].Ordinal);
    }

    [Fact]
    public void A_corrected_birth_date_moves_the_count_from_one_dimension_to_the_other()
    {
        var ledger = new MadeUpLedger();
        ledger.Book(Counting.Of(Child(1, Rescue(11, 20)), CountReason.Recorded));

        var older = Child(1, Rescue(11, 20)) with { Birth = DayInterval.On(new(1996, 3, 1)) };
        ledger.Book(Counting.Of(older, CountReason.Corrected));

        Assert.Equal(1, ledger.Value(Metric.PersonsRescued));
        Assert.Equal([1, -1, 1], ledger.Of(Metric.PersonsRescued).Select(it => it.Delta));
        Assert.Equal(ledger.Of(Metric.PersonsRescued)[0].What, ledger.Of(Metric.PersonsRescued)[1].What);
    }

    [Fact]
    public void A_withdrawn_rescue_leaves_neither_person_nor_rescue()
    {
        var ledger = new MadeUpLedger();
        ledger.Book(Counting.Of(Child(1, Rescue(11, 20)), CountReason.Recorded));

        ledger.Book([Counting.WithdrawnRescue(Id(11))]);
        ledger.Book(Counting.Of(Child(1), CountReason.Withdrawn));

        Assert.Equal(0, ledger.Value(Metric.PersonsRescued));
        Assert.Equal(0, ledger.Value(Metric.Rescues));
    }

    [Fact]
    public void A_suspect_counts_once_in_an_operation_whatever_the_measures()
    {
        var ledger = new MadeUpLedger();
        var inB = new DetentionFact(new(Id(1)), new(2011, 7, 20), Hebei, OperationB);
        var again = inB with { Since = new(2011, 8, 3) };
        var outside = inB with { Since = new(2011, 9, 1), During = null };
        var sameYear = outside with { Since = new(2011, 12, 1) };

        ledger.Book(Counting.Of(Suspect(1, inB, again, outside, sameYear), CountReason.Recorded));

        Assert.Equal(2, ledger.Value(Metric.SuspectsDetained));
        Assert.Equal(
            [new DateOnly(2011, 7, 20), new DateOnly(2011, 9, 1)],
            ledger.Of(Metric.SuspectsDetained).Select(it => it.OccurredOn));
    }

    [Fact]
    public void Two_suspects_who_are_one_count_once_in_an_operation()
    {
        var ledger = new MadeUpLedger();
        var first = new DetentionFact(new(Id(1)), new(2011, 7, 20), Hebei, OperationB);
        var second = first with { Recorded = new(Id(2)) };
        ledger.Book(Counting.Of(Suspect(1, first), CountReason.Recorded));
        ledger.Book(Counting.Of(Suspect(2, second), CountReason.Recorded));
        Assert.Equal(2, ledger.Value(Metric.SuspectsDetained));

        ledger.Book(Counting.Of(Suspect(1, first, second), CountReason.Merged));

        Assert.Equal(1, ledger.Value(Metric.SuspectsDetained));
    }

    [Fact]
    public void Merging_three_solved_investigations_into_one_takes_two_away()
    {
        var ledger = new MadeUpLedger();
        var three = new[] { 1, 2, 3 }.Select(it => Investigation(it, Solved(it, 22))).ToArray();
        foreach (var it in three) ledger.Book([Counting.Of(it, null, Place(23))]);
        Assert.Equal(3, ledger.Value(Metric.CasesSolved));

        foreach (var it in three[1..])
            ledger.Book([Counting.Of(With(it, MergedInto(it, three[0], 24)), null, Place(25))]);

        Assert.Equal(1, ledger.Value(Metric.CasesSolved));
        Assert.All(ledger.Lines.Where(it => it.Delta < 0), it => Assert.Equal(CountReason.Merged, it.Reason));
    }

    [Fact]
    public void A_case_that_is_opened_again_counts_when_it_is_solved_again()
    {
        var ledger = new MadeUpLedger();
        var solved = Investigation(1, Solved(1, 20));
        ledger.Book([Counting.Of(solved, null, Place(20))]);

        var reopened = With(solved, new InvestigationStep.Reopened
        {
            Id = Id(70),
            Investigation = solved.Investigation.Id,
            By = Officer,
            At = Day(21),
            Reason = "SYNTHETIC",
        });
        ledger.Book([Counting.Of(reopened, null, Place(21))]);
        Assert.Equal(0, ledger.Value(Metric.CasesSolved));
        Assert.Equal(CountReason.Reopened, ledger.Lines[^1].Reason);
        ledger.Book([Counting.Of(With(reopened, Solved(1, 26)), null, Place(26))]);

        Assert.Equal(new DateOnly(2011, 7, 26), ledger.Standing(CountKey.Of(solved.Investigation.Id))!.OccurredOn);
    }

    [Fact]
    public void A_route_counts_while_it_is_closed()
    {
        var ledger = new MadeUpLedger();
        var route = new Route
        {
            Id = new(Id(5)),
            Name = "SYNTHETIC",
            Kind = RouteKind.CrossBorder,
            By = Officer,
            At = Day(1),
        };
        var facts = new RouteFacts { Route = route, Steps = [Proposed(route), Closed(route, 15)] };

        ledger.Book([Counting.Of(facts, Place(16))]);
        Assert.Equal(RouteKind.CrossBorder, ledger.Standing(CountKey.Of(route.Id))!.Route);
        var inUse = facts with
        {
            Steps = [.. facts.Steps, new RouteStep.Reactivated
            {
                Id = Id(71), Route = route.Id, By = Officer, At = Day(20), Basis = "SYNTHETIC",
            }],
        };
        ledger.Book([Counting.Of(inUse, Place(21))]);
        Assert.Equal(0, ledger.Value(Metric.RoutesClosed));
        ledger.Book([Counting.Of(inUse with { Steps = [.. inUse.Steps, Closed(route, 24)] }, Place(25))]);

        Assert.Equal(1, ledger.Value(Metric.RoutesClosed));
    }

    [Fact]
    public void A_ring_counts_once_it_was_broken_up_and_no_more_when_it_is_part_of_another()
    {
        var ledger = new MadeUpLedger();
        var ring = new Ring
        {
            Id = new(Id(6)),
            CodeName = "SYNTHETIC",
            Kind = RingKind.Regional,
            By = Officer,
            At = Day(1),
        };
        var facts = new RingFacts { Ring = ring, Steps = [BrokenUp(ring, 20)] };
        ledger.Book([Counting.Of(facts, Place(20))]);
        facts = facts with
        {
            Steps = [.. facts.Steps, new RingStep.Resurfaced
            {
                Id = Id(72), Ring = ring.Id, By = Officer, At = Day(21), Basis = "SYNTHETIC",
            }],
        };
        ledger.Book([Counting.Of(facts, Place(21))]);
        Assert.Equal(1, ledger.Value(Metric.RingsBrokenUp));

        facts = facts with
        {
            Steps = [.. facts.Steps, new RingStep.Merged
            {
                Id = Id(73), Ring = ring.Id, By = Officer, At = Day(22), Into = new(Id(7)),
            }],
        };
        ledger.Book([Counting.Of(facts, Place(22))]);

        Assert.Equal(0, ledger.Value(Metric.RingsBrokenUp));
    }

    /// <summary>Whatever the facts go through, the ledger says what they last were, and counting them again says
    /// nothing more.</summary>
    [Fact]
    public void The_ledger_follows_the_facts() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Bool).List[0, 40].Sample(steps =>
        {
            var ledger = new MadeUpLedger();
            var facts = new Dictionary<CountKey, Counted?>();
            foreach (var (subject, day, stands) in steps)
            {
                var what = stands ? new Counted { OccurredOn = new(2011, 7, 1 + day), Lead = Hebei } : null;
                var tally = new Tally(CountKey.OfRescue(Id(subject)), what, CountReason.Corrected);
                facts[tally.Key] = what;
                ledger.Book([tally]);
                var length = ledger.Lines.Count;
                ledger.Book([tally]);
                Assert.Equal(length, ledger.Lines.Count);
            }
            foreach (var (key, what) in facts) Assert.Equal(what, ledger.Standing(key));
            Assert.Equal(facts.Values.Count(it => it is not null), ledger.Value(Metric.Rescues));
        });

    static Guid Id(int number) => new(number, 0, 0, new byte[8]);
    static Instant Day(int day) => Instant.Of(new(2011, 7, day, 12, 0, 0, TimeSpan.FromHours(8)));
    static CountingPlace Place(int day) => new(Hebei, China, Day(day));
    static RescueFact Rescue(int number, int day) => new(Id(number), new(2011, 7, day), Hebei, OperationB);

    static RescuedIdentity Child(int number, params RescueFact[] rescues) => new()
    {
        Root = new(Id(number)),
        Sex = Sex.Female,
        Birth = DayInterval.On(new(2011, 3, 20)),
        Rescues = rescues,
    };

    static DetainedIdentity Suspect(int number, params DetentionFact[] detentions) =>
        new() { Root = new(Id(number)), Sex = Sex.Male, Detentions = detentions };

    static InvestigationFacts Investigation(int number, params InvestigationStep[] steps) => new()
    {
        Investigation = new()
        {
            Id = new(Id(number)),
            Number = "SYNTHETIC " + number,
            Lead = new(Id(901)),
            By = Officer,
            At = Day(1),
        },
        Offences = [new() { Investigation = new(Id(number)), Code = "TraffickWomenChildren" }],
        Steps = steps,
    };

    static InvestigationFacts With(InvestigationFacts facts, InvestigationStep step) =>
        facts with { Steps = [.. facts.Steps, step] };

    static InvestigationStep.Solved Solved(int number, int day) =>
        new() { Id = Id(60 + day), Investigation = new(Id(number)), By = Officer, At = Day(day) };

    static InvestigationStep.Merged MergedInto(InvestigationFacts facts, InvestigationFacts root, int day) => new()
    {
        Id = Id(50),
        Investigation = facts.Investigation.Id,
        Into = root.Investigation.Id,
        By = Officer,
        At = Day(day),
    };

    static RouteStep.Closed Closed(Route route, int day) => new()
    {
        Id = Id(40 + day),
        Route = route.Id,
        By = Officer,
        At = Day(day),
        Proposal = Id(80),
        During = OperationB,
    };

    static RouteStep.Proposed Proposed(Route route) => new()
    {
        Id = Id(80),
        Route = route.Id,
        By = new(Id(902)),
        At = Day(1),
        During = OperationB,
        How = RouteClosing.CrossingGuarded,
        ReviewOn = new(2012, 1, 1),
    };

    static RingStep.BrokenUp BrokenUp(Ring ring, int day) => new()
    {
        Id = Id(30),
        Ring = ring.Id,
        By = Officer,
        At = Day(day),
        Proposal = Id(80),
        During = OperationB,
        Organisers = 1,
        OrganisersDetained = 1,
        Core = 3,
        CoreDetained = 3,
    };
}
