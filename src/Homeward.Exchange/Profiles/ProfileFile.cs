using Homeward.Exchange.Genis;
using Homeward.Exchange.Tables;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Profiles;

/// <summary>The profiles of one file, and the format they were in.</summary>
/// <param name="Label">What the caller calls the file.</param>
/// <param name="Format">The format that its beginning showed.</param>
/// <param name="Profiles">In the order of the file.</param>
public sealed record ProfileFile(string Label, ProfileFormat Format, IReadOnlyList<Profile> Profiles)
{
    /// <summary>Reads profiles of any known format, recognised by the header and never by the file's name.</summary>
    /// <returns>The profiles, with a warning for each reading set aside; or everything that is wrong.</returns>
    public static Parsed<ProfileFile> Read(Stream stream, string label)
    {
        var file = new PeekableStream(stream);
        return file.LooksLikeXml()
            ? Named(label, ProfileFormat.CodisCmf, Cmf.CmfReader.Read(file))
            : ReadTable(new TableReader(file), label);
    }

    /// <summary>Whether a table with this header is read as profiles.</summary>
    public static bool Recognizes(TableHeader header) =>
        GenisTable.Recognizes(header) || TallTable.Recognizes(header) || WideTable.Recognizes(header);

    static Parsed<ProfileFile> ReadTable(TableReader table, string label)
    {
        var header = table.Header;
        if (header.Names.Count == 0) return table.Problems;
        if (GenisTable.Recognizes(header)) return Named(label, ProfileFormat.Genis, GenisTable.Read(table));
        if (TallTable.Recognizes(header)) return Named(label, TallTable.FormatOf(header), TallTable.Read(table));
        if (WideTable.Recognizes(header)) return Named(label, ProfileFormat.WideTable, WideTable.Read(table));
        table.Problems.Add(table.Place(), UnknownHeader.Why(header));
        return table.Problems;
    }

    static Parsed<ProfileFile> Named(string label, ProfileFormat format, Parsed<IReadOnlyList<Profile>> read) =>
        read.IsValid
            ? new(new ProfileFile(label, format, read.Value), read.Warnings)
            : new(read.Problems, read.Warnings);
}
