using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Simulation;

namespace Homeward.Tests.Simulation;

public sealed class GeneDropTests
{
    const int Draws = 200_000;
    static readonly double[] TwoAlleles = [0.3, 0.7];

    static readonly Pedigree Trio = Family(
        new("father", Sex.Male, null, null),
        new("mother", Sex.Female, null, null),
        new("child", Sex.Male, "father", "mother"));

    static Pedigree Family(params PedigreeRow[] rows) => Pedigree.From(rows).Value!;

    static MarkerModel Marker(
        double[] frequencies, MutationMatrix? male = null, MutationMatrix? female = null, bool isX = false,
        double silent = 0)
    {
        var none = MutationMatrix.Identity(frequencies.Length);
        return new("M", isX, frequencies, silent, male ?? none, female ?? none);
    }

    /// <summary>Counts of one member's readings: untyped, then every pair a ≤ b.</summary>
    static double[] Count(Pedigree family, MarkerModel marker, int member, double theta = 0, double[]? dropOut = null)
    {
        var counts = new double[1 + marker.VisibleCount * (marker.VisibleCount + 1) / 2];
        var drop = new GeneDrop(family, new Theta(theta));
        var random = new SeededRandom(20110727);
        var readings = new Reading[family.Members.Count];
        for (var i = 0; i < Draws; i++)
        {
            drop.Draw(marker, random, readings, dropOut);
            var it = readings[member];
            counts[it.IsTyped ? 1 + it.B * (it.B + 1) / 2 + it.A : 0]++;
        }
        return counts;
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.05)]
    public void Founders_follow_Balding_and_Nichols(double theta)
    {
        // p = 0.3: homozygotes p(θ + (1−θ)p), heterozygotes 2p(1−θ)q.
        var low = 0.3 * (theta + (1 - theta) * 0.3);
        var high = 0.7 * (theta + (1 - theta) * 0.7);

        ChiSquare.Fits(Count(Trio, Marker(TwoAlleles), 0, theta), [0, low, 1 - low - high, high]);
    }

    [Fact]
    public void Under_theta_the_mother_resembles_the_father()
    {
        // Four founder alleles; the last two given both of the first are "0": (2θ+(1−θ)p)/(1+θ), (3θ+(1−θ)p)/(1+2θ).
        const double Theta = 0.1;
        var drop = new GeneDrop(Trio, new Theta(Theta));
        var random = new SeededRandom(5);
        var readings = new Reading[3];
        var counts = new double[2];
        for (var i = 0; i < Draws; i++)
        {
            drop.Draw(Marker(TwoAlleles), random, readings);
            if (readings[0] == Reading.Of(0, 0)) counts[readings[1] == Reading.Of(0, 0) ? 1 : 0]++;
        }

        var both = (2 * Theta + (1 - Theta) * 0.3) / (1 + Theta) * (3 * Theta + (1 - Theta) * 0.3) / (1 + 2 * Theta);
        ChiSquare.Fits(counts, [1 - both, both]);
    }

    [Fact]
    public void Alleles_mutate_by_the_matrix_of_the_parent_that_passes_them()
    {
        // Every founder allele is number 0, so a child shows one draw from row 0 of each matrix.
        var male = new MutationMatrix(3, [0.7, 0.2, 0.1, 0, 1, 0, 0, 0, 1]);
        var female = new MutationMatrix(3, [0.9, 0.1, 0, 0, 1, 0, 0, 0, 1]);

        var counts = Count(Trio, Marker([1, 0, 0], male, female), 2);

        ChiSquare.Fits(counts, [0, 0.7 * 0.9, 0.7 * 0.1 + 0.2 * 0.9, 0.2 * 0.1, 0.1 * 0.9, 0.1 * 0.1, 0]);
    }

    [Fact]
    public void A_son_has_one_X_and_it_is_his_mothers()
    {
        var drop = new GeneDrop(Trio, Theta.Zero);
        var random = new SeededRandom(3);
        var readings = new Reading[3];
        for (var i = 0; i < 2000; i++)
        {
            drop.Draw(Marker([0.2, 0.3, 0.5], isX: true), random, readings);
            Assert.True(readings[0].IsHomozygous && readings[2].IsHomozygous);
            Assert.True(readings[2].A == readings[1].A || readings[2].A == readings[1].B);
        }
    }

    [Fact]
    public void A_daughter_has_her_fathers_only_X_through_his_mutation_matrix()
    {
        var family = Family(
            new("daughter", Sex.Female, "father", "mother"),
            new("father", Sex.Male, null, null),
            new("mother", Sex.Female, null, null));
        var male = new MutationMatrix(2, [0.6, 0.4, 0, 1]);

        ChiSquare.Fits(Count(family, Marker([1, 0], male, isX: true), 0), [0, 0.6, 0.4, 0]);
        ChiSquare.Fits(Count(family, Marker(TwoAlleles, isX: true), 1), [0, 0.3, 0, 0.7]);
    }

    [Fact]
    public void A_silent_allele_is_not_read()
    {
        // Visible 0.5 and 0.3, silent 0.2: 0/0 and 0/silent look alike; silent/silent reads as nothing.
        var counts = Count(Trio, Marker([0.5, 0.3], silent: 0.2), 0);

        ChiSquare.Fits(counts, [0.04, 0.25 + 2 * 0.5 * 0.2, 2 * 0.5 * 0.3, 0.09 + 2 * 0.3 * 0.2]);
    }

    [Fact]
    public void Each_copy_drops_out_alone()
    {
        // Whole with (1−d)², one of two with d(1−d) each, a homozygote unless both copies drop.
        const double D = 0.2;
        var seen = (1 - D) * (1 - D);

        var counts = Count(Trio, Marker([0.5, 0.5]), 0, dropOut: [D, 0, 0]);

        var single = 0.25 * (1 - D * D) + 0.5 * D * (1 - D);
        ChiSquare.Fits(counts, [D * D, single, 0.5 * seen, single]);
    }

    [Fact]
    public void Identical_twins_are_identical_and_pass_on_the_same_alleles()
    {
        var family = Pedigree.From(
            [
                new("grandchild", Sex.Male, "second", "wife"),
                new("wife", Sex.Female, null, null),
                new("first", Sex.Male, "father", "mother"),
                new("second", Sex.Male, "father", "mother"),
                new("father", Sex.Male, null, null),
                new("mother", Sex.Female, null, null),
            ],
            [("first", "second")]).Value!;
        var drop = new GeneDrop(family, Theta.Zero);
        var random = new SeededRandom(4);
        var readings = new Reading[6];
        for (var i = 0; i < 2000; i++)
        {
            drop.Draw(Marker([0.1, 0.2, 0.3, 0.4]), random, readings);
            Assert.Equal(readings[2], readings[3]);
            Assert.Contains(readings[2].A, new[] { readings[4].A, readings[4].B, readings[5].A, readings[5].B });
            int[] fromParents = [readings[2].A, readings[2].B, readings[1].A, readings[1].B];
            Assert.Contains(readings[0].A, fromParents);
            Assert.Contains(readings[0].B, fromParents);
        }
    }

    [Fact]
    public void The_same_seed_draws_the_same_family()
    {
        var first = DrawMany(new SeededRandom(99));

        Assert.Equal(first, DrawMany(new SeededRandom(99)));
        Assert.NotEqual(first, DrawMany(new SeededRandom(100)));

        static List<Reading> DrawMany(SeededRandom random)
        {
            var all = new List<Reading>();
            var readings = new Reading[3];
            var drop = new GeneDrop(Trio, new Theta(0.02));
            for (var i = 0; i < 100; i++)
            {
                drop.Draw(Marker(TwoAlleles), random, readings);
                all.AddRange(readings);
            }
            return all;
        }
    }
}
