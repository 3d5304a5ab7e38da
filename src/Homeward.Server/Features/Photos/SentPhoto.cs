namespace Homeward.Server.Features.Photos;

/// <summary>What somebody chose in the field of a photo. It is in memory only, and nothing is believed of it: neither
/// its name, which is not kept, nor the kind that it was called.</summary>
/// <param name="Bytes">Empty when it was too large.</param>
/// <param name="IsTooLarge">More than <see cref="MostBytes"/>; the rest was not kept.</param>
public sealed record SentPhoto(byte[] Bytes, bool IsTooLarge)
{
    /// <summary>The largest pictures of present phones stay below.</summary>
    public const int MostBytes = 20 * 1024 * 1024;
}
