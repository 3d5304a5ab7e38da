using System.Globalization;
using Homeward.Exchange.Tables;
using Homeward.Genetics.Markers;

namespace Homeward.Exchange.Frequencies;

/// <summary>
/// A list as Familias exports its database: the name of a marker alone on a line, then a line for each allele with its
/// frequency behind it. Empty lines between the markers do not matter.
/// </summary>
sealed class FrequencyList
{
    readonly LineReader _lines;
    readonly FieldSplitter _fields = new();
    readonly FrequencyCollector _into;
    string? _marker;

    FrequencyList(Stream stream, FrequencyCollector into) => (_lines, _into) = (new(stream), into);

    string Place => string.Create(CultureInfo.InvariantCulture, $"row {_lines.Number}");

    /// <summary>Whether the first line is a marker's name and nothing else.</summary>
    public static bool Recognizes(TableHeader header) =>
        header.Names is [var only] && MarkerCatalogue.Find(only) is not null;

    public static void Read(Stream stream, FrequencyCollector into) => new FrequencyList(stream, into).ReadLines();

    void ReadLines()
    {
        while (!_into.IsFull && _lines.TryRead(out var line))
        {
            _fields.Separator = FieldSplitter.SeparatorOf(line);
            if (_fields.IsBlank(line)) continue;
            if (_fields.Split(line) is { } fault) Report(fault);
            else ReadFields();
        }
        if (_lines.Fault is { } end) Report(end);
    }

    void ReadFields()
    {
        var count = _fields.CountWithoutEmptyEnd;
        if (count == 2) ReadAllele(_fields[0], _fields[1]);
        else if (count == 1 && TryHalve(_fields[0].Trim(), out var allele, out var frequency))
            ReadAllele(allele, frequency);
        else if (count == 1) ReadMarker();
        else
            Report(string.Create(
                CultureInfo.InvariantCulture,
                $"has {count} fields; a marker stands alone on its line, an allele with its frequency behind it"));
    }

    void ReadMarker()
    {
        var name = _fields[0].Trim().ToString();
        var fault = Allele.TryParse(name, out _) ? "has an allele without its frequency behind it"
            : FrequencyCollector.FaultOfName(name);
        Report(fault);
        _marker = fault is null ? name : null;
    }

    /// <summary><c>9.3 0.25</c>, with a space between; a marker's name is no allele up to its space.</summary>
    static bool TryHalve(ReadOnlySpan<char> text, out ReadOnlySpan<char> allele, out ReadOnlySpan<char> frequency)
    {
        var space = text.IndexOf(' ');
        allele = frequency = default;
        if (space < 0 || !Allele.TryParse(text[..space], out _)) return false;
        allele = text[..space];
        frequency = text[space..];
        return true;
    }

    void ReadAllele(ReadOnlySpan<char> name, ReadOnlySpan<char> number)
    {
        var cell = new FrequencyCell(_fields.Separator);
        var noAllele = cell.Allele(name.Trim(), out var allele);
        var noFrequency = cell.Frequency(number.Trim(), out var frequency);
        Report(noAllele);
        Report(noFrequency);
        if (noAllele is null && noFrequency is null && _marker is not null)
            Report(_into.Add("", _marker, allele, frequency));
    }

    void Report(string? wrong)
    {
        if (wrong is not null) _into.Problems.Add(Place, wrong);
    }
}
