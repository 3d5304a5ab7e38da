using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Search.Index;

namespace Homeward.Search.Compiling;

/// <summary>The two hypotheses of a family with an untyped child, for a boy and for a girl.</summary>
sealed class CompiledShape
{
    static readonly Profile Nobody = new("", new Dictionary<string, Genotype>());
    readonly Family _family;
    readonly Sides[] _bySex;

    /// <summary>The claim and "unrelated" with the child's place in each.</summary>
    readonly record struct Sides(Hypothesis Claim, int ClaimChild, Hypothesis Unrelated, int UnrelatedChild)
    {
        public GenotypeRatios RatiosAt(string marker, MarkerLadder ladder, Theta theta) =>
            new(Claim, ClaimChild, Unrelated, UnrelatedChild, marker, ladder, theta);
    }

    public CompiledShape(Family family, int missing)
    {
        _family = family;
        _bySex = [Of(Sex.Male), Of(Sex.Female)];

        Sides Of(Sex sex)
        {
            var (claim, unrelated) = FamilyClaims.Main(family, missing, Nobody, sex);
            return new(WithoutNobody(claim), At(claim), WithoutNobody(unrelated), At(unrelated));
        }

        static int At(Hypothesis hypothesis) => hypothesis.Profiles.Index().First(it => it.Item == Nobody).Index;

        static Hypothesis WithoutNobody(Hypothesis hypothesis) => new(
            hypothesis.Name, hypothesis.Pedigree, [.. hypothesis.Profiles.Select(it => it == Nobody ? null : it)]);
    }

    public void Fill(Span<double> row, MarkerCodes codes, MarkerLadders ladders, IReadOnlyList<Allele[]> outside)
    {
        var seen = Comparison.AllelesAt(codes.Marker, _family.Profiles.OfType<Profile>()).ToArray();
        var ladder = ladders.Of(codes.Marker, seen);
        var theta = ladders.Assumptions.Theta;
        row.Fill(double.NegativeInfinity);
        row[MarkerCodes.NotTyped] = 0;
        foreach (var sides in ladder.Model.IsX ? _bySex : _bySex.AsSpan(0, 1))
        {
            if (ladder.Model.IsX && !Comparison.FitsX(codes.Marker, sides.Unrelated)) continue;
            var table = sides.RatiosAt(codes.Marker, ladder, theta);
            for (var code = 0; code < codes.Genotypes.Count; code++)
                row[code] = Math.Max(row[code], table.Log10(codes.Genotypes[code]));
            row[MarkerCodes.Shared] = Math.Max(row[MarkerCodes.Shared], table.Largest);
            foreach (var alleles in outside)
            {
                var widened = ladders.Of(codes.Marker, seen.Concat(alleles));
                row[MarkerCodes.Shared] =
                    Math.Max(row[MarkerCodes.Shared], sides.RatiosAt(codes.Marker, widened, theta).Largest);
            }
        }
        if (!ladder.Model.IsX) return;
        // The exact stage leaves an X marker out where it does not fit the child's sex: then it counts 0.
        foreach (ref var score in row) score = Math.Max(score, 0);
    }
}
