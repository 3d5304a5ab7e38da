using Homeward.Cli.Files;
using Homeward.Search.Index;
using Homeward.Search.Kernels;
using Homeward.Tests.Search;

namespace Homeward.Tests.Cli;

public sealed class IndexFileTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("homeward-");
    readonly MadeUpSearch _search = new(24, 13);

    string FilePath => Path.Combine(_folder.FullName, "children.index");

    [Fact]
    public void A_mapped_index_is_scanned_like_the_one_in_memory()
    {
        var book = _search.Book();
        using var index = _search.Index(book, 3000);
        var families = Enumerable.Range(0, 20).Select(_ => ScanTable.Of(book, _search.Scores(), 22)).ToArray();
        IndexFile.Save(index, FilePath);

        using var mapped = IndexFile.Open(FilePath, book).Value!;

        var found = Scan.Run(families, mapped, ScanOptions.Fastest);
        Assert.NotEmpty(found);
        Assert.Equal(Scan.Run(families, index, ScanOptions.Fastest), found);
    }

    [Fact]
    public void What_is_removed_from_a_mapped_index_stays_in_the_file_until_it_is_saved()
    {
        var book = _search.Book();
        using (var index = new ProfileIndex(book))
        {
            index.Append(_search.Profile(book, "A"));
            IndexFile.Save(index, FilePath);
        }
        var before = File.ReadAllBytes(FilePath);
        using var mapped = IndexFile.Open(FilePath, book).Value!;
        mapped.Remove("A");
        Assert.Equal(before, File.ReadAllBytes(FilePath));

        IndexFile.Save(mapped, FilePath);

        using var again = IndexFile.Open(FilePath, book).Value!;
        Assert.Equal(0, again.ProfileCount);
    }

    /// <summary>
    /// The state that a kill at any instant of a save leaves: the old file, and part of a new one beside it.
    /// </summary>
    [Fact]
    public void A_save_that_was_cut_off_leaves_the_old_index_whole_and_does_not_hinder_the_next()
    {
        var book = _search.Book();
        using var index = _search.Index(book, 100);
        IndexFile.Save(index, FilePath);
        File.WriteAllBytes(FilePath + IndexFile.Unfinished, File.ReadAllBytes(FilePath)[..1000]);

        using (var old = IndexFile.Open(FilePath, book).Value!) Assert.Equal(index.ProfileCount, old.ProfileCount);
        index.Append(_search.Profile(book, "new"));
        IndexFile.Save(index, FilePath);

        using var saved = IndexFile.Open(FilePath, book).Value!;
        Assert.Equal(index.ProfileCount, saved.ProfileCount);
        Assert.Equal(["children.index"], _folder.GetFiles().Select(it => it.Name));
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        File.WriteAllBytes(FilePath, []);
        Assert.False(IndexFile.Open(FilePath, _search.Book()).IsValid);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
