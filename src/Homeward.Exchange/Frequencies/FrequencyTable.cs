using Homeward.Exchange.Profiles;
using Homeward.Exchange.Tables;
using Homeward.Genetics.Markers;

namespace Homeward.Exchange.Frequencies;

/// <summary>
/// Frequencies as a delimited table. Tall: columns marker, allele, frequency, and where known 2N (chromosomes) or N
/// (people) and a population. Wide: a column of alleles, to its left at most population and sample size, to its right a
/// column for each marker; rows named N or 2N give sample sizes.
/// </summary>
sealed class FrequencyTable
{
    static readonly string[] MarkerNames = ["marker", "locus", "marcador", "基因座"];
    static readonly string[] AlleleNames = ["allele", "alleles", "alelo", "等位基因"];
    static readonly string[] FrequencyNames = ["frequency", "frequencies", "freq", "frecuencia", "频率"];
    static readonly string[] PopulationNames = ["population", "database", "origin", "人群"];
    static readonly string[] PeopleNames = ["n"];
    static readonly string[] ChromosomeNames = ["2n", "chromosomes"];
    static readonly string[] MinimumNames = ["fmin"];

    readonly TableReader _table;
    readonly FrequencyCollector _into;
    readonly FrequencyCell _cell;
    readonly int _allele;
    readonly int _population;
    readonly int _people;
    readonly int _chromosomes;

    FrequencyTable(TableReader table, FrequencyCollector into)
    {
        (_table, _into, _cell) = (table, into, new(table.Header.Separator));
        _allele = AlleleColumn(table.Header);
        _population = _table.Header.IndexOf(PopulationNames);
        _people = _table.Header.IndexOf(PeopleNames);
        _chromosomes = _table.Header.IndexOf(ChromosomeNames);
    }

    public static bool Recognizes(TableHeader header)
    {
        var (allele, marker) = (AlleleColumn(header), header.IndexOf(MarkerNames));
        if (allele < 0 || header.IndexOf(TallTable.SampleColumn) >= 0) return false;
        return marker >= 0 ? header.IndexOf(FrequencyNames) >= 0
            : header.IndexOf(AlleleNames) >= 0 || header.Names.Any(it => MarkerCatalogue.Find(it) is not null);
    }

    /// <remarks>R gives row names no heading, or X.</remarks>
    static int AlleleColumn(TableHeader header)
    {
        var column = header.IndexOf(AlleleNames);
        return column >= 0 ? column : header.Names is ["" or "X", ..] ? 0 : -1;
    }

    public static void Read(Stream stream, FrequencyCollector into)
    {
        var table = new TableReader(stream, withNotes: true);
        foreach (var note in table.Notes.Select(it => it.Split(": ", 2)))
            if (note.Length == 2) into.About.TryAdd(note[0], note[1]);
        if (table.Header.Names.Count > 0) new FrequencyTable(table, into).ReadRows();
        into.Problems.AddAll(table.Problems);
    }

    void ReadRows()
    {
        var (marker, frequency) = (_table.Header.IndexOf(MarkerNames), _table.Header.IndexOf(FrequencyNames));
        if (_allele >= 0 && marker >= 0 && frequency >= 0) ReadTall(marker, frequency);
        else if (_allele >= 0 && marker < 0 && frequency < 0) ReadWide();
        else
            _into.Problems.Add(
                _table.Place(),
                "has neither the columns marker, allele and frequency, nor a column allele and one for each marker");
    }

    void ReadTall(int marker, int frequency)
    {
        while (!_into.IsFull && _table.Read())
        {
            var name = _table[marker].ToString();
            var noName = FrequencyCollector.FaultOfName(name);
            var noAllele = _cell.Allele(_table[_allele], out var allele);
            var wrong = _cell.Frequency(_table[frequency], out var value);
            Report(marker, noName);
            Report(_allele, noAllele);
            var isWhole = noName is null && noAllele is null && HasPopulation();
            Report(frequency, wrong ?? (isWhole ? _into.Add(Population(), name, allele, value) : null));
            if (isWhole) AddSizes(name);
        }
    }

    void ReadWide()
    {
        var markers = MarkerColumns();
        while (!_into.IsFull && _table.Read())
        {
            var label = TableHeader.Key(_table[_allele].ToString());
            if (PeopleNames.Contains(label)) ReadSizes(markers, ofPeople: true);
            else if (ChromosomeNames.Contains(label)) ReadSizes(markers, ofPeople: false);
            else if (MinimumNames.Contains(label)) SetAside("gives minimum frequencies, which are not used");
            else if (label == "0") SetAside("is of allele 0, which is no repeat number; it is left out");
            else ReadWideRow(markers);
        }
    }

    void SetAside(string why) => _into.Warnings.Add(_table.Place(), why);

    void ReadWideRow(List<int> markers)
    {
        var noAllele = _cell.Allele(_table[_allele], out var allele);
        Report(_allele, noAllele);
        var isWhole = noAllele is null & HasPopulation();
        foreach (var column in markers)
        {
            if (!IsGiven(column)) continue;
            var marker = _table.Header.Names[column];
            var wrong = _cell.Frequency(_table[column], out var value);
            Report(column, wrong ?? (isWhole ? _into.Add(Population(), marker, allele, value) : null));
            if (isWhole) AddSizes(marker);
        }
    }

    void ReadSizes(List<int> markers, bool ofPeople)
    {
        if (ofPeople)
            SetAside("is taken for a count of people, and 2N for twice that; if it counts chromosomes, name it 2N");
        foreach (var column in markers)
            if (IsGiven(column)) AddSize(column, _table.Header.Names[column], ofPeople);
    }

    void AddSizes(string marker)
    {
        if (IsGiven(_people)) AddSize(_people, marker, ofPeople: true);
        if (IsGiven(_chromosomes)) AddSize(_chromosomes, marker, ofPeople: false);
    }

    bool IsGiven(int column) => column >= 0 && !FrequencyCell.IsEmpty(_table[column]);

    void AddSize(int column, string marker, bool ofPeople)
    {
        var wrong = FrequencyCell.Chromosomes(_table[column], ofPeople, out var chromosomes);
        Report(column, wrong ?? _into.AddSize(Population(), marker, chromosomes));
    }

    /// <summary>Every column right of the alleles; those to the left must be population and sample size.</summary>
    List<int> MarkerColumns()
    {
        var columns = new List<int>();
        var seen = new HashSet<string>();
        for (var column = 0; column < _table.Header.Names.Count; column++)
        {
            if (column == _allele || column == _population || column == _people || column == _chromosomes) continue;
            var (name, place) = (_table.Header.Names[column], "column " + _table.Header.Shown(column));
            if (column < _allele) _into.Warnings.Add(place, "stands left of the alleles and is not used");
            else if (FrequencyCollector.FaultOfName(name) is { } fault) _into.Problems.Add(place, fault);
            else if (seen.Add(MarkerCatalogue.Canonical(name))) columns.Add(column);
            else _into.Problems.Add(place, "is a marker that has a column already");
        }
        return columns;
    }

    bool HasPopulation()
    {
        var fault = _population < 0 ? null : FrequencyCollector.FaultOfName(Population());
        Report(_population, fault);
        return fault is null;
    }

    string Population() => _population < 0 ? "" : _table[_population].ToString();

    void Report(int column, string? wrong)
    {
        if (wrong is not null) _into.Problems.Add(_table.Place(column), wrong);
    }
}
