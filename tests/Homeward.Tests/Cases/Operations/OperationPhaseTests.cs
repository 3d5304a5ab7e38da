using CsCheck;
using Homeward.Cases.Operations;
using Homeward.Genetics.Primitives;
using static Homeward.Tests.Cases.Operations.MadeUpOperation;

namespace Homeward.Tests.Cases.Operations;

public sealed class OperationPhaseTests
{
    [Fact]
    public void A_plan_is_planned_until_somebody_else_signs_it()
    {
        Assert.IsType<OperationPhase.Planned>(OperationPhase.Of(Planned(), At(10)));
        Assert.IsType<OperationRefusal.AuthorisedByAuthor>(
            OperationRules.Authorise(Planned(), Number(9), Author, At(10)).Refusal);
        Assert.True(OperationRules.Authorise(Planned(), Number(9), Authoriser, At(10)).IsAllowed);
    }

    [Fact]
    public void Without_a_bed_for_every_expected_child_an_operation_is_not_staged()
    {
        var facts = Planned().With(Authorised(10)).With(Accepted(11)).With(Beds(12, 7));

        var phase = Assert.IsType<OperationPhase.Authorised>(OperationPhase.Of(facts, At(20)));
        Assert.Equal(1, phase.Lacks.BedsLacking);
        Assert.IsType<OperationPhase.Staged>(OperationPhase.Of(facts.With(Beds(13, 1)), At(20)));
    }

    [Fact]
    public void Without_every_participant_an_operation_is_not_staged()
    {
        var facts = Planned().With(Authorised(10)).With(Beds(12, 8));

        var phase = Assert.IsType<OperationPhase.Authorised>(OperationPhase.Of(facts.With(Declined(13)), At(20)));
        Assert.Equal([TakesPart], phase.Lacks.Awaited);
        Assert.IsType<OperationPhase.Staged>(OperationPhase.Of(facts.With(Accepted(14)), At(20)));
    }

    [Fact]
    public void Released_beds_are_not_held()
    {
        var facts = Planned().With(Authorised(10)).With(Accepted(11)).With(Beds(12, 8))
            with
        { Released = [new() { Reservation = Beds(12, 8).Id, Operation = Id, By = Author, At = At(15) }] };

        Assert.IsType<OperationPhase.Staged>(OperationPhase.Of(facts, At(14)));
        Assert.IsType<OperationPhase.Authorised>(OperationPhase.Of(facts, At(15)));
    }

    [Fact]
    public void A_staged_operation_executes_at_H_hour_and_not_before()
    {
        var facts = Planned().With(Authorised(10)).With(Accepted(11)).With(Beds(12, 8));

        Assert.Equal(new OperationPhase.Staged(HHour), OperationPhase.Of(facts, At(99)));
        Assert.Equal(new OperationPhase.Executing(HHour, null), OperationPhase.Of(facts, At(100)));
        var moved = facts.With(Rescheduled(20, 120));
        Assert.Equal(new OperationPhase.Staged(At(120)), OperationPhase.Of(moved, At(110)));
        Assert.Equal(new OperationPhase.Executing(At(120), null), OperationPhase.Of(moved, At(120)));
    }

    [Fact]
    public void Beds_that_ran_out_after_H_hour_do_not_stop_what_has_begun()
    {
        var facts = Planned().With(Authorised(10)).With(Accepted(11)).With(Beds(12, 8, untilHour: 110));

        Assert.Equal(new OperationPhase.Executing(HHour, null), OperationPhase.Of(facts, At(200)));
    }

    [Fact]
    public void An_unready_operation_does_not_start_by_itself_but_what_happens_in_it_is_recorded()
    {
        var facts = Planned().With(Authorised(10));

        Assert.IsType<OperationPhase.Authorised>(OperationPhase.Of(facts, At(101)));
        Assert.False(OperationRules.TakeResult(facts, At(99)).IsAllowed);
        Assert.True(OperationRules.TakeResult(facts, At(101)).IsAllowed);
        var begun = facts with { Results = OperationResults.None with { First = At(101), Rescued = 1 } };
        var phase = Assert.IsType<OperationPhase.Executing>(OperationPhase.Of(begun, At(102)));
        Assert.Equal(8, phase.Lacked!.BedsLacking);
    }

    [Fact]
    public void It_is_secured_when_every_rescued_person_is_in_care_and_everybody_found_has_a_role()
    {
        var facts = Planned().With(Authorised(10)).With(Accepted(11)).With(Beds(12, 8));
        Refused(facts with { Results = new(At(101), 8, 39, Unsettled: 1, Unclassified: 0) });
        Refused(facts with { Results = new(At(101), 8, 39, Unsettled: 0, Unclassified: 1) });
        Assert.True(OperationRules.Secure(facts with { Results = new(At(101), 8, 39, 0, 0) }, Secured(110)).IsAllowed);

        static void Refused(OperationFacts facts) => Assert.IsType<OperationRefusal.PeopleUnaccounted>(
            OperationRules.Secure(facts, Secured(110)).Refusal);
    }

