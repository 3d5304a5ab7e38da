using System.Globalization;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Frequencies;

/// <summary>Gathers the frequencies of a file, cell by cell, and checks what only the whole can show.</summary>
/// <param name="label">The name of a population that the file does not name itself.</param>
sealed class FrequencyCollector(string label)
{
    /// <summary>Sums this far from 1 are rounding, and not worth a word.</summary>
    public const double RoundingOfSum = 0.005;

    /// <summary>Sums farther from 1 than this are refused: something is missing, doubled or mistyped.</summary>
    public const double FaultOfSum = 0.02;

    /// <summary>No table of people's making comes near; a larger one would only fill the memory.</summary>
    public const int MostFrequencies = 1_000_000;

    /// <summary>The same for the markers of all populations of a file together.</summary>
    public const int MostMarkers = 20_000;

    const int LongestName = 100;

    readonly Dictionary<(string Population, string Spelling), Entry> _bySpelling = [];
    readonly Dictionary<(string Population, string Marker), Entry> _byMarker = [];
    readonly List<Entry> _entries = [];
    int _count;
    int _notSeen;

    public Problems Problems { get; } = new();
    public Problems Warnings { get; } = new();

    /// <summary>What the file says about itself, by key: title, citation, licence, minimum.</summary>
    public Dictionary<string, string> About { get; } = [];

    /// <summary>True when the file holds more than a table can: the reading stops, and the file is refused.</summary>
    public bool IsFull => _count > MostFrequencies || _bySpelling.Count > MostMarkers;

    /// <returns>Why this cannot be the name of a marker or a population, or null.</returns>
    public static string? FaultOfName(string? name) =>
        string.IsNullOrEmpty(name) ? "has no name"
        : name.Length > LongestName ? Text($"has a name longer than {LongestName} characters")
        : null;

    /// <summary>Takes one frequency; 0 says that the allele was not seen, as an empty cell does.</summary>
    /// <param name="population">Its name in the file; empty when the file names none.</param>
    /// <param name="marker">Its name in the file.</param>
    /// <param name="allele">The allele, read already.</param>
    /// <param name="frequency">From 0 to 1.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Add(string population, string marker, Allele allele, double frequency)
    {
        var entry = EntryOf(population, marker);
        if (!allele.IsRepeat && !entry.IsAmelogenin) return "is of X or Y at a marker that is not amelogenin";
        if (!entry.Seen.Add(allele)) return "gives this allele of the marker a second time";
        _count++;
        if (frequency == 0)
        {
            _notSeen++;
            return null;
        }
        entry.Alleles.Add(allele);
        entry.Frequencies.Add(frequency);
        return null;
    }

    /// <summary>Takes the number of chromosomes counted at a marker.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? AddSize(string population, string marker, int chromosomes)
    {
        var entry = EntryOf(population, marker);
        if (entry.Chromosomes is { } before && before != chromosomes)
            return "gives the marker another sample size than before";
        entry.Chromosomes = chromosomes;
        return null;
    }

    public Parsed<IReadOnlyList<AlleleFrequencies>> Result()
    {
        if (_notSeen > 0) Warnings.Add("", Text($"{_notSeen} frequencies are 0: alleles not seen"));
        if (IsFull)
            Problems.Add("", Text($"has more than {MostFrequencies:N0} frequencies or {MostMarkers:N0} markers"));
        foreach (var entry in _entries) CheckWhole(entry);
        if (!Problems.Any && _entries.All(it => it.Alleles.Count == 0)) Problems.Add("", "holds no allele frequencies");
        return Problems.Any ? new(Problems, Warnings) : new(Populations(), Warnings);
    }

    void CheckWhole(Entry entry)
    {
        if (MarkerCatalogue.Find(entry.Marker) is null)
            Warnings.Add(entry.Place, "is not in the catalogue of markers; it is kept under this name");
        var sum = entry.Frequencies.Sum();
        var distance = Math.Abs(sum - 1) - 1e-9;                     // 0.995 in binary is a little less
        if (entry.Alleles.Count == 0) Warnings.Add(entry.Place, "has no frequencies");
        else if (distance > FaultOfSum) Problems.Add(entry.Place, SumsTo(sum));
        else if (distance > RoundingOfSum) Warnings.Add(entry.Place, SumsTo(sum) + "; they are divided by their sum");
    }

    static string SumsTo(double sum) => Text($"has frequencies that sum to {sum:0.####}, not 1");

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    List<AlleleFrequencies> Populations() =>
        [.. _entries.Where(it => it.Alleles.Count > 0).GroupBy(it => it.Population).Select(ToPopulation)];

    AlleleFrequencies ToPopulation(IGrouping<string, Entry> entries)
    {
        var name = entries.Key.Length > 0 ? entries.Key : label;
        var cell = new FrequencyCell(',');
        var fault = cell.Frequency(About.GetValueOrDefault("minimum"), out var minimum);
        return new(name, About.GetValueOrDefault("citation", label), [.. entries.Select(it => it.ToFrequencies())])
        {
            Title = entries.Key.Length > 0 ? name : About.GetValueOrDefault("title", name),
            Licence = About.GetValueOrDefault("licence", ""),
            StatedMinimum = fault is null && minimum > 0 ? minimum : null,
        };
    }

    /// <remarks>Two spellings of one marker are one entry; the catalogue is asked once for each spelling.</remarks>
    Entry EntryOf(string population, string spelling)
    {
        if (_bySpelling.TryGetValue((population, spelling), out var entry)) return entry;
        var marker = MarkerCatalogue.Canonical(spelling);
        if (!_byMarker.TryGetValue((population, marker), out entry))
        {
            entry = _byMarker[(population, marker)] = new(population, marker);
            _entries.Add(entry);
        }
        return _bySpelling[(population, spelling)] = entry;
    }

    sealed class Entry(string population, string marker)
    {
        public string Population => population;
        public string Marker => marker;
        public bool IsAmelogenin { get; } = MarkerCatalogue.Find(marker)?.Kind == MarkerKind.Amelogenin;
        public string Place => "marker " + marker + (population.Length > 0 ? " of " + population : "");
        public HashSet<Allele> Seen { get; } = [];
        public List<Allele> Alleles { get; } = [];
        public List<double> Frequencies { get; } = [];
        public int? Chromosomes { get; set; }

        public MarkerFrequencies ToFrequencies() => new(marker, Alleles, Frequencies, Chromosomes);
    }
}
