using CsCheck;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Tests.Oracles;

/// <summary>What must not matter does not matter.</summary>
public sealed class InvarianceTests
{
    [Fact]
    public void The_order_of_members_and_their_names_do_not_matter() =>
        Gen.Int.Sample(
            seed =>
            {
                var family = Drawn(seed);
                var order = Enumerable.Range(0, family.Pedigree.Members.Count).ToArray();
                new Random(seed).Shuffle(order);
                var rows = Rows(family.Pedigree, it => "n" + it);
                var moved = family with
                {
                    Pedigree = Pedigree.From([.. order.Select(i => rows[i])]).Value!,
                    Readings = [.. order.Select(i => family.Readings[i])],
                    DropOut = [.. order.Select(i => family.DropOut[i])],
                };
                AssertSame(family.ByEngine(), moved.ByEngine());
            },
            iter: Soak.Rounds(1000), threads: 2);

    [Fact]
    public void Untyped_descendants_change_nothing() =>
        Gen.Int.Sample(
            seed =>
            {
                var family = Drawn(seed);
                var random = new Random(seed);
                var rows = Rows(family.Pedigree, it => it);
                for (var i = 0; i < 3; i++)
                {
                    var parent = rows[random.Next(rows.Count)];
                    var (spouse, child) = ($"spouse {i}", $"child {i}");
                    rows.Add(new(spouse, parent.Sex == Sex.Male ? Sex.Female : Sex.Male, null, null));
                    var (father, mother) = parent.Sex == Sex.Male ? (parent.Id, spouse) : (spouse, parent.Id);
                    rows.Add(new(child, random.Next(2) == 0 ? Sex.Male : Sex.Female, father, mother));
                }
                AssertSame(family.ByEngine(), Grown(family, rows).ByEngine());
            },
            iter: Soak.Rounds(1000), threads: 2);

    [Fact]
    public void Untyped_parents_of_a_founder_change_nothing_under_a_stationary_model() =>
        Gen.Int.Sample(
            seed =>
            {
                var family = Stationary(Drawn(seed), seed);
                var rows = Rows(family.Pedigree, it => it);
                int[] all = [.. Enumerable.Range(0, rows.Count)];
                var founders = Array.FindAll(all, i => family.Pedigree.Members[i].IsFounder);
                var founder = founders[new Random(seed).Next(founders.Length)];
                rows[founder] = rows[founder] with { Father = "grandfather", Mother = "grandmother" };
                rows.Add(new("grandfather", Sex.Male, null, null));
                rows.Add(new("grandmother", Sex.Female, null, null));
                AssertSame(family.ByEngine(), Grown(family, rows).ByEngine());
            },
            iter: Soak.Rounds(1000), threads: 2);

    static MadeUpFamily Drawn(int seed)
    {
        var random = new Random(seed);
        var rows = Rows(Shapes.Random(random, random.Next(2, 6)), it => it);     // without twins: rows tell of none
        bool[] typed = [.. rows.Select(_ => random.Next(3) > 0)];
        return MadeUpFamily.Draw(random, Pedigree.From(rows).Value!, typed, mostAlleles: 3);
    }

    /// <summary>The same family with theta 0 and mutation that keeps the frequencies.</summary>
    static MadeUpFamily Stationary(MadeUpFamily family, int seed)
    {
        double[] p = [.. family.Model.Founder[..family.Model.VisibleCount]];
        string[] alleles = [.. p.Select((_, i) => $"{10 + i}")];
        MutationModel[] models =
        [
            new MutationModel.None(),
            new MutationModel.Proportional(0.01),
            new MutationModel.Stepwise(0.01, 1e-4, 0.3) { Transform = MutationTransform.PM },
            new MutationModel.OneStep(0.01) { Transform = MutationTransform.MH },
            new MutationModel.Equal(0.01) { Transform = MutationTransform.BA },
        ];
        var matrix = models[new Random(seed).Next(models.Length)].MatrixOfNamed(alleles, p).Value!;
        var marker = new MarkerModel("M", family.Model.IsX, p, family.Model.SilentFrequency, matrix, matrix);
        return family with { Model = marker, Theta = 0 };
    }

    static MadeUpFamily Grown(MadeUpFamily family, List<PedigreeRow> rows)
    {
        var added = rows.Count - family.Readings.Length;
        return family with
        {
            Pedigree = Pedigree.From(rows).Value!,
            Readings = [.. family.Readings, .. Enumerable.Repeat(NaiveReading.Untyped, added)],
            DropOut = [.. family.DropOut, .. new double[added]],
        };
    }

    static List<PedigreeRow> Rows(Pedigree pedigree, Func<string, string> named)
    {
        string? IdOf(int member) => member < 0 ? null : named(pedigree.Members[member].Id);
        PedigreeRow Row(Individual it) => new(named(it.Id), it.Sex, IdOf(it.Father), IdOf(it.Mother));
        return [.. pedigree.Members.Select(Row)];
    }

    static void AssertSame(double expected, double actual) =>
        Assert.True(
            double.IsNegativeInfinity(expected)
                ? double.IsNegativeInfinity(actual)
                : Math.Abs(expected - actual) < 1e-11,
            $"{expected:R} became {actual:R}");
}
