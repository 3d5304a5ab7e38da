using System.Collections.Concurrent;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;
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
        Span<ushort> readings = stackalloc ushort[form.Typed.Count];
        if (!Reads(readings, form, family, column))
        {
            form.Fill(row, family.Profiles, column.Codes, _ladders, column.Outside);
            return;
        }
        var key = new RowKey(form.Number, number, LadderReading.KeyOf(readings));
        if (_rows.TryGetValue(key, out var known))
        {
            known.CopyTo(row);
            return;
        }
        form.Fill(
            row, form.ProfilesOf(readings, column.Codes.Marker, column.Ladder), column.Codes, _ladders, column.Outside);
        if (RowCount < MostRows && _rows.TryAdd(key, row.ToArray())) Interlocked.Increment(ref _rowCount);
    }

    /// <summary>
    /// Reads each typed member as a number, exchangeable ones in ascending order. False when there are many members, or
    /// rare or doubtful readings, which are seldom met twice.
    /// </summary>
    static bool Reads(Span<ushort> readings, FamilyForm form, Family family, Column column)
    {
        if (readings.Length > LadderReading.MostInKey) return false;
        for (var i = 0; i < readings.Length; i++)
        {
            var profile = family.Profiles[form.Typed[i]]!;
            if (profile.DropOut > 0) return false;
            if (!profile.Genotypes.TryGetValue(column.Codes.Marker, out var genotype)) continue;
            readings[i] = LadderReading.Of(genotype, column.Ladder);
            if (readings[i] == 0) return false;
        }
        if (!column.Ladder.Model.IsX) form.Order(readings);
        return true;
    }
}
