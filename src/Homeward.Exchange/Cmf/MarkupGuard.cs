using System.Xml;

namespace Homeward.Exchange.Cmf;

/// <summary>
/// Stops a file of which a single token would fill the memory: an XML parser holds a whole attribute or name at once,
/// and neither can contain a <c>&lt;</c>, so a megabyte without one is no CODIS file.
/// </summary>
sealed class MarkupGuard(Stream stream) : Stream
{
    const int LongestRun = 1 << 20;
    int _run;

    public bool IsTripped { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }


    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = stream.Read(buffer);
        var last = buffer[..count].LastIndexOf((byte)'<');
        _run = last < 0 ? _run + count : count - last;
        IsTripped |= _run > LongestRun;
        return IsTripped ? throw new XmlException("A token is too long.") : count;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
