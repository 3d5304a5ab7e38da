using CsCheck;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Pedigrees;
using Homeward.Tests.Oracles;

namespace Homeward.Tests.Likelihood;

/// <summary>The table over a member's genotypes is what reading each of them in turn would give.</summary>
public sealed class GenotypeTableTests
{
    const double Relative = 1e-10;

    [Fact]
    public void Each_cell_is_the_sum_that_defines_it()
    {
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var pedigree = Shapes.Random(random, random.Next(1, 8));
                var kept = random.Next(pedigree.Members.Count);
                bool[] typed = [.. pedigree.Members.Select((_, i) => i != kept && random.Next(4) > 0)];
                if (MadeUpFamily.Terms(pedigree, states: 4, typed) > 1e4) return;
                var family = MadeUpFamily.Draw(random, pedigree, typed, mostAlleles: 3);
                family.DropOut[kept] = 0;
                AssertTable(family, kept, $"seed {seed}");
            },
            iter: Soak.Rounds(2500), threads: 2);
    }

    [Theory]
    [InlineData("GF m, GM f, F m GF GM, U m GF GM, M f, CH m F M", "CH")]       // the child of an uncle's brother
    [InlineData("F m, M f, A m F M, B f F M, CH f F M", "CH")]                  // siblings
    [InlineData("F m, M f, A m F M, B f F M, ST f", "ST")]                      // a stranger beside siblings
    [InlineData("GF m, GM f, F m GF GM, U m GF GM, ST m", "ST")]
    [InlineData("CH m, W f, S m CH W, D f CH W", "CH")]                         // the father of two children
    [InlineData("F m, M f, S m F M, D f F M, CH m S D", "CH")]                  // parents who are siblings
    public void Families_of_a_search_with_every_set_of_typed_members(string text, string keptId)
    {
        var pedigree = Oracles.Family.Of(text);
        var kept = pedigree.IndexOf(keptId);
        for (var pattern = 0; pattern < 1 << pedigree.Members.Count; pattern++)
        {
            bool[] typed = [.. pedigree.Members.Select((_, i) => i != kept && (pattern >> i & 1) == 1)];
            if ((pattern >> kept & 1) == 1 || MadeUpFamily.Terms(pedigree, states: 4, typed) > 2e4) continue;
            var family = MadeUpFamily.Draw(new Random(pattern), pedigree, typed, mostAlleles: 3);
            family.DropOut[kept] = 0;
            AssertTable(family, kept, $"pattern {pattern}");
        }
    }

    static void AssertTable(MadeUpFamily family, int kept, string which)
    {
        var (cells, exponent) = new PedigreeLikelihood(family.Pedigree).Table(
            family.Model, [.. family.Readings.Select(MadeUpFamily.ForEngine)], kept, new Theta(family.Theta),
            family.DropOut);
        var (states, visible) = (family.Model.StateCount, family.Model.VisibleCount);
        var isSingle = family.Model.IsX && family.Pedigree.Members[kept].Sex == Sex.Male;
        Assert.Equal(isSingle ? states : states * states, cells.Length);
        double Cell(int x, int y) => Math.ScaleB(cells[isSingle ? x : x * states + y], (int)exponent);
        double Both(int x, int y) => x == y || isSingle ? Cell(x, y) : Cell(x, y) + Cell(y, x);

        for (var x = 0; x < visible; x++)
            for (var y = isSingle ? x : 0; y <= x; y++)
            {
                var isMixed = x == y && family.Model.HasSilent && !isSingle;
                var cell = Both(x, y) + (isMixed ? Both(x, visible) : 0);
                AssertEqual(Read(family, kept, x, y), cell, $"{which}, {x}/{y}");
            }
        AssertEqual(family.ByOracle(), cells.Sum() * Math.Pow(2, exponent), $"{which}, untyped");
    }

    static double Read(MadeUpFamily family, int kept, int x, int y)
    {
        NaiveReading[] readings = [.. family.Readings];
        readings[kept] = new(y, x);
        return (family with { Readings = readings }).ByOracle();
    }

    static void AssertEqual(double expected, double actual, string which) =>
        Assert.True(
            Math.Abs(actual - expected) <= Relative * expected, $"{which}: oracle {expected:R}, table {actual:R}");
}
