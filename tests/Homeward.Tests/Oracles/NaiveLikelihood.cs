using Homeward.Genetics.Pedigrees;

namespace Homeward.Tests.Oracles;

/// <summary>
/// The likelihood as its definition reads: a sum over every ordered genotype of every member, each with the chance of
/// its founders' alleles, of every transmission, and of what was read. Slow, and written to be believed.
/// </summary>
sealed record NaiveLikelihood(
    Pedigree Pedigree, NaiveMarker Marker, NaiveReading[] Readings, double Theta, double[] DropOut)
{
    public double Value() => Sum(next: 0, new (int, int)[Pedigree.Members.Count], drawn: []);

    /// <summary>Members from <paramref name="next"/> on, ancestors first; those before have their genotypes.</summary>
    double Sum(int next, (int FromFather, int FromMother)[] genotypes, List<int> drawn)
    {
        if (next == Pedigree.Members.Count) return 1;
        var index = Pedigree.AncestorsFirst[next];
        var member = Pedigree.Members[index];
        var hasOne = Marker.IsX && member.Sex == Sex.Male;               // an X from the mother only, held twice
        var twin = Pedigree.AncestorsFirst.First(it => Pedigree.IdenticalTo[it] == Pedigree.IdenticalTo[index]);
        var sum = 0.0;
        for (var x = 0; x < Marker.States; x++)
            for (var y = 0; y < Marker.States; y++)
            {
                if (hasOne && x != y) continue;
                var founderAlleles = member.IsFounder && twin == index ? hasOne ? 1 : 2 : 0;
                var chance = Seen(Readings[index], DropOut[index], x, y, hasOne);
                if (twin != index) chance *= genotypes[twin] == (x, y) ? 1 : 0;
                else if (!member.IsFounder)
                    chance *= (hasOne ? 1 : Passed(genotypes[member.Father], Marker.Male, x, Marker.IsX))
                        * Passed(genotypes[member.Mother], Marker.Female, y, parentHasOne: false);
                if (founderAlleles > 0) chance *= Draw(x, drawn);
                if (founderAlleles > 1) chance *= Draw(y, drawn);
                genotypes[index] = (x, y);
                if (chance > 0) sum += chance * Sum(next + 1, genotypes, drawn);
                drawn.RemoveRange(drawn.Count - founderAlleles, founderAlleles);
            }
        return sum;
    }

    /// <summary>Balding and Nichols: the next allele from the population, given those already drawn.</summary>
    double Draw(int allele, List<int> drawn)
    {
        var seen = drawn.Count(it => it == allele);
        var chance = (seen * Theta + (1 - Theta) * Marker.Frequencies[allele]) / (1 + (drawn.Count - 1) * Theta);
        drawn.Add(allele);
        return chance;
    }

    /// <summary>Half the time the one allele, half the time the other, then the mutation matrix.</summary>
    static double Passed((int A, int B) parent, double[,] mutation, int child, bool parentHasOne) =>
        parentHasOne ? mutation[parent.A, child] : 0.5 * mutation[parent.A, child] + 0.5 * mutation[parent.B, child];

    double Seen(NaiveReading reading, double d, int x, int y, bool hasOne)
    {
        if (reading.IsUntyped) return 1;
        bool Has(int allele) => x == allele || y == allele;
        if (reading.IsOneKnown) return Has(reading.A) ? 1 : 0;
        if (!Has(reading.A) || !Has(reading.B)) return 0;
        if (hasOne || Has(Marker.Silent)) return 1 - d;                  // a single copy, not dropped
        if (x == y) return 1 - d * d;
        return reading.A != reading.B ? (1 - d) * (1 - d) : d * (1 - d);
    }
}
