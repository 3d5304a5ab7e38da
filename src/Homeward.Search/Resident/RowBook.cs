using System.Collections.Concurrent;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;
using Homeward.Search.Compiling;
using Homeward.Search.Index;

namespace Homeward.Search.Resident;

/// <summary>The rows of all columns, and which of them a family has.</summary>
sealed class RowBook
{
    readonly ProfileIndex _relatives;
    readonly ConcurrentDictionary<string, FamilyForm> _forms = new(StringComparer.Ordinal);
    int _formCount;

    /// <param name="relatives">Where the readings of typed members are.</param>
    /// <param name="ladders">The population that the scan uses.</param>
    public RowBook(ProfileIndex relatives, MarkerLadders ladders)
    {
        _relatives = relatives;
        Columns =
        [
            .. relatives.Codes.Markers.TakeWhile(it => ladders.Has(it.Marker)).Select(it => new RowColumn(it, ladders)),
        ];
    }

    /// <summary>The columns with scores, which come first in the book of codes.</summary>
    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>A row's number for each column.</summary>
    /// <param name="family">Pedigree, and who is typed; whatever its profiles hold is not looked at.</param>
    /// <param name="slots">Where each typed member's readings are.</param>
    /// <param name="missing">Index of the missing member sought.</param>
    /// <param name="rows">Receives the numbers.</param>
    /// <exception cref="Genetics.Likelihood.LikelihoodTooLargeException">No exact calculation is in reach.</exception>
    public void RowsOf(Family family, IReadOnlyList<int> slots, int missing, Span<int> rows)
    {
        var form = FormOf(family, missing);
        var isDoubtful = form.Typed.Count > LadderReading.MostInKey
            || form.Typed.Any(it => _relatives.DropOuts.ContainsKey(slots[it]));
        Span<ushort> readings = stackalloc ushort[form.Typed.Count];
        for (var column = 0; column < rows.Length; column++)
            rows[column] = RowOf(form, slots, column, isDoubtful, readings);
    }

    /// <summary>log10 LR at most, whoever the child is.</summary>
    public double BestOf(ReadOnlySpan<int> rows)
    {
        var best = 0d;
        for (var column = 0; column < rows.Length; column++) best += Columns[column].BestOf(rows[column]);
        return best;
    }

    /// <summary>Sees to it that no row scores too little for this child.</summary>
    public void Cover(Profile child, int threads)
    {
        foreach (var column in Columns)
            if (child.Genotypes.TryGetValue(column.Codes.Marker, out var read)) column.Cover(read, threads);
    }

    FamilyForm FormOf(Family family, int missing)
    {
        var key = FamilyForm.KeyOf(family, missing);
        return _forms.TryGetValue(key, out var known) ? known
            : _forms.GetOrAdd(key, new FamilyForm(family, missing, Interlocked.Increment(ref _formCount)));
    }

    int RowOf(FamilyForm form, IReadOnlyList<int> slots, int number, bool isDoubtful, Span<ushort> readings)
    {
        var column = Columns[number];
        var (isTyped, isShared) = (false, !isDoubtful);
        for (var i = 0; i < readings.Length; i++)
        {
            var slot = slots[form.Typed[i]];
            var code = _relatives.CodeAt(slot, number);
            readings[i] = code switch
            {
                MarkerCodes.NotTyped => 0,
                MarkerCodes.Shared => column.ReadingOf(_relatives.SharedGenotypes[(slot, number)]),
                _ => column.ReadingOfCode[code],
            };
            isTyped |= code != MarkerCodes.NotTyped;
            isShared &= code == MarkerCodes.NotTyped || readings[i] > 0;
        }
        if (!isTyped) return RowColumn.Untyped;
        if (!isShared) return column.RowOf(form, ProfilesOf(form, slots, number, column.Codes.Marker));
        if (!column.IsX) form.Order(readings);
        return column.RowOf(form, LadderReading.KeyOf(readings));
    }

    /// <summary>This marker of the typed members, as they were read.</summary>
    Profile?[] ProfilesOf(FamilyForm form, IReadOnlyList<int> slots, int column, string marker)
    {
        var profiles = new Profile?[form.MemberCount];
        foreach (var member in form.Typed)
        {
            var genotypes = new Dictionary<string, Genotype>(1);
            if (_relatives.GenotypeAt(slots[member], column) is { } read) genotypes.Add(marker, read);
            profiles[member] = new("", genotypes) { DropOut = _relatives.DropOuts.GetValueOrDefault(slots[member]) };
        }
        return profiles;
    }
}
