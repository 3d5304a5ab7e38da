using CsCheck;
using Homeward.Cases.Detentions;
using static Homeward.Tests.Cases.Operations.MadeUpOperation;

namespace Homeward.Tests.Cases.Detentions;

public sealed class DetentionRulesTests
{
    [Fact]
    public void The_first_measure_that_takes_liberty_in_an_operation_is_the_one_that_counts()
    {
        var chain = DetentionChain.Of(
            [Row(1, 12, Measure.Arrest), Row(2, 10, Measure.Summoned), Row(3, 11, Measure.CriminalDetention)]);

        Assert.Equal(new DetentionId(Number(3)), chain.FirstIn(Id)!.Id);
        Assert.Null(chain.FirstIn(new(Number(22))));
    }

    [Fact]
    public void A_measure_lasts_until_the_next_one()
    {
        var chain = DetentionChain.Of(
            [Row(1, 10, Measure.CriminalDetention), Row(2, 20, Measure.Bail), Row(3, 30, Measure.Arrest)]);

        Assert.Equal(
            [false, true, true, false, true], new[] { 9, 10, 19, 25, 99 }.Select(it => chain.IsDetainedAt(At(it))));
    }

    [Fact]
    public void A_correction_takes_the_place_of_what_was_wrong_and_of_nothing_else()
    {
        Detention[] rows = [Row(1, 10, Measure.CriminalDetention)];
        var right = Row(2, 10, Measure.Summoned) with { Corrects = rows[0].Id };

        Assert.IsType<DetentionRefusal.Overlaps>(DetentionRules.Record(rows, Row(2, 10, Measure.Arrest)).Refusal);
        Assert.True(DetentionRules.Record(rows, right).IsAllowed);
        Assert.Null(DetentionChain.Of([.. rows, right]).FirstIn(Id));
        Assert.IsType<DetentionRefusal.CorrectedAlready>(
            DetentionRules.Record([.. rows, right], right with { Id = new(Number(3)) }).Refusal);
    }

    [Fact]
    public void Nobody_is_released_from_nothing_or_detained_in_the_future()
    {
        Assert.IsType<DetentionRefusal.NothingToEnd>(DetentionRules.Record([], Row(1, 10, Measure.Released)).Refusal);
        Assert.IsType<DetentionRefusal.InTheFuture>(DetentionRules.Record([], Row(1, 1001, Measure.Arrest)).Refusal);
    }

    [Fact]
    public void Whatever_is_recorded_in_whatever_order_no_two_measures_hold_at_once() =>
        Gen.Select(Gen.Int[0, 12], Gen.Enum<Measure>(), Gen.Int[0, 20]).List[1, 40].Sample(commands =>
        {
            List<Detention> rows = [];
            foreach (var (index, (hour, measure, corrected)) in commands.Index())
            {
                var row = Row(index, hour, measure);
                if (corrected < rows.Count) row = row with { Corrects = rows[corrected].Id };
                if (DetentionRules.Record(rows, row).IsAllowed) rows.Add(row);
            }
            var current = DetentionChain.Of(rows).Measures;
            Assert.Equal(current.Count, current.DistinctBy(it => it.Since).Count());
            Assert.Equal(rows.Count, current.Count + rows.Count(it => it.Corrects is not null));
        });

    static Detention Row(int number, int hour, Measure measure) => new()
    {
        Id = new(Number(number)),
        Person = new(Number(101)),
        Measure = measure,
        Since = At(hour),
        Authority = Agency,
        During = Id,
        By = User(1),
        At = At(1000),
    };
}
