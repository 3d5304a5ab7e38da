using Homeward.Cases.Statistics;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Statistics;

public sealed class ResponseTimesTests
{
    static readonly Instant Zero = Instant.Of(new(2011, 7, 20, 0, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>The first comes to everything, the second has no result yet. The third runs away before anything is
    /// done and is rescued again after 100 hours.</summary>
    static readonly ResponseTimes.Known[] People =
    [
        new([At(0)], [At(5), At(50)], [(At(10), At(34))]),
        new([At(0)], [At(20)], [(At(30), null)]),
        new([At(100), At(0)], [At(103)], [(At(102), At(110)), (At(101.5), null)]),
    ];

    /// <summary>Into a home: 5, 20 and 3 hours, once not. To a sample: 10, 30 and 1.5, once not. From there to a
    /// result: 34 − 10 = 24 and 110 − 101.5 = 8.5, once not.</summary>
    [Fact]
    public void Each_rescue_has_what_came_after_it_and_before_the_next_one()
    {
        var it = ResponseTimes.Of(People, At(0), At(1000));

        Assert.Equal(Step(5, 20, 20, count: 3, notYet: 1), it.ToPlacement);
        Assert.Equal(Step(10, 30, 30, count: 3, notYet: 1), it.ToSample);
        Assert.Equal(Step(8.5, 24, 24, count: 2, notYet: 1), it.ToResult);
    }

    /// <summary>After 33 hours the first result is not there, and the second rescue has not been.</summary>
    [Fact]
    public void What_happens_after_the_last_day_is_not_known_yet()
    {
        var it = ResponseTimes.Of(People, At(0), At(33));

        Assert.Equal(Step(5, 20, 20, count: 2, notYet: 1), it.ToPlacement);
        Assert.Equal(Step(10, 30, 30, count: 2, notYet: 1), it.ToSample);
        Assert.Equal(new(new(0, null, null, null), 2), it.ToResult);
    }

    [Fact]
    public void A_rescue_before_the_first_day_is_left_out_and_a_later_one_of_the_same_person_is_not()
    {
        var it = ResponseTimes.Of(People, At(50), At(1000));

        Assert.Equal(Step(3, 3, 3, count: 1, notYet: 0), it.ToPlacement);
        Assert.Equal(Step(1.5, 1.5, 1.5, count: 1, notYet: 0), it.ToSample);
        Assert.Equal(Step(8.5, 8.5, 8.5, count: 1, notYet: 0), it.ToResult);
    }

    static Instant At(double hours) => Zero + TimeSpan.FromHours(hours);

    static ResponseTimes.Step Step(double median, double ninety, double longest, int count, int notYet) => new(
        new(count, TimeSpan.FromHours(median), TimeSpan.FromHours(ninety), TimeSpan.FromHours(longest)), notYet);
}