    [Fact]
    public void It_closes_when_every_participant_has_confirmed_its_numbers_and_can_be_reopened()
    {
        var reported = Planned().With(Authorised(10)).With(Accepted(11)).With(Beds(12, 8))
            .With(Secured(110)).With(Reported(120));

        Assert.IsType<OperationRefusal.NumbersUnconfirmed>(OperationRules.Close(reported, Closed(130)).Refusal);
        Assert.True(OperationRules.Answer(reported, Confirmed(125), Agency).IsAllowed);
        var confirmed = reported.With(Confirmed(125));
        Assert.True(OperationRules.Close(confirmed, Closed(130)).IsAllowed);
        var closed = confirmed.With(Closed(130));
        Assert.False(OperationRules.TakeResult(closed, At(131)).IsAllowed);
        Assert.True(OperationRules.TakeResult(closed.With(Reopened(140)), At(141)).IsAllowed);
        Assert.Equal(
            new OperationPhase.Reported(At(120), "1"), OperationPhase.Of(closed.With(Reopened(140)), At(141)));
    }

    [Fact]
    public void Nobody_answers_for_another_agency()
    {
        Assert.IsType<OperationRefusal.NotInvited>(
            OperationRules.Answer(Planned(), Accepted(11), new(Number(12))).Refusal);
        Assert.True(OperationRules.Answer(Planned(), Accepted(11), Agency).IsAllowed);
    }

    [Fact]
    public void An_agency_takes_part_once_for_a_region()
    {
        var again = Planned().Participants[0] with { Id = new(Number(32)), InvitedAt = At(5) };

        Assert.IsType<OperationRefusal.InvitedTwice>(OperationRules.Invite(Planned(), again).Refusal);
        Assert.True(OperationRules.Invite(Planned(), again with { Region = new("450000") }).IsAllowed);
    }

    /// <summary>The arrows of the plan of phases; from and to, by name.</summary>
    static readonly HashSet<(Type From, Type To)> Arrows =
    [
        (typeof(OperationPhase.Planned), typeof(OperationPhase.Authorised)),
        (typeof(OperationPhase.Planned), typeof(OperationPhase.Staged)),
        (typeof(OperationPhase.Planned), typeof(OperationPhase.Executing)),
        (typeof(OperationPhase.Planned), typeof(OperationPhase.Aborted)),
        (typeof(OperationPhase.Authorised), typeof(OperationPhase.Staged)),
        (typeof(OperationPhase.Staged), typeof(OperationPhase.Authorised)),
        (typeof(OperationPhase.Authorised), typeof(OperationPhase.Executing)),
        (typeof(OperationPhase.Staged), typeof(OperationPhase.Executing)),
        (typeof(OperationPhase.Authorised), typeof(OperationPhase.Aborted)),
        (typeof(OperationPhase.Staged), typeof(OperationPhase.Aborted)),
        (typeof(OperationPhase.Executing), typeof(OperationPhase.Secured)),
        (typeof(OperationPhase.Secured), typeof(OperationPhase.Reported)),
        (typeof(OperationPhase.Reported), typeof(OperationPhase.Closed)),
        (typeof(OperationPhase.Closed), typeof(OperationPhase.Reported)),
    ];

    [Fact]
    public void Random_commands_only_ever_move_along_the_arrows_and_the_past_never_changes() =>
        Gen.Int[0, 10].List[5, 80].Sample(commands =>
        {
            var facts = Planned();
            List<(int Hour, OperationPhase Phase)> history = [(1, OperationPhase.Of(facts, At(1)))];
            foreach (var (index, command) in commands.Index())
            {
                var hour = 2 + 3 * index;
                Observe(hour - 1);                                // H-hours of this test strike here
                facts = Apply(facts, command, hour);
                Observe(hour);
            }
            Assert.All(
                history,
                then => Assert.Equal(then.Phase.GetType(), OperationPhase.Of(facts, At(then.Hour)).GetType()));

            void Observe(int hour)
            {
                var (from, to) = (history[^1].Phase.GetType(), OperationPhase.Of(facts, At(hour)).GetType());
                Assert.True(from == to || Arrows.Contains((from, to)), $"{from.Name} became {to.Name}");
                history.Add((hour, OperationPhase.Of(facts, At(hour))));
            }
        });

    static OperationFacts Apply(OperationFacts facts, int command, int hour) => command switch
    {
        0 => OperationRules.Authorise(facts, Number(hour), hour % 2 == 0 ? Author : Authoriser, At(hour)) is
        { IsAllowed: true } it ? facts.With(it.Value) : facts,
        1 => Step(facts, OperationRules.Reschedule(facts, Rescheduled(hour, hour + 20))),
        2 => Answer(facts, Accepted(hour)),
        3 => Answer(facts, Declined(hour)),
        4 => OperationRules.Reserve(facts, Beds(hour, 5)) is { IsAllowed: true } it ? facts.With(it.Value) : facts,
        5 => OperationRules.TakeResult(facts, At(hour)).IsAllowed && facts.Results.First is null
            ? facts with { Results = new(At(hour), 1, 1, 0, 0) } : facts,
        6 => Step(facts, OperationRules.Secure(facts, Secured(hour))),
        7 => Step(facts, OperationRules.Report(facts, Reported(hour))),
        8 => Step(facts, hour % 3 == 0 ? OperationRules.Abort(facts, Aborted(hour))
            : OperationRules.Close(facts, Closed(hour))),
        9 => Answer(facts, Confirmed(hour)),
        _ => Step(facts, OperationRules.Reopen(facts, Reopened(hour))),
    };

    static OperationFacts Step(OperationFacts facts, Outcome<OperationStep> step) =>
        step.IsAllowed ? facts.With(step.Value) : facts;

    static OperationFacts Answer(OperationFacts facts, ParticipantAnswer answer) =>
        OperationRules.Answer(facts, answer, Agency).IsAllowed ? facts.With(answer) : facts;
}
