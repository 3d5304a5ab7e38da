using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Search.Ranking;
using Homeward.Server.Features.Laboratory;

namespace Homeward.Tests.Server.Laboratory;

/// <summary>Margins and bands, worked out by hand.</summary>
public sealed class StandingTests
{
    const double Threshold = 4;

    readonly AccessionNumber _one = AccessionNumber.Draw();
    readonly AccessionNumber _other = AccessionNumber.Draw();
    readonly GeneFamilyId _family = new(new Guid(1, 0, 0, new byte[8]));
    readonly GeneFamilyId _second = new(new Guid(2, 0, 0, new byte[8]));

    [Fact]
    public void Alone_it_is_ahead_of_the_threshold_at_least()
    {
        var it = Found(_one, _family, 13);

        var standing = Standing.Of(it, [it], Threshold, oneIn: 100);

        Assert.Equal(new Margin(9, IsAtLeast: true), standing.OverNextFamily);
        Assert.Equal(new Margin(9, IsAtLeast: true), standing.OverNextChild);
        Assert.Equal(Band.Strong, standing.Band);
    }

    [Fact]
    public void Each_margin_is_over_the_best_of_its_own_kind()
    {
        var it = Found(_one, _family, 13);
        FoundCandidate[] open = [it, Found(_one, _second, 6), Found(_other, _family, 10), Found(_other, _second, 12)];

        var standing = Standing.Of(it, open, Threshold, oneIn: 100);

        Assert.Equal(new Margin(7, IsAtLeast: false), standing.OverNextFamily);
        Assert.Equal(new Margin(3, IsAtLeast: false), standing.OverNextChild);
        Assert.Equal(standing.OverNextChild, standing.Smaller);
        // 10^13, but not 10^4 times the next child: no strong one.
        Assert.Equal(Band.Candidate, standing.Band);
    }

    [Fact]
    public void A_tie_is_shown_as_a_tie()
    {
        var it = Found(_one, _family, 8.123456);
        FoundCandidate[] open = [it, Found(_one, _second, 8.1234561)];

        Assert.True(Standing.Of(it, open, Threshold, oneIn: 100).IsTied);
        Assert.False(Standing.Of(it, [it, Found(_one, _second, 8.1235)], Threshold, oneIn: 100).IsTied);
    }

    static FoundCandidate Found(AccessionNumber child, GeneFamilyId family, double log10) => new()
    {
        Number = 1,
        Child = child,
        Family = family,
        Member = "3",
        Log10 = log10,
        Evidence = new('0', 64),
        Version = 1,
        At = default,
    };
}
