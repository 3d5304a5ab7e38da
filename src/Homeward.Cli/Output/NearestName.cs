namespace Homeward.Cli.Output;

/// <summary>What somebody may have meant by a name that does not exist.</summary>
static class NearestName
{
    /// <summary>Edits that a slip of the fingers makes at most.</summary>
    const int MostEdits = 2;

    /// <summary><c>; did you mean search?</c>, or nothing when no name is near.</summary>
    public static string Hint(string given, IEnumerable<string> names)
    {
        var key = Key(given);
        var (edits, nearest) = names.Select(it => (Distance(key, Key(it)), it))
            .DefaultIfEmpty((int.MaxValue, "")).Min();
        return edits <= Math.Min(MostEdits, (key.Length + 1) / 3) ? $"; did you mean {nearest}?" : "";
    }

    static string Key(string name) =>
        string.Concat(name.Where(it => it is not (' ' or '_' or '-'))).ToUpperInvariant();

    /// <summary>Insertions, deletions, changes and swaps of neighbours that make one text the other.</summary>
    static int Distance(string a, string b)
    {
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    edits[i, j] = i + j;
                    continue;
                }
                var change = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                edits[i, j] = Math.Min(change, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        return edits[a.Length, b.Length];
    }
}
