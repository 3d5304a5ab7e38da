using System.Globalization;
using System.Xml;

namespace Homeward.Exchange.Cmf;

/// <summary>What CMF 3.2 allows, from its interface specification; reader and writer obey the same rules.</summary>
static class CmfRules
{
    public const string Namespace = "urn:CODISImportFile-schema";
    public const string Root = "CODISImportFile";
    public const string RapidRoot = "CODISRapidImportFile";
    public const int SpecimenId = 24;
    public const int SpecimenComment = 255;
    public const int SpecimenCategory = 100;
    public const int LocusName = 10;
    public const int ReadingBy = 20;
    public const int AlleleValue = 10;
    public const int LociPerSpecimen = 64;
    public const int AllelesPerLocus = 8;
    public const int Date = 40;

    /// <summary>The elements of the header: name, shortest and longest text, whether there must be one.</summary>
    public static IReadOnlyDictionary<string, (int Shortest, int Longest, bool IsRequired)> Header { get; } =
        new Dictionary<string, (int, int, bool)>
        {
            ["HEADERVERSION"] = (1, 10, true),
            ["MESSAGETYPE"] = (1, 10, true),
            ["DESTINATIONORI"] = (1, 10, true),
            ["SOURCELAB"] = (1, 10, true),
            ["SUBMITBYUSERID"] = (1, 20, true),
            ["SUBMITDATETIME"] = (1, Date, true),
            ["BATCHID"] = (0, 32, false),
            ["KIT"] = (0, 32, false),
        };

    /// <summary>Spellings of CODIS that differ from ours.</summary>
    public static IReadOnlyDictionary<string, string> LocusNames { get; } = new Dictionary<string, string>
    {
        ["AMEL"] = "Amelogenin",
        ["DYS389I"] = "DYS389 I",
        ["DYS389II"] = "DYS389 II",
        ["Y-GATA-H4"] = "YGATAH4",
        ["Y-indel"] = "Yindel",
    };

    public const string NoDate =
        "is not a date and time after 1900 and before 6 June 2079, written as 2011-07-27T09:30:00";

    static readonly DateTime After = new(1900, 1, 1);
    static readonly DateTime Before = new(2079, 6, 6);

    /// <summary>An xsd:dateTime between 1 January 1900 and 6 June 2079.</summary>
    public static bool IsDate(string text)
    {
        if (!text.Contains('T')) return false;
        try
        {
            return IsDate(XmlConvert.ToDateTime(text, XmlDateTimeSerializationMode.Unspecified));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    public static bool IsDate(DateTime date) => date > After && date < Before;

    /// <summary>What is wrong with a header element's text; null when nothing is.</summary>
    public static string? HeaderFault(string name, string text) =>
        text.Length < Header[name].Shortest ? "is empty"
        : text.Length > Header[name].Longest ? $"is longer than {Header[name].Longest} characters"
        : name switch
        {
            "SUBMITDATETIME" when !IsDate(text) => NoDate,
            "MESSAGETYPE" when text != "Import" => "is not Import",
            "HEADERVERSION" when !IsVersion3(text) => "is not version 3 of the format",
            _ => null,
        };

    static bool IsVersion3(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version)
        && version is >= 3 and < 4;
}
