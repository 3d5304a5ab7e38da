using System.Buffers;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;

namespace Homeward.Search.Index;

/// <summary>
/// Profiles as one byte a marker, laid out for the scan, with what a byte cannot say kept beside it: a profile comes
/// back exactly as it went in.
/// </summary>
/// <remarks>
/// An index of real people's profiles exists in memory only, and its memory is wiped when released; files
/// (<see cref="IndexFormat"/>) are for simulated data and for use without a case database.
/// A slot is never given to another profile. Not to be changed while it is scanned.
/// </remarks>
public sealed class ProfileIndex : IDisposable
{
    readonly List<string> _ids = [];
    readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    IMemoryOwner<byte> _owner;
    Memory<byte> _blocks;

    public ProfileIndex(CodeBook codes)
    {
        var first = new AlignedMemory(Block.Bytes(codes.Markers.Count));
        (Codes, _owner, _blocks) = (codes, first, first.Memory);
    }

    /// <summary>Takes over blocks that lie in somebody's memory, uncopied; slots are given out as before.</summary>
    internal ProfileIndex(CodeBook codes, IMemoryOwner<byte> owner, Memory<byte> blocks) =>
        (Codes, _owner, _blocks) = (codes, owner, blocks);

    public CodeBook Codes { get; }

    /// <summary>Slots ever given, those of removed profiles included.</summary>
    public int SlotCount => _ids.Count;

    /// <summary>Profiles that are there.</summary>
    public int ProfileCount => _slots.Count;

    /// <summary>The blocks in use.</summary>
    internal Memory<byte> Blocks => _blocks[..(Block.Count(SlotCount) * BlockBytes)];

    internal int BlockBytes => Block.Bytes(Codes.Markers.Count);

    /// <summary>Ids by slot; empty for a removed profile.</summary>
    internal IReadOnlyList<string> Ids => _ids;

    /// <summary>Genotypes that share a code.</summary>
    internal Dictionary<(int Slot, int Column), Genotype> SharedGenotypes { get; } = [];

    /// <summary>Drop-out probabilities that are not 0, by slot.</summary>
    internal Dictionary<int, double> DropOuts { get; } = [];

    /// <summary>Where a profile is; −1 when it is not there.</summary>
    public int SlotOf(string id) => _slots.GetValueOrDefault(id, -1);

    public bool IsOccupied(int slot) => _ids[slot].Length > 0;

    public string IdOf(int slot)
    {
        Check.That(IsOccupied(slot));
        return _ids[slot];
    }

    /// <returns>The slot of the profile. Its id must not be in the index already.</returns>
    public int Append(Profile profile)
    {
        Check.That(profile.Id.Length > 0 && !_slots.ContainsKey(profile.Id), "the id is new");
        var slot = SlotCount;
        EnsureBlocks(Block.Count(slot + 1));
        GiveSlot(profile.Id);
        OccupiedByte(slot) |= (byte)(1 << slot % 8);
        for (var column = 0; column < Codes.Markers.Count; column++)
            CodeAt(slot, column) = Encode(profile, slot, column);
        if (profile.DropOut > 0) DropOuts.Add(slot, profile.DropOut);
        return slot;
    }

    /// <summary>Takes a profile out at once, codes included. False when it was not there.</summary>
    public bool Remove(string id)
    {
        if (!_slots.Remove(id, out var slot)) return false;
        _ids[slot] = "";
        OccupiedByte(slot) &= (byte)(0xFF ^ (1 << slot % 8));
        for (var column = 0; column < Codes.Markers.Count; column++)
        {
            CodeAt(slot, column) = MarkerCodes.NotTyped;
            SharedGenotypes.Remove((slot, column));
        }
        DropOuts.Remove(slot);
        return true;
    }

    /// <summary>The profile as it was appended, less unused readings and markers that are not in the book.</summary>
    public Profile ProfileAt(int slot)
    {
        var genotypes = new Dictionary<string, Genotype>(Codes.Markers.Count);
        for (var column = 0; column < Codes.Markers.Count; column++)
            if (GenotypeAt(slot, column) is { } genotype) genotypes.Add(Codes.Markers[column].Marker, genotype);
        return new(IdOf(slot), genotypes) { DropOut = DropOuts.GetValueOrDefault(slot) };
    }

    /// <summary>What was read; null when the marker was not typed.</summary>
    public Genotype? GenotypeAt(int slot, int column) => CodeAt(slot, column) switch
    {
        MarkerCodes.NotTyped => null,
        MarkerCodes.Shared => SharedGenotypes[(slot, column)],
        var code => Codes.Markers[column].Genotypes[code],
    };

    /// <summary>The genotypes of one marker that share a code, of everybody in the index.</summary>
    public IEnumerable<Genotype> SharedGenotypesAt(string marker) =>
        SharedGenotypes.Where(it => Codes.Markers[it.Key.Column].Marker == marker).Select(it => it.Value).Distinct();

    public void Dispose() => _owner.Dispose();

    internal ref byte CodeAt(int slot, int column) =>
        ref _blocks.Span[slot / Block.Slots * BlockBytes + column * Block.Slots + slot % Block.Slots];

    internal ref byte OccupiedByte(int slot) =>
        ref _blocks.Span[(slot / Block.Slots + 1) * BlockBytes - Block.OccupiedBytes + slot % Block.Slots / 8];

    /// <summary>Gives the next slot to this id, or to nobody when it is empty. False when the id has one.</summary>
    internal bool GiveSlot(string id)
    {
        _ids.Add(id);
        return id.Length == 0 || _slots.TryAdd(id, SlotCount - 1);
    }

    byte Encode(Profile profile, int slot, int column)
    {
        var code = Codes.Markers[column].CodeIn(profile);
        if (code == MarkerCodes.Shared)
            SharedGenotypes.Add((slot, column), profile.Genotypes[Codes.Markers[column].Marker]);
        return code;
    }

    void EnsureBlocks(int count)
    {
        if (count * BlockBytes <= _blocks.Length) return;
        var larger = new AlignedMemory(Math.Max(count, 2 * (_blocks.Length / BlockBytes)) * BlockBytes);
        _blocks.Span.CopyTo(larger.Memory.Span);
        _owner.Dispose();
        (_owner, _blocks) = (larger, larger.Memory);
    }
}
