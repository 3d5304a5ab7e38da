using System.Security.Cryptography;
using System.Text;
using Homeward.Genetics.Primitives;

namespace Homeward.Search.Index;

/// <summary>The markers of an index, in the order of its columns, and what the bytes in each column mean.</summary>
public sealed class CodeBook
{
    /// <summary>More than any kit has; up to here the guard of a scan table is proven (docs/math/scan.md).</summary>
    public const int MostMarkers = 80;

    /// <param name="markers">No marker twice.</param>
    public CodeBook(IReadOnlyList<MarkerCodes> markers)
    {
        Check.That(markers.Count is > 0 and <= MostMarkers);
        Check.That(markers.DistinctBy(it => it.Marker).Count() == markers.Count);
        Markers = markers;
        Digest = [.. SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', markers.Select(Line))))];
    }

    public IReadOnlyList<MarkerCodes> Markers { get; }

    /// <summary>SHA-256 over markers and genotypes in order: books with one digest read bytes alike.</summary>
    public IReadOnlyList<byte> Digest { get; }

    static string Line(MarkerCodes codes) => $"{codes.Marker}: {string.Join(' ', codes.Genotypes)}";
}
