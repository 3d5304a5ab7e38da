namespace Homeward.Cli.Output;

/// <summary>A folder of results that exists whole or not at all.</summary>
static class OutputFolder
{
    /// <summary>Why this folder may not be written; null when it may.</summary>
    /// <param name="path">The folder to be made.</param>
    /// <param name="own">Names of the files that will be in it.</param>
    /// <param name="force">An earlier result may be replaced, but never a folder that holds anything else.</param>
    public static string? Refusal(string path, IReadOnlyList<string> own, bool force)
    {
        if (File.Exists(path)) return "is a file; give the name of a folder";
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any()) return null;
        var others = Directory.EnumerateFileSystemEntries(path).Count(it => !own.Contains(Path.GetFileName(it)));
        if (others > 0) return $"holds {others} other files or folders and is left as it is; give another folder";
        return force ? null : "exists; give another folder, or --force to replace what is in it";
    }

    /// <summary>Has the files written beside the folder, and puts them in its place when all are complete.</summary>
    public static void Fill(string path, Action<string> write)
    {
        var (full, partial) = Begin(path);
        try
        {
            write(partial);
            Replace(full, partial);
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        }
    }

    /// <summary>The same for work that waits.</summary>
    public static async Task<T> FillAsync<T>(string path, Func<string, Task<T>> write)
    {
        var (full, partial) = Begin(path);
        try
        {
            var written = await write(partial);
            Replace(full, partial);
            return written;
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        }
    }

    static (string Full, string Partial) Begin(string path)
    {
        var full = Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
        var partial = $"{full}.partial-{Environment.ProcessId}";
        Directory.CreateDirectory(partial);
        return (full, partial);
    }

    static void Replace(string full, string partial)
    {
        if (Directory.Exists(full)) Directory.Delete(full, recursive: true);
        Directory.Move(partial, full);
    }
}
