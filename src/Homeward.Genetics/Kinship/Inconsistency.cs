using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Genetics.Kinship;

/// <summary>A marker at which a hypothesis breaks Mendel's laws, and how that most likely came about.</summary>
/// <remarks>A mutation is not an exclusion: the marker's likelihood ratio stands beside this, and it counts.</remarks>
public sealed record Inconsistency(string Marker, Explanation Explanation)
{
    /// <summary>All markers at which the readings could not be without mutation, silent alleles and drop-out.</summary>
    public static IReadOnlyList<Inconsistency> Of(
        Hypothesis hypothesis, IEnumerable<string> markers, Func<string, MarkerLadder> ladderOf) =>
        [.. markers.Where(it => !IsMendelian(hypothesis, it, ladderOf(it)))
            .Select(it => new Inconsistency(it, Explain(hypothesis, it, ladderOf(it))))];

    internal static bool IsMendelian(Hypothesis hypothesis, string marker, MarkerLadder ladder) =>
        hypothesis.Likelihood.Likelihood(
            ladder.Model.WithMendelOnly(), hypothesis.Readings(marker, ladder), Theta.Zero, []).Mantissa > 0;

    static Explanation Explain(Hypothesis hypothesis, string marker, MarkerLadder ladder)
    {
        var search = new SingleMutation(hypothesis, marker, ladder);
        var (best, likelihood) = search.Best();
        var unseen = search.WithoutMutation();
        if (unseen > 0 && unseen >= likelihood) return new Explanation.UnseenAllele();
        if (best is not null) return best;
        var possible = hypothesis.Log10(marker, ladder, Theta.Zero) > double.NegativeInfinity;
        return possible ? new Explanation.SeveralMutations() : new Explanation.Impossible();
    }

    /// <summary>Lets one meiosis at a time mutate, all others passing alleles on unchanged.</summary>
    sealed class SingleMutation(Hypothesis hypothesis, string marker, MarkerLadder ladder)
    {
        readonly MarkerModel _unchanged = ladder.Model.WithoutMutation();
        readonly Reading[] _readings = hypothesis.Readings(marker, ladder);

        public double WithoutMutation() => Likelihood(null);

        public (Explanation.Mutation? Mutation, double Likelihood) Best()
        {
            var (best, bestLikelihood, total) = (default(Explanation.Mutation), 0.0, 0.0);
            foreach (var (child, fromFather) in Meioses())
            {
                var mutating = Mutating(fromFather, (from, to) => from != to);
                var all = Likelihood(new(child, fromFather, mutating));
                total += all;
                if (all <= bestLikelihood) continue;
                var (from, to, likelihood) = BestStep(child, fromFather);
                if (likelihood <= bestLikelihood) continue;
                var member = hypothesis.Pedigree.Members[child];
                var parent = hypothesis.Pedigree.Members[fromFather ? member.Father : member.Mother];
                bestLikelihood = likelihood;
                best = new(parent.Id, member.Id, fromFather, ladder.Alleles[from], ladder.Alleles[to], 0);
            }
            return (best is null ? null : best with { Share = bestLikelihood / total }, bestLikelihood);
        }

        IEnumerable<(int Child, bool FromFather)> Meioses()
        {
            var pedigree = hypothesis.Pedigree;
            for (var child = 0; child < pedigree.Members.Count; child++)
            {
                if (pedigree.IdenticalTo[child] != child || pedigree.Members[child].IsFounder) continue;
                if (!ladder.Model.IsX || pedigree.Members[child].Sex == Sex.Female) yield return (child, true);
                yield return (child, false);
            }
        }

        (int From, int To, double Likelihood) BestStep(int child, bool fromFather)
        {
            var best = (From: 0, To: 0, Likelihood: 0.0);
            for (var i = 0; i < ladder.Alleles.Count; i++)
                for (var j = 0; j < ladder.Alleles.Count; j++)
                {
                    if (i == j) continue;
                    var step = Mutating(fromFather, (from, to) => from == i && to == j);
                    var likelihood = Likelihood(new(child, fromFather, step));
                    if (likelihood > best.Likelihood) best = (i, j, likelihood);
                }
            return best;
        }

        double[] Mutating(bool male, Func<int, int, bool> allowed)
        {
            var count = ladder.Model.StateCount;
            var cells = (double[])ladder.Model.Transitions(male).Clone();
            for (var from = 0; from < count; from++)
                for (var to = 0; to < count; to++)
                    if (!allowed(from, to)) cells[from * count + to] = 0;
            return cells;
        }

        double Likelihood(ForcedMeiosis? forced)
        {
            var likelihood = hypothesis.Likelihood.Likelihood(
                _unchanged, _readings, Theta.Zero, hypothesis.DropOuts, forced);
            return likelihood.Mantissa == 0 ? 0 : Math.Pow(10, likelihood.Log10);
        }
    }
}
