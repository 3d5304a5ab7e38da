using System.Globalization;
using System.Xml;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Frequencies;

/// <summary>
/// STRidER's XML: <c>frequencies / marker / name</c>, and <c>marker / origin[@name, @n] / frequency[@allele]</c>, where
/// n counts people. Each origin becomes a population.
/// </summary>
sealed class StriderReader
{
    const int DeepestElement = 16;
    const int LongestShown = 40;
    const int LongestMessage = 300;
    const long MostCharacters = 16 << 20;

    readonly XmlReader _xml;
    readonly FrequencyCollector _into;
    readonly FrequencyCell _cell = new(',');
    readonly HashSet<string> _unused = [];
    string? _marker;
    string? _origin;

    StriderReader(XmlReader xml, FrequencyCollector into) => (_xml, _into) = (xml, into);

    public static void Read(Stream stream, FrequencyCollector into)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var xml = XmlReader.Create(stream, settings);
        try
        {
            new StriderReader(xml, into).ReadElements();
        }
        catch (XmlException fault)
        {
            into.Problems.Add(
                fault.LineNumber > 0 ? Place(fault.LineNumber) : "",
                fault.Message.Contains("DTD", StringComparison.Ordinal)
                    ? "has a document type declaration (DTD), which is refused"
                    : "cannot be read as XML: " + Shortened(fault.Message, LongestMessage));
        }
    }

    void ReadElements()
    {
        _xml.MoveToContent();
        if (_xml.LocalName != "frequencies")
        {
            Report(Place(), "has a root element that is not <frequencies>");
            return;
        }
        _xml.Read();
        while (!_xml.EOF && !_into.IsFull)
        {
            if (_xml.Depth > DeepestElement)
            {
                Report(Place(), "has elements nested too deep for a frequency file");
                return;
            }
            if (_xml.NodeType == XmlNodeType.Element) ReadElement();
            else _xml.Read();
        }
    }

    /// <summary>Reads what an element says, and goes on to the node behind what was read.</summary>
    void ReadElement()
    {
        switch (_xml.Depth, _xml.LocalName)
        {
            case (1, "marker"):
                (_marker, _origin) = (null, null);
                _xml.Read();
                break;
            case (2, "name"):
                ReadName();
                break;
            case (2, "origin"):
                ReadOrigin();
                _xml.Read();
                break;
            case (2, "alleles"):
                _xml.Skip();                                     // a list of what the origins give one by one
                break;
            case (3, "frequency") when _origin is not null:
                ReadFrequency();
                break;
            default:
                if (_xml.Depth <= 2) _origin = null;
                WarnOfUnused(_xml.LocalName);
                _xml.Read();
                break;
        }
    }

    void WarnOfUnused(string element)
    {
        var shown = Shortened(element, LongestShown);
        if (_unused.Count < Problems.WrittenOut && _unused.Add(shown))
            _into.Warnings.Add(Place(), $"has elements <{shown}>, which are not used");
    }

    void ReadName()
    {
        var place = Place();
        _marker = ReadText();
        if (FrequencyCollector.FaultOfName(_marker) is not { } fault) return;
        Report(place + ", marker", fault);
        _marker = null;
    }

    void ReadOrigin()
    {
        (var name, var people) = (_xml.GetAttribute("name")?.Trim(), _xml.GetAttribute("n")?.Trim());
        var fault = FrequencyCollector.FaultOfName(name);
        if (_marker is null) fault ??= "stands before the name of its marker";
        Report(Place() + ", origin", fault);
        _origin = fault is null ? name : null;
        if (_origin is null || _marker is null || string.IsNullOrEmpty(people)) return;
        var wrong = FrequencyCell.Chromosomes(people, ofPeople: true, out var chromosomes);
        Report(Place() + ", attribute n", wrong ?? _into.AddSize(_origin, _marker, chromosomes));
    }

    void ReadFrequency()
    {
        var place = Place();
        var noAllele = _cell.Allele(_xml.GetAttribute("allele")?.Trim(), out var allele);
        Report(place + ", attribute allele", noAllele);
        var wrong = _cell.Frequency(ReadText(), out var frequency);
        if (noAllele is null && _marker is not null && _origin is not null)
            wrong ??= _into.Add(_origin, _marker, allele, frequency);
        Report(place + ", frequency", wrong);
    }

    /// <summary>The text of the element, which must hold nothing else, and the step behind its end.</summary>
    string ReadText() => _xml.ReadElementContentAsString().Trim();

    static string Shortened(string text, int longest) => text.Length <= longest ? text : text[..longest] + "…";

    string Place() => Place(((IXmlLineInfo)_xml).LineNumber);

    static string Place(int line) => string.Create(CultureInfo.InvariantCulture, $"row {line}");

    void Report(string place, string? wrong)
    {
        if (wrong is not null) _into.Problems.Add(place, wrong);
    }
}
