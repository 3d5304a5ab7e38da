using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Search.Compiling;
using Homeward.Search.Index;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;

namespace Homeward.Search.Tables;

/// <summary>Compiles missing members tile by tile; those that an earlier run compiled are copied.</summary>
/// <param name="circumstances">What every table is compiled for.</param>
/// <param name="threads">Cores to use.</param>
public sealed class TableCompiler(TableCircumstances circumstances, int threads)
{
    /// <summary>Tiles compiled before they are written: 13 MB with 24 columns.</summary>
    const int TilesAtATime = 64;

    readonly FamilyCompiler _compiler = circumstances.Compiler();
    int _compiled;

    /// <summary>Members compiled, those copied not counted.</summary>
    public int CompiledCount => Volatile.Read(ref _compiled);

    internal TileLayout Layout { get; } = new(circumstances.Columns);

    /// <summary>The tables of all of them in memory.</summary>
    public FamilyTables InMemory(SoughtMembers sought, Action<double>? done, CancellationToken cancel)
    {
        var segments = new List<AlignedMemory>();
        for (var tile = 0; tile < TileLayout.Count(sought.Count); tile += FamilyTables.TilesOfSegment)
        {
            var count = Math.Min(FamilyTables.TilesOfSegment, TileLayout.Count(sought.Count) - tile);
            var memory = new AlignedMemory(count * Layout.Bytes);
            segments.Add(memory);
            Compile(sought, tile, count, memory.Memory, known: null, cancel);
            done?.Invoke((double)(tile + count) / TileLayout.Count(sought.Count));
        }
        return new(Layout.Columns, sought.Count, it => new Lent(segments[it].Memory), new Wiped(segments));
    }

    /// <summary>Compiles some tiles at a time and hands them on in order.</summary>
    internal void InOrder(
        SoughtMembers sought, KnownTables? known, Action<ReadOnlyMemory<byte>> write, Action<double>? done,
        CancellationToken cancel)
    {
        var tiles = TileLayout.Count(sought.Count);
        using var room = new AlignedMemory(Math.Min(TilesAtATime, tiles) * Layout.Bytes);
        for (var tile = 0; tile < tiles; tile += TilesAtATime)
        {
            var count = Math.Min(TilesAtATime, tiles - tile);
            var bytes = room.Memory[..(count * Layout.Bytes)];
            bytes.Span.Clear();
            Compile(sought, tile, count, bytes, known, cancel);
            write(bytes);
            done?.Invoke((double)(tile + count) / tiles);
        }
    }

    void Compile(
        SoughtMembers sought, int firstTile, int tileCount, Memory<byte> room, KnownTables? known,
        CancellationToken cancel)
    {
        var first = firstTile * TileLayout.Lanes;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, tileCount, parallel, () => new double[circumstances.Codes.Markers.Count * MarkerCodes.Count],
            (number, _, scores) =>
            {
                var tile = new TableTile(Layout, room.Span[(number * Layout.Bytes)..]);
                for (var lane = 0; lane < TileLayout.Lanes; lane++)
                {
                    var member = first + number * TileLayout.Lanes + lane;
                    if (member >= sought.Count) break;
                    cancel.ThrowIfCancellationRequested();
                    CompileLane(tile, lane, sought.FamilyOf(member), sought.MissingOf(member), known, scores);
                }
                return scores;
            },
            _ => { });
    }

    void CompileLane(TableTile tile, int lane, Family family, int missing, KnownTables? known, double[] scores)
    {
        var key = KeyOf(family, missing);
        if (known?.TryCopy(key, tile, lane) == true) return;
        Interlocked.Increment(ref _compiled);
        var (state, table) = Compiled(family, missing, scores);
        tile.Put(lane, key, state, table);
    }

    (TableState State, ScanTable Table) Compiled(Family family, int missing, double[] scores)
    {
        try
        {
            _compiler.Compile(family, missing, scores);
        }
        catch (LikelihoodTooLargeException)
        {
            return (TableState.TooOpen, ScanTable.Unreachable);
        }
        var table = ScanTable.Of(circumstances.Codes, scores, circumstances.Threshold);
        return (table.CanReach ? TableState.Scanned : TableState.Unreachable, table);
    }

    /// <summary>
    /// Digest of what a table depends on beside the circumstances: pedigree, who is missing, readings.
    /// </summary>
    internal UInt128 KeyOf(Family family, int missing)
    {
        using var content = new MemoryStream(512);
        using var output = new BinaryWriter(content);
        output.Write(MemoryMarshal.AsBytes(FamilyForm.KeyOf(family, missing).AsSpan()));
        foreach (var profile in family.Profiles)
        {
            if (profile is null) continue;
            output.Write(profile.DropOut);
            foreach (var codes in circumstances.Codes.Markers)
            {
                var isTyped = profile.Genotypes.TryGetValue(codes.Marker, out var read);
                output.Write(isTyped ? AlleleNumber.Of(read.Low) : (ushort)0);
                output.Write(isTyped && !read.IsOneKnown ? AlleleNumber.Of(read.High) : (ushort)0);
            }
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    sealed class Lent(Memory<byte> memory) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory => memory;

        public void Dispose()
        {
            // It belongs to the tables.
        }
    }

    sealed class Wiped(List<AlignedMemory> segments) : IDisposable
    {
        public void Dispose()
        {
            foreach (var segment in segments) segment.Dispose();
        }
    }
}
