using System.Globalization;

namespace Homeward.Exchange.Tables;

/// <summary>The column names of a table, found whatever their case, spaces, dots, hyphens and underscores.</summary>
public sealed class TableHeader
{
    const int LongestShown = 40;
    readonly string[] _keys;

    public TableHeader(IReadOnlyList<string> names, char separator)
    {
        (Names, Separator) = (names, separator);
        _keys = [.. names.Select(Key)];
    }

    public static TableHeader None { get; } = new([], ',');

    public IReadOnlyList<string> Names { get; }

    public char Separator { get; }

    /// <summary>Every column that has one of these names, in the order of the table.</summary>
    /// <param name="names">As <see cref="Key"/> makes them.</param>
    public IReadOnlyList<int> AllOf(params IReadOnlyCollection<string> names) =>
        [.. Enumerable.Range(0, _keys.Length).Where(i => names.Contains(_keys[i]))];

    /// <summary>The first column that has one of these names, −1 when there is none.</summary>
    public int IndexOf(params IReadOnlyCollection<string> names) => Array.FindIndex(_keys, names.Contains);

    public string KeyOf(int column) => _keys[column];

    /// <summary>The column's name for a message: cut when it is long, its number when it is empty.</summary>
    public string Shown(int column) =>
        Names[column].Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{column + 1}")
        : Names[column].Length <= LongestShown ? Names[column]
        : Names[column][..LongestShown] + "…";

    /// <summary>Whether the header is one field that holds several words: the separator is none that is read.</summary>
    public bool IsSeparatedBySpaces => Names is [var only] && only.Any(char.IsWhiteSpace);

    /// <summary>Lower case, no spaces, dots, hyphens, underscores: <c>Sample.Name</c> is <c>samplename</c>.</summary>
    public static string Key(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '_'))).ToLowerInvariant();
}
