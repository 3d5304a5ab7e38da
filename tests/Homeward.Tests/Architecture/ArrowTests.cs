using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Homeward.Tests.Architecture;

/// <summary>Which project may know which: the arrows of ARCHITECTURE.md, and nothing else.</summary>
public sealed class ArrowTests
{
    static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Homeward.Genetics"] = [],
        ["Homeward.Search"] = ["Homeward.Genetics"],
        ["Homeward.Cases"] = ["Homeward.Genetics"],
        ["Homeward.Exchange"] = ["Homeward.Cases", "Homeward.Genetics"],
        ["Homeward.Storage"] = ["Homeward.Cases", "Homeward.Genetics"],
        ["Homeward.Server"] =
        [
            "Homeward.Cases", "Homeward.Exchange", "Homeward.Genetics", "Homeward.Search", "Homeward.Storage",
        ],
        ["Homeward.Cli"] =
        [
            "Homeward.Cases", "Homeward.Exchange", "Homeward.Genetics", "Homeward.Search", "Homeward.Server",
            "Homeward.Storage",
        ],
    };

    static readonly string[] TypesOfFiles =
        ["File", "Directory", "FileStream", "FileInfo", "DirectoryInfo", "Path", "FileSystemWatcher", "DriveInfo"];

    [Fact]
    public void Every_project_refers_only_to_those_it_may_know() =>
        Assert.Equal(
            Arrows.OrderBy(it => it.Key, StringComparer.Ordinal)
                .Select(it => $"{it.Key} -> {string.Join(", ", it.Value)}"),
            from project in SourceTree.FilesNamed("*.csproj", "src")
            let referred = Items(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension)
            select $"{Path.GetFileNameWithoutExtension(project)} -> {string.Join(", ", referred.Order())}");

    [Theory]
    [InlineData("Homeward.Genetics")]
    [InlineData("Homeward.Search")]
    [InlineData("Homeward.Cases")]
    public void The_pure_projects_have_no_packages(string name) =>
        Assert.Empty(Items($"src/{name}/{name}.csproj", "PackageReference"));

    [Theory]
    [InlineData("Homeward.Genetics")]
    [InlineData("Homeward.Search")]
    [InlineData("Homeward.Cases")]
    public void The_pure_projects_open_no_files_and_write_no_console(string name)
    {
        var used = ReferredTypes(name);

        Assert.DoesNotContain(used, it => it.Namespace == "System.IO" && TypesOfFiles.Contains(it.Name));
        Assert.DoesNotContain(used, it => it is { Namespace: "System", Name: "Console" });
        Assert.DoesNotContain(used, it => it.Namespace.StartsWith("System.Net", StringComparison.Ordinal));
    }

    [Fact]
    public void The_formats_open_no_files_and_write_no_console()
    {
        var used = ReferredTypes("Homeward.Exchange");

        Assert.DoesNotContain(used, it => it.Namespace == "System.IO" && TypesOfFiles.Contains(it.Name));
        Assert.DoesNotContain(used, it => it is { Namespace: "System", Name: "Console" });
    }

    static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Parse(SourceTree.Read(project)).Descendants(kind)
            .Select(it => it.Attribute("Include")!.Value.Replace('\\', '/'));

    static List<(string Namespace, string Name)> ReferredTypes(string assembly)
    {
        using var stream = File.OpenRead(Assembly.Load(assembly).Location);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences
                .Select(metadata.GetTypeReference)
                .Select(it => (metadata.GetString(it.Namespace), metadata.GetString(it.Name))),
        ];
    }
}
