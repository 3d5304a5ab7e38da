using System.Buffers;
using System.Buffers.Binary;
using System.Text.Unicode;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Tables;

/// <summary>
/// Characters of a byte stream: UTF-8, or UTF-16 announced by a byte-order mark. It never repairs or guesses: the first
/// byte that is not text ends the reading with a <see cref="Fault"/> that says where.
/// </summary>
sealed class StrictText(Stream stream)
{
    enum Form
    {
        Unread,
        Utf8,
        Utf16LittleEndian,
        Utf16BigEndian,
    }

    readonly byte[] _bytes = new byte[1 << 16];
    int _start;
    int _end;
    bool _streamEnded;
    long _offset;                                                // of _bytes[_start] in the stream
    Form _form;

    /// <summary>Why the reading stopped before the end of the stream; null while all is well.</summary>
    public string? Fault { get; private set; }

    /// <returns>How many characters were read; 0 at the end or at a fault.</returns>
    public int Read(Span<char> into)
    {
        Check.That(into.Length >= 2);
        while (Fault is null)
        {
            if (_form == Form.Unread)
            {
                ReadByteOrderMark();
                continue;
            }
            var written = _form == Form.Utf8 ? DecodeUtf8(into) : DecodeUtf16(into);
            if (written > 0 || Fault is not null) return written;
            if (_streamEnded)
            {
                if (_start < _end) Stop("ends in the middle of a character");
                return 0;
            }
            Fill();
        }
        return 0;
    }

    void ReadByteOrderMark()
    {
        while (_end < KnownBinary.LongestMark && !_streamEnded) Fill();
        var head = _bytes.AsSpan(0, _end);
        if (KnownBinary.Of(head) is { } binary) Fault = "the file " + binary;
        (_form, var length) =
            head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? (Form.Utf8, 3)
            : head.StartsWith<byte>([0xFF, 0xFE]) ? (Form.Utf16LittleEndian, 2)
            : head.StartsWith<byte>([0xFE, 0xFF]) ? (Form.Utf16BigEndian, 2)
            : (Form.Utf8, 0);
        Advance(length);
    }

    void Fill()
    {
        _bytes.AsSpan(_start.._end).CopyTo(_bytes);
        (_start, _end) = (0, _end - _start);
        var count = stream.Read(_bytes, _end, _bytes.Length - _end);
        _end += count;
        _streamEnded = count == 0;
    }

    int DecodeUtf8(Span<char> into)
    {
        var bytes = _bytes.AsSpan(_start.._end);
        var nul = bytes.IndexOf((byte)0);
        if (nul == 0) return Stop("has a NUL byte, so it is not text in UTF-8", "; save it as UTF-8");
        var beforeNul = nul < 0 ? bytes : bytes[..nul];
        var status = Utf8.ToUtf16(
            beforeNul, into, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: nul > 0);
        if (status == OperationStatus.InvalidData && written == 0)
            return Stop("is not UTF-8", "; save it as UTF-8, in Excel as \"CSV UTF-8\"");
        Advance(read);
        return written;
    }

    int DecodeUtf16(Span<char> into)
    {
        var written = 0;
        while (_end - _start >= 2 && written + 2 <= into.Length)
        {
            var unit = CharAt(_start);
            var isPair = char.IsHighSurrogate(unit);
            if (isPair && _end - _start < 4) break;
            if (unit == 0 || char.IsLowSurrogate(unit) || (isPair && !char.IsLowSurrogate(CharAt(_start + 2))))
            {
                if (written == 0) Stop("is not UTF-16, though its byte-order mark says so");
                break;
            }
            into[written++] = unit;
            if (isPair) into[written++] = CharAt(_start + 2);
            Advance(isPair ? 4 : 2);
        }
        return written;
    }

    char CharAt(int index) => (char)(_form == Form.Utf16LittleEndian
        ? BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(index))
        : BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(index)));

    void Advance(int count)
    {
        _start += count;
        _offset += count;
    }

    int Stop(string what, string remedy = "")
    {
        Fault = string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"the file {what} (byte {_offset}){remedy}");
        return 0;
    }
}
