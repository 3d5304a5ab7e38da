using System.Text;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Names;

/// <summary>How Chinese characters are read in Mandarin: syllables in plain letters with the tone behind, <c>shan4</c>.
/// </summary>
/// <remarks>The tables name their source in their first lines.</remarks>
static class Pinyin
{
    static readonly Lazy<Dictionary<Rune, List<string>>> s_readings = new(ReadReadings);
    static readonly Lazy<Dictionary<string, string[]>> s_surnames = new(ReadSurnames);

    /// <summary>The readings of a character, the most common one first; none for what is no Chinese character.
    /// </summary>
    public static IReadOnlyList<string> Of(Rune character) =>
        s_readings.Value.TryGetValue(character, out var readings) ? readings : [];

    /// <summary>The readings of the family name with which these characters begin, where it is read otherwise than its
    /// characters alone: 单 is dān, and Shàn as a family name; null where nothing is special.</summary>
    public static IReadOnlyList<string>? OfSurname(IReadOnlyList<Rune> name)
    {
        // A single character is no family name with a given name after it.
        for (var length = Math.Min(2, name.Count - 1); length >= 1; length--)
            if (s_surnames.Value.TryGetValue(string.Concat(name.Take(length)), out var readings))
                return readings;
        return null;
    }

    static Dictionary<Rune, List<string>> ReadReadings()
    {
        var readings = new Dictionary<Rune, List<string>>();
        var rows = Rows("readings.csv", "reading,first,other");
        for (var column = 1; column <= 2; column++)
            foreach (var row in rows)
                foreach (var character in row[column].EnumerateRunes())
                {
                    if (!readings.TryGetValue(character, out var all)) readings.Add(character, all = []);
                    all.Add(row[0]);
                }
        return readings;
    }

    static Dictionary<string, string[]> ReadSurnames() =>
        Rows("surnames.csv", "surname,readings")
            .ToDictionary(it => it[0], it => it[1].Split(' '), StringComparer.Ordinal);

    static List<string[]> Rows(string table, string columns)
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream(table);
        Check.That(stream is not null, table);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line && line != columns) Check.That(line[0] == '#', line);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line) rows.Add(line.Split(','));
        return rows;
    }
}
