using System.Text;

namespace Homeward.Tests.Exchange;

/// <summary>A beginning, then one letter over and over up to a length: a huge file that is stored nowhere.</summary>
sealed class EndlessStream(string start, char filler, long length) : Stream
{
    readonly byte[] _start = Encoding.UTF8.GetBytes(start);

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - Position);
        for (var i = 0; i < count; i++, Position++)
            buffer[i] = Position < _start.Length ? _start[Position] : (byte)filler;
        return count;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
