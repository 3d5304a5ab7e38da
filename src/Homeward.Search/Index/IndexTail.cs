using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;

namespace Homeward.Search.Index;

/// <summary>The last part of a saved index: ids, genotypes that share a code, drop-out probabilities.</summary>
static class IndexTail
{
    public static byte[] Write(ProfileIndex index)
    {
        var bytes = new MemoryStream();
        using var output = new BinaryWriter(bytes);
        foreach (var id in index.Ids) output.Write(id);
        output.Write(index.SharedGenotypes.Count);
        foreach (var ((slot, column), genotype) in index.SharedGenotypes.OrderBy(it => it.Key))
        {
            output.Write(slot);
            output.Write((ushort)column);
            output.Write(AlleleNumber.Of(genotype.Low));
            output.Write(AlleleNumber.Of(genotype.High));
            output.Write(genotype.IsOneKnown);
        }
        output.Write(index.DropOuts.Count);
        foreach (var (slot, dropOut) in index.DropOuts.OrderBy(it => it.Key))
        {
            output.Write(slot);
            output.Write(dropOut);
        }
        return bytes.ToArray();
    }

    /// <summary>Gives out the slots. False when the bytes say what no index says.</summary>
    public static bool TryRead(byte[] tail, int slots, ProfileIndex index)
    {
        using var input = new BinaryReader(new MemoryStream(tail));
        try
        {
            return ReadIds(input, slots, index)
                && ReadSharedGenotypes(input, index)
                && ReadDropOuts(input, index)
                && input.BaseStream.Position == tail.Length
                && HasOnlyKnownCodes(index);
        }
        catch (Exception fault) when (fault is IOException or FormatException)
        {
            return false;
        }
    }

    static bool ReadIds(BinaryReader input, int slots, ProfileIndex index)
    {
        for (var slot = 0; slot < slots; slot++)
            if (!index.GiveSlot(input.ReadString())) return false;
        for (var slot = 0; slot < Block.Count(slots) * Block.Slots; slot++)
        {
            var marked = (index.OccupiedByte(slot) >> slot % 8 & 1) == 1;
            if (marked != (slot < slots && index.IsOccupied(slot))) return false;
        }
        return true;
    }

    static bool ReadSharedGenotypes(BinaryReader input, ProfileIndex index)
    {
        for (var left = input.ReadInt32(); left > 0; left--)
        {
            var (slot, column) = (input.ReadInt32(), (int)input.ReadUInt16());
            var (low, high) =
                (AlleleNumber.AlleleOf(input.ReadUInt16()), AlleleNumber.AlleleOf(input.ReadUInt16()));
            var oneKnown = input.ReadBoolean();
            if (slot < 0 || slot >= index.SlotCount || column >= index.Codes.Markers.Count) return false;
            if (low is null || high is null || index.CodeAt(slot, column) != MarkerCodes.Shared) return false;
            var genotype = oneKnown ? Genotype.OneKnown(low.Value) : new(low.Value, high.Value);
            if (!index.SharedGenotypes.TryAdd((slot, column), genotype)) return false;
        }
        return true;
    }

    static bool ReadDropOuts(BinaryReader input, ProfileIndex index)
    {
        for (var left = input.ReadInt32(); left > 0; left--)
        {
            var (slot, dropOut) = (input.ReadInt32(), input.ReadDouble());
            if (slot < 0 || slot >= index.SlotCount || !(dropOut is > 0 and < 1)) return false;
            if (!index.DropOuts.TryAdd(slot, dropOut)) return false;
        }
        return true;
    }

    /// <summary>Every code is a genotype's, "not typed", or the shared one with its genotype beside it.</summary>
    static bool HasOnlyKnownCodes(ProfileIndex index)
    {
        var shared = 0;
        var blocks = index.Blocks.Span;
        for (var block = 0; block < blocks.Length; block += index.BlockBytes)
            for (var column = 0; column < index.Codes.Markers.Count; column++)
            {
                var genotypes = index.Codes.Markers[column].Genotypes.Count;
                foreach (var code in blocks.Slice(block + column * Block.Slots, Block.Slots))
                    if (code == MarkerCodes.Shared) shared++;
                    else if (code >= genotypes && code != MarkerCodes.NotTyped) return false;
            }
        return shared == index.SharedGenotypes.Count;
    }
}
