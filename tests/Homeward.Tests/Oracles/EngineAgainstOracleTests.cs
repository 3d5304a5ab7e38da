using CsCheck;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Tests.Oracles;

/// <summary>The engine's answer is the sum that defines it.</summary>
public sealed class EngineAgainstOracleTests
{
    const double Relative = 1e-10;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_pedigree_of_up_to_five_members_with_every_set_of_typed_ones(int count)
    {
        var number = 0;
        foreach (var pedigree in Shapes.All(count))
            for (var pattern = 0; pattern < 1 << count; pattern++)
            {
                bool[] typed = [.. Enumerable.Range(0, count).Select(i => (pattern >> i & 1) == 1)];
                var family = MadeUpFamily.Draw(new Random(number), pedigree, typed, mostAlleles: 3);
                AssertAgreement(family, $"number {number++}");
            }
    }

    [Fact]
    public void Random_pedigrees_of_up_to_ten_members_with_loops_and_twins() =>
        Gen.Int.Sample(
            seed => AssertAgreement(Drawn(seed, mostMembers: 10, mostAlleles: 3), $"seed {seed}"),
            iter: Soak.Rounds(2000), threads: 2);

    [Theory]
    [InlineData("double cousins, uncle")]
    [InlineData("second cousins")]
    [InlineData("two couples, two cousins")]
    [InlineData("four wives")]
    [InlineData("cousins' child and his cousins")]
    public void Theta_over_many_untyped_founders(string name)
    {
        var (pedigree, typed) = ManyFounders.Named(name);
        for (var seed = 0; seed < Soak.Rounds(2); seed++)
        {
            var random = new Random(seed);
            MadeUpFamily family;
            do
            {
                family = MadeUpFamily.Draw(random, pedigree, typed, mostAlleles: 2);
            }
            while (family.Marker.IsX || family.Marker.Silent >= 0 || family.Theta == 0);
            AssertAgreement(family, $"{name}, seed {seed}");
        }
    }

    [Fact]
    public void Small_random_pedigrees_with_four_alleles() =>
        Gen.Int.Sample(
            seed => AssertAgreement(Drawn(seed, mostMembers: 6, mostAlleles: 4), $"seed {seed}"),
            iter: Soak.Rounds(2000), threads: 2);

    static MadeUpFamily Drawn(int seed, int mostMembers, int mostAlleles)
    {
        var random = new Random(seed);
        var pedigree = Shapes.Random(random, random.Next(2, mostMembers + 1));
        bool[] typed = [.. pedigree.Members.Select(_ => random.Next(3) > 0)];
        while (MadeUpFamily.Terms(pedigree, states: mostAlleles + 1, typed) > 2e4)
            typed[random.Next(typed.Length)] = true;
        return MadeUpFamily.Draw(random, pedigree, typed, mostAlleles);
    }

    static void AssertAgreement(MadeUpFamily family, string which)
    {
        var expected = family.ByOracle();
        var actual = family.ByEngine();
        var agree = expected == 0
            ? double.IsNegativeInfinity(actual)
            : Math.Abs(Math.Pow(10, actual - Math.Log10(expected)) - 1) < Relative;
        Assert.True(agree, $"{which}: oracle {Math.Log10(expected):R}, engine {actual:R}\n{Describe(family)}");
    }

    static string Describe(MadeUpFamily it)
    {
        string Member(Individual member, int i) =>
            $"{member.Id} {member.Sex} ({member.Father}, {member.Mother}) twin {it.Pedigree.IdenticalTo[i]} " +
            $"{it.Readings[i]} d {it.DropOut[i]}";
        return $"theta {it.Theta}, X {it.Marker.IsX}, silent {it.Marker.Silent}\n"
            + $"p {string.Join(" ", it.Marker.Frequencies)}\n"
            + $"male {string.Join(" ", it.Marker.Male.Cast<double>())}\n"
            + $"female {string.Join(" ", it.Marker.Female.Cast<double>())}\n"
            + string.Join("\n", it.Pedigree.Members.Select(Member));
    }
}
