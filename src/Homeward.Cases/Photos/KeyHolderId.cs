using Homeward.Cases.Samples;

namespace Homeward.Cases.Photos;

/// <summary>As whom the key store knows a person of whom photos are kept: drawn at random, and nothing to find the
/// person by. The case database alone joins it to one.</summary>
public readonly record struct KeyHolderId(Guid Value)
{
    /// <summary>The key store and its erasures name donors of samples and holders of photos alike.</summary>
    public GeneDonorId AsDonor => new(Value);
}
