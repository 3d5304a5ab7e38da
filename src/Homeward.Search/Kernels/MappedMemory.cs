using System.Buffers;
using System.IO.MemoryMappedFiles;
using Homeward.Genetics.Primitives;

namespace Homeward.Search.Kernels;

/// <summary>A mapped file as memory, so that an index is scanned where the system put it.</summary>
/// <remarks>Mapped copy-on-write, an index can be added to and removed from while its file stays as it is.</remarks>
public sealed unsafe class MappedMemory : MemoryManager<byte>
{
    readonly MemoryMappedViewAccessor _view;
    readonly int _length;
    byte* _start;

    /// <param name="view">Taken over: released with the memory.</param>
    /// <param name="length">Bytes of the file; the view's own length is rounded up to whole pages.</param>
    public MappedMemory(MemoryMappedViewAccessor view, int length)
    {
        Check.That(length <= view.Capacity);
        (_view, _length) = (view, length);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += view.PointerOffset;
    }

    public override Span<byte> GetSpan()
    {
        Check.That(_start != null);
        return new(_start, _length);
    }

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        Check.That(_start != null && (uint)elementIndex <= (uint)_length);
        return new(_start + elementIndex);
    }

    public override void Unpin()
    {
        // A mapping does not move.
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing || _start == null) return;
        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
    }
}
