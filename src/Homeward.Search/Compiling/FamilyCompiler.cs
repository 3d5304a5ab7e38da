using System.Collections.Concurrent;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Search.Index;

namespace Homeward.Search.Compiling;

/// <summary>
/// Compiles many families. Those of one form with the same readings at a marker have the same scores there, so these
/// are worked out once: among a million families there are a few thousand different couples a marker.
/// </summary>
/// <remarks>
/// Safe to use from several threads. What is remembered is what the engine said, so a family compiles to the same bits
/// whatever was compiled before. Memory is bounded: when it is full, new readings are worked out each time.
/// </remarks>
public sealed class FamilyCompiler
{
    /// <summary>1 KiB each.</summary>
    public const int MostRows = 1 << 18;

    /// <summary>Readings that a key holds, 16 bits each.</summary>
    const int MostReadings = 8;

    readonly CodeBook _codes;
    readonly MarkerLadders _ladders;
    readonly Column?[] _columns;
    readonly ConcurrentDictionary<string, FamilyForm> _forms = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<RowKey, double[]> _rows = new();
    int _rowCount, _formCount;

    /// <param name="codes">The columns of the index.</param>
    /// <param name="ladders">The population that the scan uses.</param>
    /// <param name="outside">Alleles outside the ladder that the index holds, by marker.</param>
    public FamilyCompiler(CodeBook codes, MarkerLadders ladders, Func<string, IReadOnlyList<Allele[]>> outside)
    {
        (_codes, _ladders) = (codes, ladders);
        _columns = [.. codes.Markers.Select(it =>
            ladders.Has(it.Marker) ? new Column(it, ladders.Of(it.Marker, []), outside(it.Marker)) : null)];
    }

    sealed record Column(MarkerCodes Codes, MarkerLadder Ladder, IReadOnlyList<Allele[]> Outside);

    readonly record struct RowKey(int Form, int Column, UInt128 Readings);

    /// <summary>How many different rows were worked out and are remembered.</summary>
    public int RowCount => Volatile.Read(ref _rowCount);

    /// <param name="family">The family; its other missing members stay untyped.</param>
    /// <param name="missing">Index of the missing member sought.</param>
    public CompiledFamily Of(Family family, int missing)
    {
        var scores = new double[_codes.Markers.Count * MarkerCodes.Count];
        Compile(family, missing, scores);
        return new(family, missing, scores);
    }

    /// <summary>The same into room that is used again.</summary>
    /// <param name="family">The family.</param>
    /// <param name="missing">Index of the missing member sought.</param>
    /// <param name="scores">128 scores a marker.</param>
    public void Compile(Family family, int missing, Span<double> scores)
    {
        Check.That(scores.Length == _codes.Markers.Count * MarkerCodes.Count);
        var form = FormOf(family, missing);
        scores.Clear();
        for (var m = 0; m < _columns.Length; m++)
            if (_columns[m] is { } column && IsTyped(family, column.Codes.Marker))
                Fill(scores.Slice(m * MarkerCodes.Count, MarkerCodes.Count), form, family, m, column);
    }

    static bool IsTyped(Family family, string marker)
    {
        foreach (var profile in family.Profiles)
            if (profile is not null && profile.Genotypes.ContainsKey(marker)) return true;
        return false;
    }

    FamilyForm FormOf(Family family, int missing)
    {
        var key = FamilyForm.KeyOf(family, missing);
        return _forms.TryGetValue(key, out var known) ? known
            : _forms.GetOrAdd(key, new FamilyForm(family, missing, Interlocked.Increment(ref _formCount)));
    }

    void Fill(Span<double> row, FamilyForm form, Family family, int number, Column column)
    {
        Span<ushort> readings = stackalloc ushort[MostReadings];
        var count = ReadingsOf(readings, form, family, column);
        if (count == 0)
        {
            form.Fill(row, family.Profiles, column.Codes, _ladders, column.Outside);
            return;
        }
        var readAs = UInt128.Zero;
        foreach (var reading in readings[..count]) readAs = readAs << 16 | reading;
        var key = new RowKey(form.Number, number, readAs);
        if (_rows.TryGetValue(key, out var known))
        {
            known.CopyTo(row);
            return;
        }
        form.Fill(row, ProfilesOf(readings, family, column), column.Codes, _ladders, column.Outside);
        if (RowCount < MostRows && _rows.TryAdd(key, row.ToArray())) Interlocked.Increment(ref _rowCount);
    }

    /// <summary>
    /// Reads each typed member as a number, exchangeable ones in ascending order. How many; 0 when there are many
    /// members, or rare or doubtful readings, which are seldom met twice.
    /// </summary>
    static int ReadingsOf(Span<ushort> readings, FamilyForm form, Family family, Column column)
    {
        Span<int> places = stackalloc int[family.Profiles.Count];
        var count = 0;
        for (var i = 0; i < family.Profiles.Count; i++)
        {
            if (family.Profiles[i] is not { } profile) continue;
            if (count == MostReadings || profile.DropOut > 0) return 0;
            places[i] = count;
            if (profile.Genotypes.TryGetValue(column.Codes.Marker, out var genotype))
            {
                if (genotype.IsOneKnown) return 0;
                var (low, high) = (column.Ladder.IndexOf(genotype.Low), column.Ladder.IndexOf(genotype.High));
                if (low < 0 || high < 0 || high >= byte.MaxValue) return 0;
                readings[count] = (ushort)((low + 1) << 8 | (high + 1));
            }
            count++;
        }
        if (!column.Ladder.Model.IsX)
            foreach (var group in form.Interchangeable) Sort(readings, places, group);
        return count;
    }

    /// <summary>Few readings: exchanges neighbours until they are in order.</summary>
    static void Sort(Span<ushort> readings, ReadOnlySpan<int> places, int[] group)
    {
        for (var last = group.Length - 1; last > 0; last--)
            for (var i = 0; i < last; i++)
            {
                var (left, right) = (places[group[i]], places[group[i + 1]]);
                if (readings[left] > readings[right])
                    (readings[left], readings[right]) = (readings[right], readings[left]);
            }
    }

    /// <summary>This marker of the typed members, so that exchanged readings are calculated in one order.</summary>
    static Profile?[] ProfilesOf(ReadOnlySpan<ushort> readings, Family family, Column column)
    {
        var profiles = new Profile?[family.Profiles.Count];
        var at = 0;
        for (var i = 0; i < profiles.Length; i++)
        {
            if (family.Profiles[i] is null) continue;
            var genotypes = new Dictionary<string, Genotype>(1);
            var reading = readings[at++];
            if (reading > 0)
                genotypes.Add(column.Codes.Marker, new(AlleleAt(reading >> 8), AlleleAt(reading & byte.MaxValue)));
            profiles[i] = new("", genotypes);
        }
        return profiles;

        Allele AlleleAt(int number) => column.Ladder.Alleles[number - 1];
    }
}
