using System.Security.Cryptography;
using Homeward.Cases.Photos;
using Homeward.Storage.Genes;

namespace Homeward.Storage.Photos;

/// <summary>What a photo shows, sealed by its holder's key for its place. A table of its own: no list touches it.
/// </summary>
sealed record SealedPhoto
{
    public required PhotoId Photo { get; init; }
    public required byte[] Box { get; init; }

    public static SealedPhoto Of(Photo photo, Picture picture, SecretKey key) =>
        new() { Photo = photo.Id, Box = key.Seal(picture.Jpeg, PlaceOf(photo)) };

    /// <exception cref="CryptographicException">The row was changed, or moved to another photo or holder.</exception>
    public static byte[] Open(byte[] box, Photo photo, SecretKey key) => key.Open(box, PlaceOf(photo));

    static byte[] PlaceOf(Photo photo) =>
    [
        .. "homeward photo"u8,
        .. photo.Id.Value.ToByteArray(bigEndian: true),
        .. photo.Holder.Value.ToByteArray(bigEndian: true),
    ];
}
