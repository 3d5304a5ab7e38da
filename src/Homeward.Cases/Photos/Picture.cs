namespace Homeward.Cases.Photos;

/// <summary>A picture that Homeward itself has encoded: upright, of a bounded size, and with nothing in it but what it
/// shows.</summary>
/// <param name="Jpeg">The bytes of the file.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record Picture(byte[] Jpeg, int Width, int Height)
{
    /// <summary>Of the longer side.</summary>
    public const int MostPixels = 1600;

    /// <summary>More than the noisiest picture of that size takes.</summary>
    public const int MostBytes = 4 * 1024 * 1024;
}
