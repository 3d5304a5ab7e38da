using Homeward.Genetics.Primitives;
using Homeward.Search.Index;
using Homeward.Search.Ranking;
using Homeward.Search.Tables;

namespace Homeward.Cli.Files;

/// <summary>A folder with the children, the families and the compiled tables of a search, opened.</summary>
/// <remarks>
/// For simulated data and for use without a case database: an index of real people's profiles exists in memory only.
/// A change writes new files beside those in use; <see cref="IndexManifest"/> says which of them count.
/// </remarks>
sealed class IndexFolder : IDisposable
{
    IndexFolder(
        string path, IndexManifest manifest, SearchSettings settings, ProfileIndex children, FamilyIndex families)
    {
        (Path, Manifest, Settings, Children, Families) = (path, manifest, settings, children, families);
        Sought = new(families);
        Circumstances = new(children, settings.Populations[0], settings.Threshold);
        Tables = TablesFile.Open(System.IO.Path.Combine(path, manifest.Tables), Circumstances);
    }

    public string Path { get; }
    public IndexManifest Manifest { get; }
    public SearchSettings Settings { get; }
    public ProfileIndex Children { get; }
    public FamilyIndex Families { get; }
    public SoughtMembers Sought { get; }
    public TableCircumstances Circumstances { get; }

    /// <summary>The compiled tables, or why they must be compiled again.</summary>
    public Parsed<FamilyTables> Tables { get; }

    /// <summary>Opens everything that cannot be made again from the rest.</summary>
    public static Parsed<IndexFolder> Open(string path, IndexManifest manifest, SearchSettings settings)
    {
        var codes = settings.CodeBookFor(manifest.Markers.ToHashSet(StringComparer.Ordinal));
        var children = IndexFile.Open(System.IO.Path.Combine(path, manifest.Children), codes);
        if (!children.IsValid) return children.Problems;
        var relatives = IndexFile.Open(System.IO.Path.Combine(path, manifest.Relatives), codes);
        if (relatives.IsValid)
        {
            var records = File.ReadAllBytes(System.IO.Path.Combine(path, manifest.Families));
            var families = FamilyFormat.Open(records, relatives.Value);
            if (families.IsValid) return new IndexFolder(path, manifest, settings, children.Value, families.Value);
            children.Value.Dispose();
            return families.Problems;
        }
        children.Value.Dispose();
        return relatives.Problems;
    }

    /// <summary>
    /// Writes the next generation, then makes it the one that counts, then deletes the old one. Tables of families that
    /// did not change are copied.
    /// </summary>
    /// <returns>What counts now, and how many members had to be compiled.</returns>
    public static (IndexManifest Manifest, int Compiled) Save(
        string path, IndexManifest before, IndexContents contents, FamilyTables? earlier, TableWork work)
    {
        Directory.CreateDirectory(path);
        using var onlyWriter = new FileStream(
            System.IO.Path.Combine(path, IndexManifest.Lock), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        var manifest = before with
        {
            Generation = before.Generation + 1,
            Markers = [.. contents.Children.Codes.Markers.Select(it => it.Marker)],
        };
        IndexFile.Save(contents.Children, System.IO.Path.Combine(path, manifest.Children));
        IndexFile.Save(contents.Families.Relatives, System.IO.Path.Combine(path, manifest.Relatives));
        IndexFile.Write(
            System.IO.Path.Combine(path, manifest.Families), it => FamilyFormat.Write(contents.Families, it));
        var compiled = 0;
        var sought = new SoughtMembers(contents.Families);
        IndexFile.Write(
            System.IO.Path.Combine(path, manifest.Tables),
            it => compiled = TablesFormat.Write(it, contents.Circumstances(), sought, earlier, work));
        manifest.Save(path);
        foreach (var name in Directory.EnumerateFiles(path).Select(it => System.IO.Path.GetFileName(it)))
            if (IndexManifest.IsOwn(name) && !manifest.Names.Contains(name))
                File.Delete(System.IO.Path.Combine(path, name));
        return (manifest, compiled);
    }

    /// <summary>A search of it; the tables are whole.</summary>
    public IndexSearch Search() => new(Settings, Children, Sought, Tables.Value!);

    public void Dispose()
    {
        Children.Dispose();
        Families.Dispose();
        Tables.Value?.Dispose();
    }
}
