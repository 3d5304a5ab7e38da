using System.Xml;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Cmf;

/// <summary>Reads CODIS import files, CMF 3.2, with the schema's namespace or none.</summary>
/// <remarks>
/// Document types, and with them entities, are refused; nothing outside the file is ever opened. The file is read as a
/// stream, and an attribute, name or text of more than a megabyte ends the reading.
/// </remarks>
public static class CmfReader
{
    const long LongestDocument = 1L << 32;

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = LongestDocument,
        CheckCharacters = true,
    };

    public static Parsed<IReadOnlyList<Profile>> Read(Stream stream)
    {
        using var guard = new MarkupGuard(stream);
        using var xml = XmlReader.Create(guard, Settings);
        var file = new CmfElements(xml);
        try
        {
            return new CmfFile(file).Read();
        }
        catch (XmlException fault)
        {
            var line = fault.LineNumber > 0 ? fault.LineNumber : file.Place().Line;
            file.Problems.Add(new CmfPlace(line, null).ToString(), Why(fault, file, guard));
            return file.Problems;
        }
    }

    /// <remarks>The parser's own message may repeat what it read, so it is not passed on.</remarks>
    static string Why(XmlException fault, CmfElements file, MarkupGuard guard) =>
        file.AreTooDeep ? "elements lie deeper than the format has levels; reading stopped there"
        : guard.IsTripped ? "a text, name or attribute is longer than a megabyte; reading stopped there"
        : fault.Message.Contains("DTD", StringComparison.Ordinal)
            ? "the file has a document type (DOCTYPE), which is refused"
        : fault.InnerException is ArgumentException or NotSupportedException
            ? "the file declares an encoding that is not read; save it as UTF-8"
        : "the file is not well-formed XML; reading stopped there";
}
