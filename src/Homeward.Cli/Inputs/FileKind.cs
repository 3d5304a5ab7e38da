using System.Text;
using Homeward.Exchange.Frequencies;
using Homeward.Exchange.Pedigrees;
using Homeward.Exchange.Profiles;
using Homeward.Exchange.Tables;
using Homeward.Genetics.Primitives;

namespace Homeward.Cli.Inputs;

/// <summary>What a file seems to hold, by its beginning and never by its name.</summary>
enum FileKind
{
    Profiles,
    Families,
    Frequencies,
    Cases,
    Familias,
}

static class FileKinds
{
    const int Beginning = 1 << 16;

    /// <summary>Null where the file cannot be read.</summary>
    public static FileKind? At(string path)
    {
        FileKind? kind = null;
        InputFile.Read(path, stream => { kind = Of(stream); return new Parsed<string>(""); });
        return kind;
    }

    public static FileKind Of(FileStream stream)
    {
        var bytes = new byte[Beginning];
        var count = stream.ReadAtLeast(bytes, Beginning, throwOnEndOfStream: false);
        stream.Position = 0;
        var isWide = count > 1 && (bytes[0] == 0 || bytes[1] == 0 || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]);
        var encoding = !isWide ? Encoding.UTF8 : bytes[0] is 0xFE or 0 ? Encoding.BigEndianUnicode : Encoding.Unicode;
        return Of(encoding.GetString(bytes, 0, count).TrimStart('\uFEFF').TrimStart(), stream);
    }

    static FileKind Of(string text, FileStream stream)
    {
        if (text is ['{' or '[', ..]) return FileKind.Cases;
        if (text is ['<', ..])
            return text.Contains("<frequencies", StringComparison.OrdinalIgnoreCase)
                ? FileKind.Frequencies : FileKind.Profiles;
        if (text.TrimStart('"').StartsWith("Output from Familias", StringComparison.OrdinalIgnoreCase))
            return FileKind.Familias;
        var header = new TableReader(stream, withNotes: true).Header;
        stream.Position = 0;
        return FrequencyFile.Recognizes(header) ? FileKind.Frequencies
            : ProfileFile.Recognizes(header) ? FileKind.Profiles
            : PedigreeTable.Recognizes(header) ? FileKind.Families
            : FileKind.Profiles;
    }
}
