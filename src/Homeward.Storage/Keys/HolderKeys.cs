using Homeward.Cases.Photos;
using Homeward.Storage.Genes;

namespace Homeward.Storage.Keys;

/// <summary>The data keys of people of whom photos are kept. They lie in the key store beside the donors' keys, under
/// ids of their own, and share their epochs: whatever erases a donor erases a holder, in backups too
/// (docs/decisions/0066).</summary>
public sealed class HolderKeys(GeneLocation location, EpochKeys files)
{
    /// <summary>Null when it was destroyed.</summary>
    internal SecretKey? Find(KeyHolderId holder)
    {
        using var keys = new DonorKeys(location, files, writes: false);
        return keys.Find(holder.AsDonor);
    }

    /// <summary>On the disk when this returns; null when it was destroyed.</summary>
    internal SecretKey? FindOrDraw(KeyHolderId holder)
    {
        if (Find(holder) is { } found) return found;
        using var keys = new DonorKeys(location, files, writes: true);
        var drawn = keys.FindOrDraw(holder.AsDonor);
        keys.Commit();
        return drawn;
    }

    /// <summary>Those of them whose keys were destroyed.</summary>
    internal IReadOnlySet<KeyHolderId> ErasedAmong(IEnumerable<KeyHolderId> holders)
    {
        var erased = DonorKeys.Erased(location).ToHashSet();
        return holders.Where(it => erased.Contains(it.AsDonor)).ToHashSet();
    }
}
