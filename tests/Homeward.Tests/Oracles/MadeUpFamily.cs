using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Tests.Mutation;

namespace Homeward.Tests.Oracles;

/// <summary>A family with everything a likelihood needs, in the oracle's words and in the engine's.</summary>
sealed record MadeUpFamily(
    Pedigree Pedigree, NaiveMarker Marker, MarkerModel Model, NaiveReading[] Readings, double Theta, double[] DropOut)
{
    static readonly string[][] Ladders =
        [["9", "10"], ["9", "10", "9.3"], ["9", "10", "12"], ["9", "10", "9.3", "10.3"]];

    static readonly string[] Models = ["none", "equal", "proportional", "onestep", "stepwise", "custom"];

    public double ByOracle() => new NaiveLikelihood(Pedigree, Marker, Readings, Theta, DropOut).Value();

    public double ByEngine() =>
        new PedigreeLikelihood(Pedigree).Log10(Model, [.. Readings.Select(ForEngine)], new Theta(Theta), DropOut);

    public static Reading ForEngine(NaiveReading it) =>
        it.IsUntyped ? Reading.Untyped : it.IsOneKnown ? Reading.OneKnown(it.A) : Reading.Of(it.A, it.B);

    /// <summary>Upper bound of the terms that the oracle adds up.</summary>
    public static double Terms(Pedigree pedigree, int states, bool[] typed) =>
        Enumerable.Range(0, typed.Length).Aggregate(1.0, (product, i) => product * (typed[i] ? 2 : states * states));

    /// <summary>A family whose genotypes are dropped through the pedigree, with some misread.</summary>
    public static MadeUpFamily Draw(Random random, Pedigree pedigree, bool[] typed, int mostAlleles)
    {
        var ladder = Ladders.Where(it => it.Length <= mostAlleles).OrderBy(_ => random.Next()).First();
        var silent = random.Next(4) == 0 ? 0.05 + 0.2 * random.NextDouble() : 0;
        var p = Frequencies(random, ladder.Length, 1 - silent);
        var (male, female) = (Matrix(random, ladder, p), Matrix(random, ladder, p));
        var isX = random.Next(3) == 0;
        var marker = new NaiveMarker(
            isX, silent > 0 ? [.. p, silent] : p, silent > 0 ? p.Length : -1,
            Cells(male, silent > 0), Cells(female, silent > 0));
        var model = new MarkerModel("M", isX, p, silent, male, female);
        double[] dropOut = [.. pedigree.Members.Select(_ => random.Next(4) == 0 ? 0.3 * random.NextDouble() : 0)];
        var theta = random.Next(3) switch { 0 => 0, 1 => 0.03, _ => 0.2 };
        return new(pedigree, marker, model, Dropped(random, pedigree, marker, typed), theta, dropOut);
    }

    static double[] Frequencies(Random random, int count, double sum)
    {
        double[] drawn = [.. Enumerable.Range(0, count).Select(_ => 0.05 + random.NextDouble())];
        return [.. drawn.Select(it => it / drawn.Sum() * sum)];
    }

    static MutationMatrix Matrix(Random random, string[] ladder, double[] p)
    {
        var name = Models[random.Next(Models.Length)];
        var rate = random.Next(3) switch { 0 => 0.002, 1 => 0.05, _ => 0.2 };
        var model = name == "custom"
            ? new MutationModel.Custom([.. p.Select(_ => Frequencies(random, p.Length, 1))])
            : GenMutation.Named(name, rate);
        var transformed = model with { Transform = (MutationTransform)random.Next(4) };
        return transformed.MatrixOfNamed(ladder, p).Value
            ?? model.MatrixOfNamed(ladder, p).Value
            ?? Matrix(random, ladder, p);
    }

    static double[,] Cells(MutationMatrix matrix, bool withSilent)
    {
        var cells = new double[matrix.Size + (withSilent ? 1 : 0), matrix.Size + (withSilent ? 1 : 0)];
        for (var i = 0; i < matrix.Size; i++)
            for (var j = 0; j < matrix.Size; j++) cells[i, j] = matrix[i, j];
        if (withSilent) cells[matrix.Size, matrix.Size] = 1;
        return cells;
    }

    static NaiveReading[] Dropped(Random random, Pedigree pedigree, NaiveMarker marker, bool[] typed)
    {
        var visible = marker.States - (marker.Silent < 0 ? 0 : 1);
        var genotypes = new (int A, int B)[typed.Length];
        var readings = new NaiveReading[typed.Length];
        foreach (var i in pedigree.AncestorsFirst)
        {
            var member = pedigree.Members[i];
            int From((int A, int B) parent) => random.Next(2) == 0 ? parent.A : parent.B;
            genotypes[i] = member.IsFounder
                ? (random.Next(visible), random.Next(visible))
                : (From(genotypes[member.Father]), From(genotypes[member.Mother]));
            if (marker.IsX && member.Sex == Sex.Male) genotypes[i].A = genotypes[i].B;
            var twin = pedigree.AncestorsFirst.First(it => pedigree.IdenticalTo[it] == pedigree.IdenticalTo[i]);
            if (twin != i) genotypes[i] = genotypes[twin];
            var hasOne = marker.IsX && member.Sex == Sex.Male;
            readings[i] = typed[i] ? Read(random, genotypes[i], visible, hasOne) : NaiveReading.Untyped;
        }
        return readings;
    }

    static NaiveReading Read(Random random, (int A, int B) genotype, int visible, bool hasOne)
    {
        var (a, b) = genotype;
        if (random.Next(8) == 0) b = random.Next(visible);               // a mutation, or a misreading
        if (hasOne) return new(b, b);
        return random.Next(10) == 0 ? new(a, -1) : new(a, b);
    }
}
