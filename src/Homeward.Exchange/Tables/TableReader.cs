using System.Globalization;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Tables;

/// <summary>
/// A delimited table, row by row: a header line, then rows of as many fields. Fields may stand in double quotes, and a
/// quoted field ends on its line, so that a row is always one line of the file. Empty lines are passed over.
/// </summary>
/// <remarks>
/// Whatever is wrong goes to <see cref="Problems"/> with its row; a faulty row is left out and the reading goes on.
/// Bytes that are no text, a line without end and a header of too many columns end it: nothing after them is to be
/// trusted.
/// </remarks>
public sealed class TableReader
{
    readonly LineReader _lines;
    readonly FieldSplitter _fields;
    readonly List<string> _notes = [];
    int _trailing;                                               // empty columns at the end of the header

    /// <param name="stream">The file.</param>
    /// <param name="withNotes">True when lines <c># key: value</c> may stand before the header.</param>
    public TableReader(Stream stream, bool withNotes = false)
    {
        _lines = new(stream);
        _fields = new();
        Header = ReadHeader(withNotes);
    }

    /// <summary>The lines <c># key: value</c> before the header, without their mark.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public Problems Problems { get; } = new();

    /// <summary>The columns; empty when there is no usable header, which is then a problem.</summary>
    public TableHeader Header { get; }

    /// <summary>1-based number of the row last read, the header included.</summary>
    public long Row => _lines.Number;

    /// <summary>One field of the row last read, without spaces around it.</summary>
    public ReadOnlySpan<char> this[int column] => _fields[column].Trim();

    /// <summary>Goes to the next row that is not empty and not faulty.</summary>
    /// <returns>False at the end, or where the reading had to stop.</returns>
    public bool Read()
    {
        if (Header.Names.Count == 0) return false;
        while (_lines.TryRead(out var line))
        {
            if (_fields.IsBlank(line)) continue;
            var fault = _fields.Split(line) ?? WrongCount();
            if (fault is null) return true;
            Problems.Add(Place(), fault);
        }
        ReportFault();
        return false;
    }

    /// <summary><c>row 12</c></summary>
    public string Place() => string.Create(CultureInfo.InvariantCulture, $"row {Row}");

    /// <summary><c>row 12, column Allele 1</c>; <c>row 12</c> for a column of −1.</summary>
    public string Place(int column) => column < 0 ? Place() : Place() + ", column " + Header.Shown(column);

    TableHeader ReadHeader(bool withNotes)
    {
        char? stated = null;
        while (_lines.TryRead(out var line))
        {
            if (stated is null && SeparatorStatedBy(line) is { } separator)
            {
                stated = separator;
                continue;
            }
            if (withNotes && line is ['#', ' ', .. var note])
            {
                _notes.Add(note.Trim().ToString());
                continue;
            }
            _fields.Separator = stated ?? FieldSplitter.SeparatorOf(line);
            if (_fields.IsBlank(line)) continue;
            if (_fields.Split(line) is { } fault)
            {
                Problems.Add(Place(), fault);
                return TableHeader.None;
            }
            var used = _fields.CountWithoutEmptyEnd;
            if (used == 0) continue;
            _trailing = _fields.Count - used;
            var names = new string[used];
            for (var i = 0; i < used; i++) names[i] = _fields[i].Trim().ToString();
            return new(names, _fields.Separator);
        }
        if (_lines.Fault is null) Problems.Add("", "the file is empty");
        else ReportFault();
        return TableHeader.None;
    }

    /// <summary>The separator that a line <c>sep=;</c> states, as Excel reads it and some programs write it.</summary>
    static char? SeparatorStatedBy(ReadOnlySpan<char> line) =>
        line.TrimStart('"') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var separator, .. var rest]
        && separator is ',' or ';' or '\t'
        && rest.Trim('"').Trim(separator).IsWhiteSpace()
            ? separator
            : null;

    /// <remarks>Empty fields at the end, where a program closes every line with a separator, do not count.</remarks>
    string? WrongCount()
    {
        var expected = Header.Names.Count;
        if (_fields.Count >= expected && _fields.CountWithoutEmptyEnd <= expected) return null;
        if (_fields.Count == expected + _trailing)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"has {_fields.CountWithoutEmptyEnd} fields where the header names {expected}");
        return string.Create(
            CultureInfo.InvariantCulture, $"has {_fields.Count} fields where the header has {expected + _trailing}");
    }

    void ReportFault()
    {
        if (_lines.Fault is { } fault) Problems.Add(Place(), fault);
    }
}
