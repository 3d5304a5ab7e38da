using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Homeward.Genetics.Primitives;
using Homeward.Search.Kernels;

namespace Homeward.Search.Index;

/// <summary>
/// An index as bytes: header, blocks exactly as they are scanned, then ids and whatever a code cannot say, then the
/// SHA-256 of it all. Whoever has the bytes in memory, mapped from a file say, scans them where they are.
/// </summary>
/// <remarks>
/// For simulated data and for use without a case database: an index of real people's profiles exists in memory only.
/// Numbers are little-endian. Any other version, another code book or a single changed bit is refused, and the index
/// is built again from the profiles.
/// </remarks>
public static class IndexFormat
{
    const int Version = 1;

    /// <summary>One page, so that mapped blocks start on one.</summary>
    const int HeaderBytes = 4096;

    const int VersionAt = 8, MarkersAt = 12, SlotsAt = 16, TailLengthAt = 24, CodeBookAt = 32;
    const int HashBytes = SHA256.HashSizeInBytes;

    static ReadOnlySpan<byte> Magic => "HOMEIDX\n"u8;

    public static void Write(ProfileIndex index, Stream output)
    {
        var tail = IndexTail.Write(index);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (ReadOnlyMemory<byte>[])[Header(index, tail.Length), index.Blocks, tail])
        {
            hash.AppendData(part.Span);
            output.Write(part.Span);
        }
        output.Write(hash.GetHashAndReset());
    }

    /// <param name="file">All bytes of it; the index takes it over, and a refusal releases it.</param>
    /// <param name="codes">What the bytes must have been written with.</param>
    public static Parsed<ProfileIndex> Open(IMemoryOwner<byte> file, CodeBook codes)
    {
        var index = FaultOf(file.Memory.Span, codes) is { } fault ? Refused(fault) : Read(file, codes);
        if (!index.IsValid) file.Dispose();
        return index;
    }

    static byte[] Header(ProfileIndex index, int tailLength)
    {
        var header = new byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(VersionAt), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(MarkersAt), index.Codes.Markers.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(SlotsAt), index.SlotCount);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(TailLengthAt), tailLength);
        index.Codes.Digest.ToArray().CopyTo(header, CodeBookAt);
        return header;
    }

    /// <summary>What is wrong with the bytes as a whole; null when they are what was written.</summary>
    static string? FaultOf(ReadOnlySpan<byte> file, CodeBook codes)
    {
        if (!file.StartsWith(Magic)) return "is not an index of Homeward";
        if (file.Length < HeaderBytes + HashBytes) return "is cut short";
        if (BinaryPrimitives.ReadInt32LittleEndian(file[VersionAt..]) != Version) return "has another format version";
        if (!SHA256.HashData(file[..^HashBytes]).AsSpan().SequenceEqual(file[^HashBytes..]))
            return "is damaged: its checksum does not fit";
        if (!file.Slice(CodeBookAt, HashBytes).SequenceEqual(codes.Digest.ToArray()))
            return "was built with other markers or frequencies";
        return HasItsLengths(file, codes.Markers.Count) ? null : "is damaged: its lengths do not fit";
    }

    static bool HasItsLengths(ReadOnlySpan<byte> file, int markers)
    {
        var slots = BinaryPrimitives.ReadInt32LittleEndian(file[SlotsAt..]);
        var tail = BinaryPrimitives.ReadInt64LittleEndian(file[TailLengthAt..]);
        return BinaryPrimitives.ReadInt32LittleEndian(file[MarkersAt..]) == markers
            && slots is >= 0 and <= int.MaxValue - Block.Slots
            && tail >= 0 && tail <= file.Length
            && HeaderBytes + (long)Block.Count(slots) * Block.Bytes(markers) + tail + HashBytes == file.Length;
    }

    static Parsed<ProfileIndex> Read(IMemoryOwner<byte> file, CodeBook codes)
    {
        var slots = BinaryPrimitives.ReadInt32LittleEndian(file.Memory.Span[SlotsAt..]);
        var blockBytes = Block.Count(slots) * Block.Bytes(codes.Markers.Count);
        var index = new ProfileIndex(codes, file, file.Memory.Slice(HeaderBytes, blockBytes));
        var tail = file.Memory[(HeaderBytes + blockBytes)..^HashBytes].ToArray();
        return IndexTail.TryRead(tail, slots, index) ? index : Refused("is damaged: it contradicts itself");
    }

    static Parsed<ProfileIndex> Refused(string what)
    {
        var problems = new Problems();
        problems.Add("index", what + "; build it again from the profiles");
        return problems;
    }
}
