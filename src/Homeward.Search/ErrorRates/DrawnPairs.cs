using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Simulation;

namespace Homeward.Search.ErrorRates;

/// <summary>
/// log10 LRs of simulated pairs, marker by marker: families with their own child, and with an unrelated one, drawn from
/// the very model that the ratio is calculated with (docs/math/error-rates.md).
/// </summary>
public sealed class DrawnPairs
{
    readonly Dictionary<string, double[]> _true, _unrelated;

    DrawnPairs(int count, Dictionary<string, double[]> ofTrue, Dictionary<string, double[]> ofUnrelated) =>
        (Count, _true, _unrelated) = (count, ofTrue, ofUnrelated);

    /// <summary>Pairs of each kind.</summary>
    public int Count { get; }

    /// <param name="family">The type of family.</param>
    /// <param name="markers">Autosomal markers of the population.</param>
    /// <param name="ladders">Frequencies, mutation and theta, to draw and to calculate.</param>
    /// <param name="count">Pairs to draw of each kind.</param>
    /// <param name="seed">
    /// Each marker has a stream of its own, so that neither threads nor other markers matter.
    /// </param>
    public static DrawnPairs Draw(
        StudiedFamily family, IReadOnlyList<string> markers, MarkerLadders ladders, int count, ulong seed)
    {
        var (ofTrue, ofUnrelated) = (new double[markers.Count][], new double[markers.Count][]);
        Parallel.For(0, markers.Count, i =>
        {
            var draw = new MarkerDraw(family, markers[i], ladders);
            var random = new SeededRandom(SeedOf(seed, markers[i]));
            ofTrue[i] = draw.Log10(count, isTrue: true, random);
            ofUnrelated[i] = draw.Log10(count, isTrue: false, random);
        });
        return new(
            count, markers.Zip(ofTrue).ToDictionary(StringComparer.Ordinal),
            markers.Zip(ofUnrelated).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>log10 LRs of true pairs over these markers, ascending.</summary>
    public double[] Totals(IEnumerable<string> markers)
    {
        var totals = new double[Count];
        foreach (var marker in markers)
            for (var i = 0; i < Count; i++) totals[i] += _true[marker][i];
        Array.Sort(totals);
        return totals;
    }

    /// <summary>The same of one pair, true at some markers and unrelated at others.</summary>
    internal double Log10Of(string marker, int pair, bool isTrue) => (isTrue ? _true : _unrelated)[marker][pair];

    static ulong SeedOf(ulong seed, string marker)
    {
        unchecked
        {
            // FNV-1a over the name, which is the same on every machine.
            var hash = 0xCBF29CE484222325 ^ seed;
            foreach (var letter in marker) hash = (hash ^ letter) * 0x100000001B3;
            return hash;
        }
    }

    /// <summary>One marker of one type of family.</summary>
    sealed class MarkerDraw(StudiedFamily family, string marker, MarkerLadders ladders)
    {
        readonly MarkerModel _model = ladders.Of(marker, []).Model;
        readonly Theta _theta = ladders.Assumptions.Theta;
        readonly PedigreeLikelihood _claim = new(family.Claim), _unrelated = new(family.Unrelated);
        readonly Dictionary<UInt128, double> _known = [];

        public double[] Log10(int count, bool isTrue, SeededRandom random)
        {
            var (pedigree, child) = isTrue
                ? (family.Claim, family.ChildInClaim) : (family.Unrelated, family.ChildUnrelated);
            var (log10, drop) = (new double[count], new GeneDrop(pedigree, _theta));
            var drawn = new Reading[pedigree.Members.Count];
            for (var i = 0; i < count; i++)
            {
                drop.Draw(_model, random, drawn);
                var key = KeyOf(drawn, drawn[child]);
                if (!_known.TryGetValue(key, out log10[i])) _known.Add(key, log10[i] = Ratio(drawn, drawn[child]));
            }
            return log10;
        }

        double Ratio(Reading[] drawn, Reading child)
        {
            if (!child.IsTyped) return 0;
            var claim = new Reading[family.Claim.Members.Count];
            var unrelated = new Reading[family.Unrelated.Members.Count];
            foreach (var relative in family.Typed) claim[relative] = unrelated[relative] = drawn[relative];
            claim[family.ChildInClaim] = unrelated[family.ChildUnrelated] = child;
            return _claim.Log10(_model, claim, _theta) - _unrelated.Log10(_model, unrelated, _theta);
        }

        UInt128 KeyOf(Reading[] drawn, Reading child)
        {
            Check.That(_model.VisibleCount < 256 && family.Typed.Count < 8);
            var key = Add(0, child);
            foreach (var relative in family.Typed) key = Add(key, drawn[relative]);
            return key;

            static UInt128 Add(UInt128 key, Reading read) =>
                key << 16 | (UInt128)((read.A + 1) << 8 | read.B + 1);
        }
    }
}
