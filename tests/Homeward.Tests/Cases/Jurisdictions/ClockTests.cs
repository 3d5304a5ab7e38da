using CsCheck;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Jurisdictions;

public sealed class ClockTests
{
    static readonly JurisdictionProfile China = JurisdictionProfile.China;
    static readonly PersonId Child = new(new("00000000-0000-7000-8000-000000000001"));
    static readonly Guid Fact = new("00000000-0000-7000-8000-000000000002");

    [Fact]
    public void Hours_run_from_the_instant()
    {
        var rescue = At("2011-07-20T23:40:00+08:00");

        var clocks = Started(ClockStart.Rescue, rescue);

        Assert.Equal([ClockKind.Placement, ClockKind.Sample], clocks.Select(it => it.Kind));
        Assert.Equal(At("2011-07-21T23:40:00+08:00"), clocks[0].Due);
        Assert.Equal(At("2011-07-22T23:40:00+08:00"), clocks[1].Due);
    }

    [Fact]
    public void Months_end_with_the_last_day_in_the_zone()
    {
        var delivered = At("2016-01-31T00:30:00+08:00");             // still 30 January in UTC

        var clocks = Started(ClockStart.Delivery, delivered).ToDictionary(it => it.Kind);

        Assert.Equal(At("2016-03-01T00:00:00+08:00"), clocks[ClockKind.ProvisionalCertificate].Due); // 29 February
        Assert.Equal(At("2017-02-01T00:00:00+08:00"), clocks[ClockKind.FinalCertificate].Due);
    }

    [Fact]
    public void A_notice_stands_30_days_and_the_transfer_takes_7()
    {
        var published = Started(ClockStart.NoticePublished, At("2015-09-01T10:00:00+08:00")).Single();
        var ended = Started(ClockStart.NoticeEnded, At("2015-10-02T00:00:00+08:00")).Single();

        Assert.Equal(At("2015-10-02T00:00:00+08:00"), published.Due);   // 1 October is the 30th day after 1 September
        Assert.Equal(At("2015-10-10T00:00:00+08:00"), ended.Due);
    }

    [Fact]
    public void The_joint_notice_holds_from_its_date()
    {
        Assert.Empty(Started(ClockStart.Delivery, At("2015-08-19T23:59:59+08:00")));
        Assert.Equal(2, Started(ClockStart.Delivery, At("2015-08-20T00:00:00+08:00")).Count);
        var before = Started(ClockStart.Rescue, At("2015-08-19T12:00:00+08:00"))[0];
        var after = Started(ClockStart.Rescue, At("2015-08-20T12:00:00+08:00"))[0];
        Assert.DoesNotContain("[2015] 159", before.Basis, StringComparison.Ordinal);
        Assert.Contains("[2015] 159", after.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_profile_has_other_clocks() =>
        Assert.Equal(
            ["Placement 48", "Sample 72"],
            Started(ClockStart.Rescue, At("2020-01-01T00:00:00+00:00"), JurisdictionProfile.International)
                .Select(it => $"{it.Kind} {(it.Due - it.Started).TotalHours}"));

    [Fact]
    public void Overdue_is_computed()
    {
        var clock = Started(ClockStart.Rescue, At("2011-07-20T06:00:00+08:00"))[0];

        Assert.IsType<ClockState.Running>(ClockState.Of(clock, [], clock.Due));
        Assert.IsType<ClockState.Overdue>(ClockState.Of(clock, [], clock.Due + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_suspension_stops_the_time_and_being_late_is_kept()
    {
        var clock = Started(ClockStart.Rescue, At("2011-07-20T06:00:00+08:00"))[0];    // 24 hours
        Instant Hour(int hours) => clock.Started + TimeSpan.FromHours(hours);
        var book = new ClockBook(clock, []);
        book = With(book, book.Suspend("SYNTHETIC order 7", Hour(20), Hour(20)).Value);
        book = With(book, book.Resume(Hour(50), Hour(50)).Value);

        var suspended = ClockState.Of(clock, book.Events, Hour(49));
        Assert.Equal(new ClockState.Suspended(Hour(20), TimeSpan.FromHours(4)), suspended);
        Assert.Equal(new ClockState.Running(Hour(54)), ClockState.Of(clock, book.Events, Hour(54)));
        Assert.Equal(new ClockState.Overdue(Hour(54)), ClockState.Of(clock, book.Events, Hour(55)));
        var late = With(book, book.Satisfy(Fact, Hour(56), Hour(60)).Value);
        Assert.Equal(new ClockState.Satisfied(Hour(56), WasLate: true), ClockState.Of(clock, late.Events, Hour(99)));
        var inTime = With(book, book.Satisfy(Fact, Hour(53), Hour(60)).Value);
        Assert.Equal(new ClockState.Satisfied(Hour(53), WasLate: false), ClockState.Of(clock, inTime.Events, Hour(99)));
    }

    [Fact]
    public void Nothing_is_dated_back_and_what_is_done_stays_done()
    {
        var clock = Started(ClockStart.Rescue, At("2011-07-20T06:00:00+08:00"))[0];
        Instant Hour(int hours) => clock.Started + TimeSpan.FromHours(hours);
        var book = new ClockBook(clock, []);

        Assert.IsType<ClockRefused.DatedBack>(book.Satisfy(Fact, Hour(-1), Hour(9)).Refusal);
        Assert.IsType<ClockRefused.NotYet>(book.Satisfy(Fact, Hour(10), Hour(9)).Refusal);
        Assert.IsType<ClockRefused.NotSuspended>(book.Resume(Hour(1), Hour(9)).Refusal);
        book = With(book, book.Suspend("SYNTHETIC order 8", Hour(5), Hour(5)).Value);
        Assert.IsType<ClockRefused.AlreadySuspended>(book.Suspend("SYNTHETIC order 9", Hour(6), Hour(6)).Refusal);
        Assert.IsType<ClockRefused.DatedBack>(book.Resume(Hour(4), Hour(6)).Refusal);
        book = With(book, book.Satisfy(Fact, Hour(7), Hour(7)).Value);
        Assert.IsType<ClockRefused.AlreadySatisfied>(book.Satisfy(Fact, Hour(8), Hour(8)).Refusal);
    }

    [Fact]
    public void A_clock_is_late_exactly_when_it_ran_longer_than_its_time() =>
        Gen.Select(Gen.Int[1, 30].List[0, 6], Gen.Int[1, 60]).Sample((waits, last) =>
        {
            var clock = Started(ClockStart.Rescue, At("2011-07-20T06:00:00+08:00"))[0];
            var (book, at, ran) = (new ClockBook(clock, []), clock.Started, 0);
            foreach (var (number, hours) in waits.Index())
            {
                at += TimeSpan.FromHours(hours);
                var runs = number % 2 == 0;
                if (runs) ran += hours;
                book = With(book, (runs ? book.Suspend("SYNTHETIC", at, at) : book.Resume(at, at)).Value);
            }
            if (waits.Count % 2 == 0) ran += last;
            at += TimeSpan.FromHours(last);
            book = With(book, book.Satisfy(Fact, at, at).Value);

            Assert.Equal(new ClockState.Satisfied(at, ran > 24), ClockState.Of(clock, book.Events, at));
        });

    static ClockBook With(ClockBook book, ClockEvent? next) => book with { Events = [.. book.Events, next!] };

    static List<Clock> Started(ClockStart start, Instant at, JurisdictionProfile? profile = null) =>
        [.. Clock.StartedBy(start, Child, at, new(profile ?? China, new(TimeProvider.System), at))];

    static Instant At(string text) =>
        Instant.Of(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
