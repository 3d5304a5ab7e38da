using System.Runtime.CompilerServices;

namespace Homeward.Tests.Architecture;

/// <summary>The repository's own source, found from where this file was compiled.</summary>
static class SourceTree
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory) ?? FindRoot(ThisFolder())
        ?? throw new InvalidOperationException("Homeward.slnx is not above the tests.");

    /// <summary>Every C# file of src and tests that somebody wrote, as path from the root with forward slashes.
    /// </summary>
    public static IReadOnlyList<string> CSharpFiles { get; } =
        [.. FilesNamed("*.cs", "src", "tests").Where(it => !it.Split('/').Contains("Generated"))];

    /// <summary>Those that the tool for migrations wrote.</summary>
    public static IReadOnlyList<string> GeneratedFiles { get; } =
        [.. FilesNamed("*.cs", "src", "tests").Where(it => it.Split('/').Contains("Generated"))];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Files under the given folders, build output left out.</summary>
    public static IReadOnlyList<string> FilesNamed(string pattern, params string[] folders) =>
    [
        .. folders
            .Select(it => Path.Combine(Root, it))
            .Where(Directory.Exists)
            .SelectMany(it => Directory.EnumerateFiles(it, pattern, SearchOption.AllDirectories))
            .Select(it => Path.GetRelativePath(Root, it).Replace('\\', '/'))
            .Where(it => !it.Split('/').Any(part => part is "bin" or "obj" or "artifacts"))
            .Order(StringComparer.Ordinal),
    ];

    static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    static string? FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Homeward.slnx"))) return folder.FullName;
        return null;
    }
}
