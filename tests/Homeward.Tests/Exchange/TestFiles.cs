using Homeward.Exchange.Profiles;
using Homeward.Genetics.Primitives;
using Homeward.Tests.Architecture;

namespace Homeward.Tests.Exchange;

/// <summary>The files beside these tests.</summary>
static class TestFiles
{
    static readonly string Root = Path.Combine(SourceTree.Root, "tests", "Homeward.Tests", "Exchange");

    public static Stream Open(string path) => File.OpenRead(Path.Combine(Root, path));

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder))
            .Select(it => Path.GetRelativePath(Root, it)).Order(StringComparer.Ordinal);

    public static Parsed<ProfileFile> Profiles(string path)
    {
        using var stream = Open(path);
        return ProfileFile.Read(stream, path);
    }

    public static Parsed<ProfileFile> ProfilesOf(string text) =>
        ProfileFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "text");

    public static IEnumerable<string> Lines(this Problems problems) => problems.Select(it => it.ToString());
}
