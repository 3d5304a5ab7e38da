using System.Text;
using Homeward.Cases.Samples;
using Homeward.Genetics.Profiles;

namespace Homeward.Storage.Genes;

/// <summary>A profile as it is stored: sealed by its donor's key for its place, with its fingerprint.</summary>
readonly record struct SealedProfile(byte[] Box, byte[] Fingerprint)
{
    public static SealedProfile Of(Acceptance acceptance, SecretKey key)
    {
        var text = ProfileCoding.Encode(acceptance.Profile);
        return new(key.Seal(text, PlaceOf(acceptance.Accession, acceptance.Donor)), key.FingerprintOf(text));
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">The row was changed, or moved to another
    /// number or donor.</exception>
    public static Profile Open(byte[] box, AccessionNumber accession, GeneDonorId donor, SecretKey key) =>
        ProfileCoding.Decode(key.Open(box, PlaceOf(accession, donor)), accession.Text);

    static byte[] PlaceOf(AccessionNumber accession, GeneDonorId donor) =>
    [
        .. "homeward profile"u8,
        .. Encoding.ASCII.GetBytes(accession.Text),
        .. donor.Value.ToByteArray(bigEndian: true),
    ];
}
