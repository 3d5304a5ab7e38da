using Homeward.Cases.Photos;
using Homeward.Cases.Samples;

namespace Homeward.Cases.Retention;

/// <summary>Under which keys profiles and photos of a human being are kept: noise, once these are destroyed.</summary>
/// <param name="Donors">Of samples, one for each merged record that gave any.</param>
/// <param name="Holders">Of photos, the same.</param>
/// <param name="Photos">How many there are.</param>
public sealed record KeptUnderKeys(
    IReadOnlyList<GeneDonorId> Donors, IReadOnlyList<KeyHolderId> Holders, int Photos)
{
    /// <summary>As the key store names all of them.</summary>
    public IReadOnlyList<GeneDonorId> All => [.. Donors, .. Holders.Select(it => it.AsDonor)];
}
