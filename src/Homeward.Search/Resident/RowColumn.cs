using System.Collections.Concurrent;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Search.Compiling;
using Homeward.Search.Index;

namespace Homeward.Search.Resident;

/// <summary>One marker's rows of scores by number: log10 LR of each genotype code, in thousandths and rounded up, for a
/// form of family and its readings there. Families with the same readings share a row.</summary>
/// <remarks>Rounded up, so that no sum of rows falls below the LR: docs/math/scan.md. Rows may be made from several
/// threads; scores are read while nobody makes any.</remarks>
sealed class RowColumn
{
    /// <summary>The row of families of which nobody was typed here.</summary>
    public const int Untyped = 0;

    const double StepsPerUnit = 1000;

    /// <summary>Far above a rounding error, and a millionth of a step: what was worked out another way may differ in
    /// its last bits.</summary>
    const double Guard = 1e-6;

    readonly MarkerCodes _codes;
    readonly MarkerLadder _ladder;
    readonly MarkerLadders _ladders;
    readonly ConcurrentDictionary<(int Form, UInt128 Readings), int> _known = new();
    readonly List<Source?> _sources = [];
    readonly List<double> _bests = [];
    readonly List<Allele[]> _outside = [];
    readonly short[][] _scores = [.. Enumerable.Repeat(0, MarkerCodes.Count).Select(_ => new short[64])];

    /// <summary>What a row that many share was worked out from; nothing is kept of a row of one family.</summary>
    sealed record Source(FamilyForm Form, UInt128 Readings);

    public RowColumn(MarkerCodes codes, MarkerLadders ladders)
    {
        (_codes, _ladders, _ladder) = (codes, ladders, ladders.Of(codes.Marker, []));
        ReadingOfCode = [.. codes.Genotypes.Select(it => ReadingOf(it))];
        // "Nobody typed" scores 0 whatever the child shows.
        Store(new double[MarkerCodes.Count], source: null);
    }

    /// <summary>Whether exchanged readings of full siblings mean the same here.</summary>
    public bool IsX => _ladder.Model.IsX;

    public MarkerCodes Codes => _codes;

    public int Count => _sources.Count;

    /// <summary>A genotype with a code of its own as a pair of places on the ladder.</summary>
    public ushort[] ReadingOfCode { get; }

    /// <summary>The score of every row with a code, in thousandths.</summary>
    public ReadOnlySpan<short> ScoresOf(byte code) => _scores[code].AsSpan(0, Count);

    /// <summary>The largest score in a row, unrounded; at least 0.</summary>
    public double BestOf(int row) => _bests[row];

    /// <summary>0 for a genotype that is not on the ladder: its rows are nobody else's.</summary>
    public ushort ReadingOf(Genotype genotype) => LadderReading.Of(genotype, _ladder);

    /// <summary>The row of a form and its readings, worked out now if nobody had them before.</summary>
    /// <param name="form">Of the family.</param>
    /// <param name="readings">By typed member, 0 = not typed here, 16 bits each, the first one highest.</param>
    public int RowOf(FamilyForm form, UInt128 readings)
    {
        if (_known.TryGetValue((form.Number, readings), out var known)) return known;
        var source = new Source(form, readings);
        var scores = Worked(form, ProfilesOf(source), _outside);
        lock (_sources)
        {
            if (_known.TryGetValue((form.Number, readings), out known)) return known;
            var row = Store(scores, source);
            _known.TryAdd((form.Number, readings), row);
            return row;
        }
    }

    /// <summary>A row for this family alone: rare, partial or doubtful readings are seldom met twice.</summary>
    public int RowOf(FamilyForm form, IReadOnlyList<Profile?> profiles)
    {
        var scores = Worked(form, profiles, _outside);
        lock (_sources) return Store(scores, source: null);
    }

    /// <summary>Sees to it that the shared code scores enough for a child with these alleles together, which are not on
    /// the ladder.</summary>
    public void Cover(Genotype read, int threads)
    {
        Allele[] alleles = [.. new[] { read.Low, read.High }.Distinct().Where(it => _ladder.IndexOf(it) < 0)];
        if (alleles.Length == 0 || _outside.Any(alleles.SequenceEqual)) return;
        _outside.Add(alleles);
        var shared = _scores[MarkerCodes.Shared];
        Parallel.For(Untyped + 1, Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, row =>
        {
            // Nobody remembers what a family's own row was worked out from: it lets such children through.
            shared[row] = Math.Max(shared[row], _sources[row] is { } it ? SharedOf(it, alleles) : short.MaxValue);
        });
    }

    short SharedOf(Source source, Allele[] alleles)
    {
        try
        {
            return StepsOf(Worked(source.Form, ProfilesOf(source), [alleles])[MarkerCodes.Shared]);
        }
        catch (LikelihoodTooLargeException)
        {
            return short.MaxValue;
        }
    }

    double[] Worked(FamilyForm form, IReadOnlyList<Profile?> profiles, IReadOnlyList<Allele[]> outside)
    {
        var scores = new double[MarkerCodes.Count];
        form.Fill(scores, profiles, _codes, _ladders, outside);
        return scores;
    }

    int Store(double[] scores, Source? source)
    {
        var row = Count;
        for (var code = 0; code < MarkerCodes.Count; code++)
        {
            if (row == _scores[code].Length) Array.Resize(ref _scores[code], 2 * row);
            _scores[code][row] = StepsOf(scores[code]);
        }
        _bests.Add(Math.Max(0, scores.Max()));
        _sources.Add(source);
        return row;
    }

    /// <summary>Nothing is below the least step, so an impossible reading is rounded up too.</summary>
    static short StepsOf(double score)
    {
        var steps = Math.Ceiling(score * StepsPerUnit + Guard);
        Check.That(steps <= short.MaxValue, "no marker says more than 10 to the 32");
        return steps > short.MinValue ? (short)steps : short.MinValue;
    }

    /// <summary>What a sum of rows must reach.</summary>
    public static int StepsToReach(double threshold) => (int)Math.Floor(threshold * StepsPerUnit - Guard);

    Profile?[] ProfilesOf(Source source)
    {
        Span<ushort> readings = stackalloc ushort[source.Form.Typed.Count];
        for (var i = 0; i < readings.Length; i++)
            readings[i] = (ushort)(source.Readings >> 16 * (readings.Length - 1 - i) & ushort.MaxValue);
        return source.Form.ProfilesOf(readings, _codes.Marker, _ladder);
    }
}
