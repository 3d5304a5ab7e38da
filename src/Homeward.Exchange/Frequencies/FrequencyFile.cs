using Homeward.Exchange.Tables;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Frequencies;

/// <summary>
/// Reads a user's file of allele frequencies: a delimited table, tall or wide, a list as Familias writes it, or
/// STRidER's XML.
/// </summary>
/// <remarks>
/// The whole file is read or none of it; every problem is told with its row and column. What each shape means, and
/// which checks are made: docs/math/frequencies.md.
/// </remarks>
public static class FrequencyFile
{
    /// <summary>Byte-order marks of UTF-8 and UTF-16, the empty half of a UTF-16 letter, and white space.</summary>
    static ReadOnlySpan<byte> MarksAndSpaces => [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 9, 10, 13, 32];

    /// <param name="stream">The file, from its beginning; it must be able to seek.</param>
    /// <param name="label">The name of a population that the file does not name itself.</param>
    /// <returns>The populations in the order of the file.</returns>
    public static Parsed<IReadOnlyList<AlleleFrequencies>> Read(Stream stream, string label)
    {
        var collector = new FrequencyCollector(label);
        if (StartsAsXml(stream)) StriderReader.Read(stream, collector);
        else if (StartsAsList(stream)) FrequencyList.Read(stream, collector);
        else FrequencyTable.Read(stream, collector);
        return collector.Result();
    }

    /// <summary>Whether a table or list with this first line holds allele frequencies.</summary>
    public static bool Recognizes(TableHeader header) =>
        FrequencyTable.Recognizes(header) || FrequencyList.Recognizes(header);

    static bool StartsAsList(Stream stream)
    {
        var start = stream.Position;
        var header = new TableReader(stream, withNotes: true).Header;
        stream.Position = start;
        return FrequencyList.Recognizes(header);
    }

    /// <summary>Whether the first character, behind a byte-order mark and spaces, is that of XML.</summary>
    static bool StartsAsXml(Stream stream)
    {
        Span<byte> head = stackalloc byte[64];
        var start = stream.Position;
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = start;
        return head[..count].TrimStart(MarksAndSpaces) is [(byte)'<', ..];
    }
}
