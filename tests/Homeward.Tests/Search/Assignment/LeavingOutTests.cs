using CsCheck;
using Homeward.Search.Assignment;

namespace Homeward.Tests.Search.Assignment;

public sealed class LeavingOutTests
{
    [Fact]
    public void No_filling_has_a_posterior_above_its_bound() =>
        MadeUpGroup.Gen.Sample(
            it =>
            {
                foreach (var group in Homeward.Search.Assignment.Group.Apart(it.Fillings, 0))
                {
                    var (bounds, sum) = (LeavingOut.Bounds(group), GroupSum.Of(group)!);
                    for (var i = 0; i < bounds.Length; i++)
                        Assert.True(
                            Math.Exp(sum.LnPosteriors[i]) <= bounds[i] * (1 + 1e-9),
                            $"{Math.Exp(sum.LnPosteriors[i])} above {bounds[i]}");
                }
            },
            iter: 3000);

    [Fact]
    public void The_bound_tells_a_chance_likeness_from_two_strong_pairs()
    {
        // Two pairs of 10^10 each, and the crossed ones of 10^-2: far less than 10^-2 is at stake.
        var group = new Homeward.Search.Assignment.Group(
            [
                new(0, [new(0, 0)], 10), new(0, [new(1, 0)], -2),
                new(1, [new(0, 0)], -2), new(1, [new(1, 0)], 10),
            ],
            0);

        var (kept, bound) = LeavingOut.Of(group, 1e-9);

        Assert.Equal([10.0, 10.0], kept.Select(it => it.Log10));
        Assert.InRange(bound, 1e-24, 1e-20);
    }

    [Fact]
    public void Posteriors_move_by_no_more_than_the_bound_of_what_was_left_out() =>
        MadeUpGroup.Gen.Sample(
            it =>
            {
                foreach (var group in Homeward.Search.Assignment.Group.Apart(it.Fillings, 0))
                {
                    var (kept, bound) = LeavingOut.Of(group, 1e-3);
                    Assert.InRange(bound, 0, 1e-3);
                    var whole = group.Fillings.Zip(GroupSum.Of(group)!.LnPosteriors).ToDictionary();
                    foreach (var part in Homeward.Search.Assignment.Group.Apart(kept, 0))
                        foreach (var (filling, ln) in part.Fillings.Zip(GroupSum.Of(part)!.LnPosteriors))
                            Assert.InRange(Math.Abs(Math.Exp(ln) - Math.Exp(whole[filling])), 0, bound * 1.01 + 1e-12);
                }
            },
            iter: 500);
}
