namespace Homeward.Exchange.Tables;

/// <summary>Files that people give in place of a text, known by their first bytes, with what to do instead.</summary>
static class KnownBinary
{
    /// <summary>Bytes that are enough to know any of them.</summary>
    public const int LongestMark = 5;

    /// <summary>What the file is; null when it may be a text.</summary>
    public static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] =>
            "is an Excel workbook or another packed file (ZIP); save the sheet as \"CSV UTF-8\", or unpack the file",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "is an Excel or Word file of the old kind; save it as \"CSV UTF-8\"",
        [0x1F, 0x8B, ..] => "is packed (gzip); unpack it",
        [(byte)'A', (byte)'B', (byte)'I', (byte)'F', ..] =>
            "is a sequencer's raw data (fsa, hid); export the table of genotypes from the analysis program",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "is a PDF; export the table itself as text",
        _ => null,
    };
}
