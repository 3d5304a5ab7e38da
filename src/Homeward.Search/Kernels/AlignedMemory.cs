using System.Buffers;
using System.Runtime.CompilerServices;

namespace Homeward.Search.Kernels;

/// <summary>Zeroed memory that starts on a cache line and never moves; wiped when released.</summary>
sealed class AlignedMemory : IMemoryOwner<byte>
{
    const int CacheLine = 64;

    public AlignedMemory(int length)
    {
        var array = GC.AllocateArray<byte>(length + CacheLine, pinned: true);
        Memory = array.AsMemory(BytesToCacheLine(array), length);
    }

    public Memory<byte> Memory { get; private set; }

    public Span<byte> Span => Memory.Span;

    public void Dispose()
    {
        Memory.Span.Clear();
        Memory = default;
    }

    static unsafe int BytesToCacheLine(byte[] array) =>
        unchecked((int)(-(nint)Unsafe.AsPointer(ref array[0]) & (CacheLine - 1)));
}
