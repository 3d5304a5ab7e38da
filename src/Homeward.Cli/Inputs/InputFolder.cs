namespace Homeward.Cli.Inputs;

/// <summary>Folders given in place of files.</summary>
static class InputFolder
{
    /// <summary>
    /// The paths, each folder replaced by the files in it by name; hidden files and folders inside are passed over.
    /// </summary>
    public static IReadOnlyList<string> FilesOf(IEnumerable<string> paths) => [.. paths.SelectMany(FilesOf)];

    static IEnumerable<string> FilesOf(string path) => !Directory.Exists(path) ? [path]
        : Directory.EnumerateFiles(path).Where(it => Path.GetFileName(it)[0] != '.').Order(StringComparer.Ordinal);
}
