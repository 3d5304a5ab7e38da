using CsCheck;
using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;
using Homeward.Server.Features.Operations;

namespace Homeward.Tests.Server.Operations;

public sealed class NightChartTests
{
    static readonly Instant HHour = new(1_311_105_600_000_000);  // 20 July 2011, 04:00 in China
    static readonly RegionCode Fujian = new("350000");
    static readonly RegionCode Hebei = new("130000");

    [Fact]
    public void Without_results_there_is_no_chart() => Assert.Null(NightChart.Of([], HHour));

    [Fact]
    public void A_night_is_drawn_in_steps_of_five_minutes_from_H_hour()
    {
        var chart = NightChart.Of(
            [
                new(ResultKind.Detained, After(20), Fujian, 60), new(ResultKind.Detained, After(24), Hebei, 55),
                new(ResultKind.Rescued, After(94), Hebei, 13),
            ],
            HHour)!;

        Assert.Equal(TimeSpan.FromMinutes(5), chart.Step);
        Assert.Equal(19, chart.Buckets.Count);
        Assert.Equal(After(20), chart.Buckets[4].From);
        Assert.Equal((115, 0), (chart.Buckets[4].Detained, chart.Buckets[4].Rescued));
        Assert.Equal([Fujian, Hebei], chart.Buckets[4].Places);
        Assert.Equal((0, 13), (chart.Buckets[18].Detained, chart.Buckets[18].Rescued));
        Assert.Equal(115, chart.Highest);
        Assert.Equal(After(95), chart.End);
    }

    [Fact]
    public void Nothing_is_lost_however_far_results_lie_apart() =>
        Gen.Select(Gen.Long[0, 5_000_000_000_000_000], Gen.Int[0, 1], Gen.Int[1, 99]).Array[1, 40]
            .Select(all => all.Select(it => new OperationEvent(
                (ResultKind)it.Item2, new(HHour.Microseconds - 1_000_000_000 + it.Item1 / 1000 * (it.Item3 % 7)),
                Fujian, it.Item3)).ToList())
            .Sample(events =>
            {
                var chart = NightChart.Of(events, HHour)!;
                Assert.InRange(chart.Buckets.Count, 1, 48);
                Assert.Equal(Sum(events, ResultKind.Detained), chart.Buckets.Sum(it => it.Detained));
                Assert.Equal(Sum(events, ResultKind.Rescued), chart.Buckets.Sum(it => it.Rescued));
            });

    [Fact]
    public void A_province_that_sent_nobody_and_one_without_results_both_have_their_row()
    {
        var facts = new OperationFacts
        {
            Operation = new()
            {
                Id = default,
                Code = "SYNTHETIC",
                Kind = OperationKind.Joint,
                Lead = default,
                HHour = HHour,
                ExpectedChildren = 0,
                Author = default,
                PlannedAt = HHour,
            },
            Participants = [Sends(Fujian, 300), Sends(Fujian, 200)],
        };

        Assert.Equal(
            [new ProvinceShare(Hebei, 0, 3, 0), new ProvinceShare(Fujian, 500, 0, 0)],
            ProvinceShare.Of(
                facts, [new(ResultKind.Rescued, HHour, Hebei, 1), new(ResultKind.Rescued, HHour, Hebei, 2)]));
    }

    static Participant Sends(RegionCode region, int forces) => new()
    {
        Id = default,
        Operation = default,
        Agency = default,
        Region = region,
        Role = ParticipantRole.Support,
        Forces = forces,
        InvitedBy = default,
        InvitedAt = HHour,
    };

    static Instant After(int minutes) => HHour + TimeSpan.FromMinutes(minutes);

    static int Sum(IEnumerable<OperationEvent> events, ResultKind kind) =>
        events.Where(it => it.Kind == kind).Sum(it => it.Count);
}
