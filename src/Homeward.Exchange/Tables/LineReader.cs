using System.Globalization;

namespace Homeward.Exchange.Tables;

/// <summary>Lines ended by LF, CR or CRLF, each of at most <see cref="TableLimits.LineCharacters"/>.</summary>
sealed class LineReader(Stream stream)
{
    readonly StrictText _text = new(stream);
    char[] _buffer = new char[1 << 14];
    int _start;
    int _end;
    bool _textEnded;
    bool _afterCarriageReturn;

    /// <summary>1-based number of the line last read, or being read when the reading stopped.</summary>
    public long Number { get; private set; }

    /// <summary>Why the reading stopped before the end; null while all is well.</summary>
    public string? Fault { get; private set; }

    /// <param name="line">The line without its end; it may be changed, and is gone at the next call.</param>
    /// <returns>False at the end or at a fault.</returns>
    public bool TryRead(out Span<char> line)
    {
        line = default;
        if (Fault is not null) return false;
        Number++;
        for (var searched = 0; ;)
        {
            SkipSecondHalfOfCrLf();
            var rest = _buffer.AsSpan(_start.._end);
            var length = rest[searched..].IndexOfAny('\r', '\n');
            if ((length < 0 ? rest.Length : searched + length) > TableLimits.LineCharacters) return IsTooLong();
            if (length >= 0)
            {
                line = rest[..(searched + length)];
                _afterCarriageReturn = rest[line.Length] == '\r';
                _start += line.Length + 1;
                return true;
            }
            searched = rest.Length;
            if (_textEnded) return TryTakeLast(rest, out line);
            if (!Fill()) return false;
        }
    }

    bool TryTakeLast(Span<char> rest, out Span<char> line)
    {
        line = rest;
        _start = _end;
        return rest.Length > 0;
    }

    void SkipSecondHalfOfCrLf()
    {
        if (!_afterCarriageReturn || _start == _end) return;
        if (_buffer[_start] == '\n') _start++;
        _afterCarriageReturn = false;
    }

    /// <summary>Reads on behind what is held already; false at a fault.</summary>
    bool Fill()
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end > _buffer.Length / 2) Array.Resize(ref _buffer, _buffer.Length * 2);
        var count = _text.Read(_buffer.AsSpan(_end));
        _end += count;
        _textEnded = count == 0;
        Fault = _text.Fault is { } fault && _textEnded ? fault : null;
        return Fault is null;
    }

    bool IsTooLong()
    {
        Fault = string.Create(
            CultureInfo.InvariantCulture,
            $"the line is longer than {TableLimits.LineCharacters:N0} characters; reading stopped there");
        return false;
    }
}
