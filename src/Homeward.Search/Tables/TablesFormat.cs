using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Homeward.Genetics.Primitives;
using Homeward.Search.Ranking;

namespace Homeward.Search.Tables;

/// <summary>
/// Compiled tables as a file: header, tiles as they are scanned, a SHA-256 for each tile, and one over header and
/// those.
/// </summary>
/// <remarks>Numbers are little-endian. What was compiled for anything else, or is damaged, is compiled again.</remarks>
public static class TablesFormat
{
    const int Version = 1;

    /// <summary>One page, so that mapped tiles start on one.</summary>
    const int HeaderBytes = 4096;

    const int VersionAt = 8, ColumnsAt = 12, CountAt = 16, CircumstancesAt = 32;
    const int HashBytes = SHA256.HashSizeInBytes;

    static ReadOnlySpan<byte> Magic => "HOMETBL\n"u8;

    /// <summary>Compiles and writes, a few tiles in memory at a time.</summary>
    /// <param name="output">Receives the file.</param>
    /// <param name="circumstances">What the tables are compiled for.</param>
    /// <param name="sought">The missing members.</param>
    /// <param name="earlier">Tables that may hold some of them already; null for none.</param>
    /// <param name="work">Cores, progress and the wish to stop.</param>
    /// <returns>How many had to be compiled.</returns>
    public static int Write(
        Stream output, TableCircumstances circumstances, SoughtMembers sought, FamilyTables? earlier, TableWork work)
    {
        var compiler = new TableCompiler(circumstances, work.Threads);
        var layout = compiler.Layout;
        using var known = earlier is null ? null : new KnownTables(earlier);
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var header = Header(circumstances, sought.Count);
        whole.AppendData(header);
        output.Write(header);
        var hashes = new MemoryStream();
        compiler.InOrder(sought, known, tiles =>
        {
            for (var at = 0; at < tiles.Length; at += layout.Bytes)
                hashes.Write(SHA256.HashData(tiles.Span.Slice(at, layout.Bytes)));
            output.Write(tiles.Span);
        }, work.Done, work.Cancel);
        whole.AppendData(hashes.ToArray());
        output.Write(hashes.ToArray());
        output.Write(whole.GetHashAndReset());
        return compiler.CompiledCount;
    }

    /// <param name="length">Bytes of the file.</param>
    /// <param name="map">Its bytes from an offset on.</param>
    /// <param name="circumstances">What the tables must have been compiled for.</param>
    public static Parsed<FamilyTables> Open(
        long length, Func<long, int, IMemoryOwner<byte>> map, TableCircumstances circumstances)
    {
        if (length < HeaderBytes + HashBytes) return Refused("is cut short");
        using var header = map(0, HeaderBytes);
        var bytes = header.Memory.Span;
        if (!bytes.StartsWith(Magic)) return Refused("is no file of compiled tables");
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[VersionAt..]) != Version)
            return Refused("has another format version");
        if (!bytes.Slice(CircumstancesAt, HashBytes).SequenceEqual(circumstances.Digest.ToArray())
            || BinaryPrimitives.ReadInt32LittleEndian(bytes[ColumnsAt..]) != circumstances.Columns)
            return Refused("was compiled for other children, frequencies or settings");
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[CountAt..]);
        var layout = new TileLayout(circumstances.Columns);
        if (count < 0 || count > int.MaxValue - TileLayout.Lanes) return Refused("is damaged");
        var tiles = TileLayout.Count(count);
        var hashesAt = HeaderBytes + (long)tiles * layout.Bytes;
        if (length != hashesAt + ((long)tiles + 1) * HashBytes) return Refused("is damaged: its length does not fit");
        using var tail = map(hashesAt, (tiles + 1) * HashBytes);
        var hashes = tail.Memory[..(tiles * HashBytes)].ToArray();
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        whole.AppendData(bytes[..HeaderBytes]);
        whole.AppendData(hashes);
        if (!whole.GetHashAndReset().AsSpan().SequenceEqual(tail.Memory.Span.Slice(tiles * HashBytes, HashBytes)))
            return Refused("is damaged: its checksum does not fit");
        return new FamilyTables(layout.Columns, count, Segment, owner: null) { TileHashes = hashes };

        IMemoryOwner<byte> Segment(int number)
        {
            var first = number * FamilyTables.TilesOfSegment;
            var held = Math.Min(FamilyTables.TilesOfSegment, tiles - first);
            return map(HeaderBytes + (long)first * layout.Bytes, held * layout.Bytes);
        }
    }

    /// <summary>Whether every tile is what was written.</summary>
    public static bool IsWhole(FamilyTables tables, int threads, CancellationToken cancel)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        for (var number = 0; number < tables.SegmentCount; number++)
        {
            using var segment = tables.Open(number);
            var damaged = 0;
            Parallel.For(segment.FirstTile, segment.FirstTile + segment.TileCount, parallel, tile =>
            {
                if (!tables.AreWhole(segment, tile, 1)) Interlocked.Increment(ref damaged);
            });
            if (damaged > 0) return false;
        }
        return true;
    }

    static byte[] Header(TableCircumstances circumstances, int count)
    {
        var header = new byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(VersionAt), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(ColumnsAt), circumstances.Columns);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(CountAt), count);
        circumstances.Digest.ToArray().CopyTo(header, CircumstancesAt);
        return header;
    }

    static Parsed<FamilyTables> Refused(string what)
    {
        var problems = new Problems();
        problems.Add("tables", what + "; compile the families again");
        return problems;
    }
}
