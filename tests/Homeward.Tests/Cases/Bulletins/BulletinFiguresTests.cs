using Homeward.Cases.Agencies;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Investigations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Bulletins;

public sealed class BulletinFiguresTests
{
    [Fact]
    public void The_totals_of_2011_are_said_as_they_were_published()
    {
        var known = July2011.Before(children: 14_600 - 89).Concat(July2011.Known());

        var figures = Count(known);

        Assert.Equal(39_025, figures.National.Of(Metric.CasesSolved));
        Assert.Equal(4_885, figures.National.Of(Metric.RingsBrokenUp));
        Assert.Equal(new AgeClassCounts(14_600, 24_800, 0, 0), figures.National.Persons["CN-criminal"]);
        var page = BulletinPage.Of(
            figures, JurisdictionProfile.China, BulletinWords.English, "0", isDemonstration: false);
        Assert.Contains(
            "Since 1 April 2009, over 39,000 cases have been solved, 4,885 rings broken up, and 14,600 children and "
            + "24,800 women rescued.", page, StringComparison.Ordinal);
        Assert.Contains("<td>39,025</td>", page, StringComparison.Ordinal);
        var later = Count(known.Concat(July2011.Later()));
        Assert.Equal(14_614, later.National.Persons["CN-criminal"].Children);
    }

    [Fact]
    public void Merging_three_cases_into_one_takes_two_from_the_next_count_and_none_from_the_last()
    {
        var keys = Enumerable.Range(1, 3).Select(it => CountKey.Of(new InvestigationId(new(it, 0, 0, new byte[8]))));
        var solved = new Counted { OccurredOn = new(2011, 7, 20), Lead = new("130000") };
        var first = keys.SelectMany(it => new Tally(it, solved, CountReason.Recorded).Lines(null, default)).ToList();
        var merged = first.Skip(1)
            .SelectMany(it => new Tally(it.Key, null, CountReason.Merged).Lines(it, default)).ToList();

        Assert.Equal(3, Count([.. first]).National.Of(Metric.CasesSolved));
        Assert.Equal(1, Count([.. first, .. merged]).National.Of(Metric.CasesSolved));
    }

    [Fact]
    public void A_jurisdiction_whose_only_part_is_taken_back_does_not_take_part()
    {
        var parts = July2011.Known().Where(it => it.Key.Metric == Metric.Participations).ToList();
        var hebei = parts.Single(it => it.Should!.Lead.Value == "130000");
        var line = hebei.Lines(null, default).Single();

        var figures = Count(
            [
                .. parts.SelectMany(it => it.Lines(null, default)),
                .. (hebei with { Should = null }).Lines(line, default),
            ]);

        Assert.Equal(13, figures.Together.Jurisdictions.Count);
        Assert.Equal(2_614 - 196 + 470 + 12, figures.Together.Officers);
    }

    static BulletinFigures Count(IEnumerable<Tally> tallies) =>
        Count((CountEntry[])[.. tallies.SelectMany(it => it.Lines(null, default))]);

    static BulletinFigures Count(CountEntry[] lines) => BulletinFigures.Of(
        July2011.Plan("2011-07-27", 27),
        new(
            new(lines.Length),
            [.. lines.Select(it => new LedgerLine
            {
                Metric = it.Metric,
                Lead = it.Lead,
                Operation = it.Operation,
                OccurredOn = it.OccurredOn,
                Sex = it.Sex ?? Sex.Unknown,
                Birth = new DayInterval(it.BornEarliest, it.BornLatest),
                Count = it.Delta,
                Strength = it.Delta * (it.Strength ?? 0),
            })],
            new Dictionary<RegionCode, RegionCode> { [new("VN")] = new("VN") }),
        JurisdictionProfile.China);
}
