using CsCheck;
using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Cases.Rings;
using Homeward.Genetics.Primitives;
using static Homeward.Tests.Cases.Operations.MadeUpOperation;

namespace Homeward.Tests.Cases.Rings;

public sealed class RingRulesTests
{
    static readonly RingId Ring = new(Number(51));

    [Theory]
    [InlineData(4, 2, false)]                                    // 1 organiser + 4: 3 of 5 are 60 %, 2 are not
    [InlineData(4, 3, true)]
    [InlineData(9, 5, false)]                                    // 5 of 10
    [InlineData(9, 6, true)]
    [InlineData(0, 1, true)]                                     // an organiser who has nobody else
    public void A_ring_is_broken_up_when_the_organiser_and_sixty_percent_of_its_core_are_detained(
        int others, int detained, bool isMet)
    {
        var facts = Facts(others, Enumerable.Range(0, detained));

        Assert.Equal(isMet, Approved(facts).IsAllowed);
    }

    [Fact]
    public void A_ring_whose_organiser_is_free_is_not_broken_up() =>
        Assert.IsType<RingRefusal.CriteriaNotMet>(
            Approved(Facts(4, [1, 2, 3, 4])).Refusal);

    [Fact]
    public void A_ring_whose_organiser_is_not_known_is_not_broken_up()
    {
        var facts = Facts(4, [0, 1, 2, 3, 4]);
        var guessed = facts with
        {
            Memberships =
            [
                facts.Memberships[0] with { Certainty = LinkCertainty.Unconfirmed }, .. facts.Memberships.Skip(1),
            ],
        };

        Assert.IsType<RingRefusal.CriteriaNotMet>(Approved(guessed).Refusal);
    }

    [Fact]
    public void Associates_and_guesses_do_not_count_as_core()
    {
        var facts = Facts(2, [0, 1]);
        var crowded = facts with
        {
            Memberships =
            [
                .. facts.Memberships,
                .. Enumerable.Range(10, 20).Select(it => Member(it) with { Role = RingRole.Associate }),
                .. Enumerable.Range(40, 20).Select(it => Member(it) with { Certainty = LinkCertainty.Unconfirmed }),
            ],
        };

        Assert.Equal(new BreakUpCriteria(1, 1, 3, 2), crowded.CriteriaAt(At(10)));
    }

    [Fact]
    public void The_author_cannot_approve_and_the_figures_are_kept()
    {
        Assert.IsType<RingRefusal.ApprovedByAuthor>(
            Approved(Facts(4, [0, 1, 2]), by: User(1)).Refusal);
        var step = Assert.IsType<RingStep.BrokenUp>(
            Approved(Facts(4, [0, 1, 2])).Value);
        Assert.Equal((1, 1, 5, 3), (step.Organisers, step.OrganisersDetained, step.Core, step.CoreDetained));
    }

    [Fact]
    public void A_later_row_about_a_member_takes_the_place_of_the_earlier_one()
    {
        var facts = Facts(1, [0]);
        var promoted = facts with
        {
            Memberships = [.. facts.Memberships, Member(1) with { Role = RingRole.Organiser, At = At(5) }],
        };

        Assert.True(facts.CriteriaAt(At(10)) == new BreakUpCriteria(1, 1, 2, 1));
        Assert.Equal(new BreakUpCriteria(1, 1, 2, 1), promoted.CriteriaAt(At(4)));
        Assert.Equal(new BreakUpCriteria(2, 1, 2, 1), promoted.CriteriaAt(At(5)));
    }

    [Fact]
    public void A_ring_that_was_broken_up_may_resurface_and_be_broken_up_again()
    {
        var facts = Facts(4, [0, 1, 2]).With(Proposed(9));
        var broken = facts.With(RingRules.Approve(facts, Number(10), User(2), At(10)).Value!);

        Assert.IsType<RingState.Known>(RingState.Of(facts, At(9)));
        Assert.IsType<RingState.BrokenUp>(RingState.Of(broken, At(10)));
        Assert.IsType<RingRefusal.WrongState>(RingRules.Approve(broken, Number(20), User(2), At(20)).Refusal);
        Assert.IsType<RingRefusal.WrongState>(RingRules.Propose(broken, Proposed(20)).Refusal);
        Assert.IsType<RingRefusal.WrongState>(RingRules.Resurface(facts, Resurfaced(30)).Refusal);
        var again = broken.With(RingRules.Resurface(broken, Resurfaced(30)).Value!);
        Assert.IsType<RingState.Resurfaced>(RingState.Of(again, At(31)));
        // The old proposal is spent; a new one is needed.
        Assert.IsType<RingRefusal.NothingProposed>(RingRules.Approve(again, Number(40), User(2), At(40)).Refusal);
        Assert.True(RingRules.Approve(again.With(Proposed(41)), Number(42), User(2), At(42)).IsAllowed);
    }

    [Fact]
    public void Merges_never_run_in_a_circle() =>
        Gen.Int[0, 4].Select(Gen.Int[0, 4]).List[1, 30].Sample(pairs =>
        {
            var rings = Enumerable.Range(0, 5).Select(it => Named(60 + it)).ToList();
            foreach (var (hour, (from, into)) in pairs.Index())
            {
                RingStep.Merged step = new()
                {
                    Id = Number(hour),
                    Ring = rings[from].Ring.Id,
                    Into = rings[into].Ring.Id,
                    By = User(1),
                    At = At(hour),
                };
                if (RingRules.Merge(rings[from], rings[into], step) is { IsAllowed: true } merged)
                    rings[from] = rings[from].With(merged.Value);
            }
            foreach (var ring in rings)
            {
                var steps = 0;
                for (var at = ring; RingState.Of(at, At(100)) is RingState.Merged merged;)
                {
                    at = rings.Single(it => it.Ring.Id == merged.Into);
                    Assert.True(++steps < rings.Count);
                }
            }
        });

    static RingFacts Named(int number) => new()
    {
        Ring = new()
        {
            Id = new(Number(number)),
            CodeName = "SYNTHETIC ring",
            Kind = RingKind.CrossRegional,
            By = User(1),
            At = At(0),
        },
    };

    /// <summary>Member 0 organises; the others are core.</summary>
    static RingFacts Facts(int others, IEnumerable<int> detained) => Named(51) with
    {
        Memberships =
        [
            Member(0) with { Role = RingRole.Organiser },
            .. Enumerable.Range(1, others).Select(Member),
        ],
        Detained = detained.Select(it => new PersonId(Number(100 + it))).ToHashSet(),
    };

    static RingMembership Member(int number) => new()
    {
        Id = Number(1000 + number),
        Ring = Ring,
        Person = new(Number(100 + number)),
        Role = RingRole.Core,
        Certainty = LinkCertainty.Confirmed,
        By = User(1),
        At = At(1),
    };

    static Outcome<RingStep> Approved(RingFacts facts, UserId? by = null) =>
        RingRules.Approve(facts.With(Proposed(9)), Number(10), by ?? User(2), At(10));

    static RingStep.Proposed Proposed(int hour) =>
        new() { Id = Number(hour), Ring = Ring, By = User(1), At = At(hour), During = null };

    static RingStep.Resurfaced Resurfaced(int hour) =>
        new() { Id = Number(hour), Ring = Ring, By = User(1), At = At(hour), Basis = "seen again" };
}

static class RingFactsWith
{
    public static RingFacts With(this RingFacts facts, RingStep step) =>
        facts with { Steps = [.. facts.Steps, step] };
}
