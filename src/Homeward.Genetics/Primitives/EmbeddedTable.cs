namespace Homeward.Genetics.Primitives;

/// <summary>A reference table shipped inside the assembly, in the project's own format.</summary>
/// <remarks>
/// First lines <c># key: value</c> (title, citation, licence, minimum, notes), then the column names, then the rows.
/// Cells are separated by commas and never quoted. The tables are ours, so a fault in one is a broken invariant.
/// </remarks>
sealed class EmbeddedTable
{
    readonly Dictionary<string, string> _header = new(StringComparer.Ordinal);
    readonly List<string> _notes = [];
    readonly List<string[]> _rows = [];

    EmbeddedTable(StreamReader reader, string columns)
    {
        while (reader.ReadLine() is { } line && line != columns) AddHeader(line);
        var width = columns.Split(',').Length;
        while (reader.ReadLine() is { } line)
        {
            _rows.Add(line.Split(','));
            Check.That(_rows[^1].Length == width, line);
        }
    }

    public IReadOnlyList<string> Notes => _notes;
    public IReadOnlyList<string[]> Rows => _rows;

    /// <summary>The header line of this key; null when the table has none.</summary>
    public string? this[string key] => _header.GetValueOrDefault(key);

    /// <param name="name">File name of the table, <c>markers.csv</c>.</param>
    /// <param name="columns">The row of column names that the table must have.</param>
    public static EmbeddedTable Read(string name, string columns)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name);
        Check.That(stream is not null, name);
        using var reader = new StreamReader(stream);
        return new(reader, columns);
    }

    void AddHeader(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        Check.That(line.StartsWith("# ", StringComparison.Ordinal) && colon > 0, line);
        var (key, value) = (line[2..colon], line[(colon + 2)..]);
        if (key == "note") _notes.Add(value);
        else _header.Add(key, value);
    }
}
