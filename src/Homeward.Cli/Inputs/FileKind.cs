using System.Text;

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
    static readonly char[] Separators = [',', ';', '\t'];
    static readonly string[] Fathers = ["father", "父亲", "父"];

    public static FileKind Of(FileStream stream)
    {
        var bytes = new byte[Beginning];
        var count = stream.ReadAtLeast(bytes, Beginning, throwOnEndOfStream: false);
        stream.Position = 0;
        var isWide = count > 1 && (bytes[0] == 0 || bytes[1] == 0 || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]);
        var encoding = !isWide ? Encoding.UTF8 : bytes[0] is 0xFE or 0 ? Encoding.BigEndianUnicode : Encoding.Unicode;
        return Of(encoding.GetString(bytes, 0, count).TrimStart('\uFEFF').TrimStart());
    }

    static FileKind Of(string text)
    {
        if (text is ['{' or '[', ..]) return FileKind.Cases;
        if (text is ['<', ..])
            return text.Contains("<frequencies", StringComparison.OrdinalIgnoreCase)
                ? FileKind.Frequencies : FileKind.Profiles;
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];
        if (header.Contains("Output from Familias", StringComparison.OrdinalIgnoreCase)) return FileKind.Familias;
        string[] names = [.. header.Split(Separators).Select(it => it.Trim(' ', '"').ToLowerInvariant())];
        return names.Intersect(Fathers).Any() ? FileKind.Families
            : names[0] is "allele" || names.Contains("frequency") ? FileKind.Frequencies
            : FileKind.Profiles;
    }
}
