using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Profiles;

/// <summary>Puts profiles together from readings in any order, and says what cannot stand beside what.</summary>
/// <param name="place">Where the reader stands: the column of a table, or <see cref="WholeRow"/>.</param>
/// <param name="problems">Takes what refuses the file; the reader may have told of its shape there already.</param>
/// <param name="warnings">Takes the readings that were set aside.</param>
sealed class ProfileCollector(Func<int, string> place, Problems problems, Problems warnings)
{
    public const int WholeRow = -1;

    /// <summary>Characters of the longest name of a sample or a marker.</summary>
    public const int LongestName = 100;

    readonly Dictionary<string, Sample> _samples = new(StringComparer.Ordinal);
    readonly List<Sample> _inOrder = [];
    readonly Dictionary<string, NamedMarker> _markers = new(StringComparer.Ordinal);
    readonly List<AlleleCell> _cells = [];
    readonly HashSet<string> _inLetters = new(StringComparer.Ordinal);
    bool _toldOfSequences;
    int _markersOfLast;

    public Problems Problems => problems;

    public Problems Warnings => warnings;

    /// <summary>One sample's profile in the making.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="markers">How many markers to expect.</param>
    public sealed class Sample(string id, int markers)
    {
        public string Id { get; } = id;
        public Dictionary<string, Genotype> Genotypes { get; } = new(markers, StringComparer.Ordinal);
        public Dictionary<string, string>? Unused { get; set; }
        public HashSet<string>? Untyped { get; set; }
        public double DropOut { get; set; }

        public bool Has(string marker) =>
            Genotypes.ContainsKey(marker) || Unused?.ContainsKey(marker) == true || Untyped?.Contains(marker) == true;

        public Profile ToProfile() =>
            Unused is null
                ? new(Id, Genotypes) { DropOut = DropOut }
                : new(Id, Genotypes) { DropOut = DropOut, Unused = Unused };
    }

    public sealed record NamedMarker(string Name, MarkerKind? Kind);

    public bool IsKnown(string sample) => _samples.ContainsKey(sample);

    /// <summary>The sample of this name, new or known; null, and a problem, when this is no name.</summary>
    public Sample? SampleNamed(ReadOnlySpan<char> name, int column = WholeRow)
    {
        if (_samples.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known)) return known;
        if (!IsName(name, "the sample", column)) return null;
        var sample = new Sample(name.ToString(), _inOrder.Count == 0 ? _markersOfLast : _inOrder[^1].Genotypes.Count);
        _samples.Add(sample.Id, sample);
        _inOrder.Add(sample);
        return sample;
    }

    /// <summary>The marker of this name or alias; null, and a problem, when this is no name.</summary>
    public NamedMarker? MarkerNamed(ReadOnlySpan<char> name, int column = WholeRow)
    {
        if (_markers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known)) return known;
        if (!IsName(name, "the marker", column)) return null;
        var text = name.ToString();
        var found = MarkerCatalogue.Find(text);
        if (found is null)
            Warnings.Add(place(column), "the marker is not in the catalogue; it is read under the name given");
        var marker = new NamedMarker(MarkerCatalogue.Canonical(text), found?.Kind);
        _markers.Add(text, marker);
        return marker;
    }

    /// <summary>Starts a marker of a sample; then come its cells, then <see cref="EndMarker"/>.</summary>
    public void BeginMarker() => _cells.Clear();

    /// <param name="text">The cell.</param>
    /// <param name="column">Where it stands.</param>
    /// <param name="marker">The marker, where it is known already.</param>
    /// <returns>False, and a problem, when the cell cannot be read.</returns>
    public bool AddCell(ReadOnlySpan<char> text, int column = WholeRow, NamedMarker? marker = null)
    {
        var cell = marker is { Kind: null } ? AlleleCell.ReadUnknown(text) : AlleleCell.Read(text);
        if (cell.Fault is { } fault)
        {
            Problems.Add(place(column), fault);
            return false;
        }
        if (cell.Says == AlleleCell.Kind.Sequence && !_toldOfSequences)
        {
            _toldOfSequences = true;
            Warnings.Add(place(column), "a sequence allele, read by its repeat number alone, as are all that follow");
        }
        if (cell.Says != AlleleCell.Kind.Empty) _cells.Add(cell);
        return true;
    }

    /// <summary>Adds an allele that was read already.</summary>
    public void AddAllele(Allele allele) => _cells.Add(AlleleCell.Of(allele));

    public void EndMarker(Sample sample, NamedMarker marker, int column = WholeRow)
    {
        if (sample.Has(marker.Name))
        {
            Problems.Add(
                place(column), "the marker is given a second time for this sample; give a second typing in a file of "
                + "its own, and leave ladders out");
            return;
        }
        var cells = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_cells);
        var reading = MarkerReading.Of(marker.Name, marker.Kind, cells);
        if (reading.Fault is { } fault) Problems.Add(place(column), fault);
        if (reading.Warning is { } warning && (warning != MarkerReading.InLetters || _inLetters.Add(marker.Name)))
            Warnings.Add(place(column), warning);
        if (reading.Genotype is { } genotype) sample.Genotypes.Add(marker.Name, genotype);
        else if (reading.Unused is { } unused) (sample.Unused ??= new(StringComparer.Ordinal)).Add(marker.Name, unused);
        else (sample.Untyped ??= new(StringComparer.Ordinal)).Add(marker.Name);
    }

    /// <summary>Hands out a sample that is complete and forgets it, so that a long file does not stay in
    /// memory.</summary>
    public Profile Take(Sample sample)
    {
        _samples.Remove(sample.Id);
        _inOrder.Remove(sample);
        _markersOfLast = sample.Genotypes.Count;
        return sample.ToProfile();
    }

    /// <summary>The profiles in the order of the file, or every problem.</summary>
    public Parsed<IReadOnlyList<Profile>> Result()
    {
        if (_inOrder.Count == 0 && !Problems.Any) Problems.Add("", "the file holds no samples");
        return Problems.Any
            ? new(Problems, Warnings)
            : new(Profiles(), Warnings);
    }

    /// <summary>The profiles in the order of the file.</summary>
    public IReadOnlyList<Profile> Profiles() => _inOrder.ConvertAll(it => it.ToProfile());

    bool IsName(ReadOnlySpan<char> name, string whose, int column)
    {
        if (name.Length == 0) Problems.Add(place(column), whose + " has no name");
        else if (name.Length > LongestName)
            Problems.Add(place(column), whose + " has a name of more than 100 characters");
        foreach (var c in name)
        {
            if (!char.IsControl(c)) continue;
            Problems.Add(place(column), whose + " has a control character in its name");
            return false;
        }
        return name.Length is > 0 and <= LongestName;
    }
}
