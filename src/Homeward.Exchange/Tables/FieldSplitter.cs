using System.Globalization;

namespace Homeward.Exchange.Tables;

/// <summary>Cuts a line into fields; a quoted field is unquoted where it stands, so nothing is copied.</summary>
sealed class FieldSplitter
{
    (int Start, int Length)[] _fields = new (int, int)[64];
    char[] _line = new char[256];

    public char Separator { get; set; } = ',';

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int field] => _line.AsSpan(_fields[field].Start, _fields[field].Length);

    public int CountWithoutEmptyEnd
    {
        get
        {
            var count = Count;
            while (count > 0 && this[count - 1].IsWhiteSpace()) count--;
            return count;
        }
    }

    /// <summary>Tab, else semicolon, else comma: a name holds a comma oftener than a semicolon or a tab.</summary>
    public static char SeparatorOf(ReadOnlySpan<char> header)
    {
        var (quoted, semicolon) = (false, false);
        foreach (var c in header)
        {
            if (c == '"') quoted = !quoted;
            else if (c == '\t' && !quoted) return '\t';
            else if (c == ';' && !quoted) semicolon = true;
        }
        return semicolon ? ';' : ',';
    }

    public bool IsBlank(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
            if (c != Separator && !char.IsWhiteSpace(c)) return false;
        return true;
    }

    /// <returns>What is wrong with the line, or null.</returns>
    public string? Split(ReadOnlySpan<char> line)
    {
        if (_line.Length < line.Length) _line = new char[Math.Max(line.Length, _line.Length * 2)];
        line.CopyTo(_line);
        Count = 0;
        if (HasControlCharacter(line)) return "has a control character";
        for (var next = 0; next <= line.Length;)
        {
            if (Count == TableLimits.Columns)
                return string.Create(CultureInfo.InvariantCulture, $"has more than {TableLimits.Columns:N0} fields");
            if (Count == _fields.Length) Array.Resize(ref _fields, Count * 2);
            var rest = _line.AsSpan(next..line.Length);
            if (rest is ['"', ..])
            {
                var length = Unquote(rest, out var read);
                if (length < 0) return "has a quoted field that is not closed on its line";
                if (read < rest.Length && rest[read] != Separator)
                    return "has text behind a closing quote; fields are separated by tabs, semicolons or commas";
                _fields[Count++] = (next, length);
                next += read + 1;
            }
            else
            {
                var length = rest.IndexOf(Separator);
                if (length < 0) length = rest.Length;
                _fields[Count++] = (next, length);
                next += length + 1;
            }
        }
        return null;
    }

    static bool HasControlCharacter(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
            if (char.IsControl(c) && c != '\t') return true;
        return false;
    }

    /// <summary>Moves the content of a quoted field to its start.</summary>
    /// <returns>The content's length, −1 when the closing quote is missing.</returns>
    static int Unquote(Span<char> field, out int read)
    {
        var length = 0;
        for (read = 1; read < field.Length; read++)
        {
            if (field[read] == '"')
            {
                if (read + 1 == field.Length || field[read + 1] != '"')
                {
                    read++;
                    return length;
                }
                read++;
            }
            field[length++] = field[read];
        }
        return -1;
    }
}
