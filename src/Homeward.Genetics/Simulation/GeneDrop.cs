using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Simulation;

/// <summary>
/// Draws what a laboratory would read of the members of a pedigree: founders from the population, everyone else from
/// the parents, one random allele of each, through the marker's mutation matrices.
/// </summary>
/// <remarks>MacCluer et al., "Pedigree analysis by computer simulation", Zoo Biology 5 (1986).</remarks>
public sealed class GeneDrop
{
    readonly Pedigree _pedigree;
    readonly double _theta;
    readonly int[] _father, _mother;                             // allele from each side, by first twin; −1 = none (X)
    readonly bool[] _isDrawn;                                    // by first twin
    readonly List<int> _founderAlleles = [];                     // drawn so far, for theta

    public GeneDrop(Pedigree pedigree, Theta theta)
    {
        (_pedigree, _theta) = (pedigree, theta.Value);
        var count = pedigree.Members.Count;
        (_father, _mother, _isDrawn) = (new int[count], new int[count], new bool[count]);
    }

    /// <summary>Draws one marker. Not thread-safe: the working memory is kept between draws.</summary>
    /// <param name="marker">Frequencies and mutation; on the X chromosome every member's sex must be known.</param>
    /// <param name="random">Advanced by the draw.</param>
    /// <param name="readings">Receives the reading of each member, in the order of the pedigree.</param>
    /// <param name="dropOut">Probability by member that one copy of an allele stays unseen; empty = none.</param>
    public void Draw(
        MarkerModel marker, SeededRandom random, Span<Reading> readings, ReadOnlySpan<double> dropOut = default)
    {
        Check.That(readings.Length == _father.Length);
        Check.That(dropOut.IsEmpty || dropOut.Length == _father.Length);
        _founderAlleles.Clear();
        Array.Clear(_isDrawn);
        foreach (var i in _pedigree.AncestorsFirst)
        {
            var twin = _pedigree.IdenticalTo[i];
            if (!_isDrawn[twin]) DrawMember(twin, marker, random);
            readings[i] = Read(twin, marker, random, dropOut.IsEmpty ? 0 : dropOut[i]);
        }
    }

    void DrawMember(int i, MarkerModel marker, SeededRandom random)
    {
        var member = _pedigree.Members[i];
        Check.That(!marker.IsX || member.Sex != Sex.Unknown);
        var hasFathers = !(marker.IsX && member.Sex == Sex.Male);
        _isDrawn[i] = true;
        if (member.IsFounder)
        {
            _father[i] = hasFathers ? DrawFounder(marker, random) : -1;
            _mother[i] = DrawFounder(marker, random);
        }
        else
        {
            _father[i] = hasFathers ? Transmit(member.Father, marker, random, male: true) : -1;
            _mother[i] = Transmit(member.Mother, marker, random, male: false);
        }
    }

    /// <summary>
    /// Balding–Nichols as an urn: the next allele is a copy of one of the n drawn with nθ/(1+(n−1)θ), else a new draw.
    /// </summary>
    int DrawFounder(MarkerModel marker, SeededRandom random)
    {
        if (_theta == 0) return random.NextIndex(marker.Founder);
        var count = _founderAlleles.Count;
        var isCopy = count > 0 && random.NextIs(count * _theta / (1 + (count - 1) * _theta));
        var allele = isCopy ? _founderAlleles[random.NextBelow(count)] : random.NextIndex(marker.Founder);
        _founderAlleles.Add(allele);
        return allele;
    }

    int Transmit(int parent, MarkerModel marker, SeededRandom random, bool male)
    {
        var twin = _pedigree.IdenticalTo[parent];
        var fromGrandfather = _father[twin] >= 0 && random.NextIs(0.5);
        var allele = fromGrandfather ? _father[twin] : _mother[twin];
        var row = marker.Transitions(male).AsSpan(allele * marker.StateCount, marker.StateCount);
        return row[allele] == 1 ? allele : random.NextIndex(row);
    }

    /// <summary>A silent allele or a copy that dropped out is not seen; one copy left looks homozygous.</summary>
    Reading Read(int i, MarkerModel marker, SeededRandom random, double dropOut)
    {
        var a = Seen(_father[i], marker, random, dropOut);
        var b = Seen(_mother[i], marker, random, dropOut);
        if (a < 0 && b < 0) return Reading.Untyped;
        return a < 0 ? Reading.Of(b, b) : b < 0 ? Reading.Of(a, a) : Reading.Of(a, b);
    }

    static int Seen(int allele, MarkerModel marker, SeededRandom random, double dropOut) =>
        allele < 0 || allele >= marker.VisibleCount || (dropOut > 0 && random.NextIs(dropOut)) ? -1 : allele;
}
