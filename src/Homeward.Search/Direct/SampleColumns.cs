using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Direct;

/// <summary>Many samples' genotypes as small numbers, row after row: what a comparison of all with all needs.</summary>
/// <remarks>A reading with one allele known of two counts as not typed: it may be anything.</remarks>
public sealed class SampleColumns
{
    /// <summary>What a bit set of markers holds.</summary>
    public const int MostMarkers = 128;

    internal const ushort NotTyped = 0;

    readonly string[] _markers;
    readonly Dictionary<Genotype, ushort>[] _codes;
    readonly List<Genotype>[] _genotypes;
    ushort[] _cells = [];
    UInt128[] _typed = [];

    /// <param name="markers">Canonical names; other markers of a profile are not compared.</param>
    public SampleColumns(IEnumerable<string> markers)
    {
        _markers = [.. markers];
        Check.That(_markers.Length is > 0 and <= MostMarkers);
        _codes = [.. _markers.Select(_ => new Dictionary<Genotype, ushort>())];
        _genotypes = [.. _markers.Select(_ => new List<Genotype> { default })];
    }

    public IReadOnlyList<string> Markers => _markers;

    /// <summary>Samples appended.</summary>
    public int Count { get; private set; }

    /// <returns>The sample's row.</returns>
    public int Append(Profile profile)
    {
        if (Count == _typed.Length)
        {
            var room = Math.Max(1024, 2 * Count);
            Array.Resize(ref _typed, room);
            Array.Resize(ref _cells, room * _markers.Length);
        }
        var row = Count++;
        for (var m = 0; m < _markers.Length; m++)
        {
            if (!profile.Genotypes.TryGetValue(_markers[m], out var read) || read.IsOneKnown) continue;
            _cells[row * _markers.Length + m] = CodeOf(m, read);
            _typed[row] |= UInt128.One << m;
        }
        return row;
    }

    /// <summary>The markers a sample was typed at, as bits.</summary>
    internal UInt128 TypedOf(int row) => _typed[row];

    internal ReadOnlySpan<ushort> RowOf(int row) => _cells.AsSpan(row * _markers.Length, _markers.Length);

    internal Genotype GenotypeOf(int marker, ushort code) => _genotypes[marker][code];

    ushort CodeOf(int marker, Genotype read)
    {
        if (_codes[marker].TryGetValue(read, out var code)) return code;
        code = checked((ushort)_genotypes[marker].Count);
        _codes[marker].Add(read, code);
        _genotypes[marker].Add(read);
        return code;
    }
}
