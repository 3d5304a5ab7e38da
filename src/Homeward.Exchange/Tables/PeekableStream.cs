namespace Homeward.Exchange.Tables;

/// <summary>A stream whose beginning may be looked at before it is read, seekable or not.</summary>
sealed class PeekableStream(Stream stream) : Stream
{
    readonly byte[] _head = new byte[256];
    int _start;
    int _end;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>True when the first character that is not blank is <c>&lt;</c>, in UTF-8 or UTF-16.</summary>
    public bool LooksLikeXml()
    {
        while (_end < _head.Length && stream.Read(_head, _end, _head.Length - _end) is > 0 and var count) _end += count;
        var text = _head.AsSpan(0, _end).TrimStart<byte>([0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, .. " \t\r\n"u8]);
        return text is [(byte)'<', ..];
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end) return stream.Read(buffer);
        var count = Math.Min(buffer.Length, _end - _start);
        _head.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
