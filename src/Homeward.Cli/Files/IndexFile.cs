using System.IO.MemoryMappedFiles;
using Homeward.Genetics.Primitives;
using Homeward.Search.Index;
using Homeward.Search.Kernels;

namespace Homeward.Cli.Files;

/// <summary>A saved index on disk: replaced as a whole, or not at all.</summary>
static class IndexFile
{
    /// <summary>What a save that was cut off leaves beside the file, until the next save.</summary>
    public const string Unfinished = ".unfinished";

    /// <summary>Until the last step the old file stands untouched; that step is one act of the file system.</summary>
    public static void Save(ProfileIndex index, string path) => Write(path, it => IndexFormat.Write(index, it));

    /// <summary>The same for any file.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        const int Buffer = 1 << 20;
        using (var output = new FileStream(
            path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, Buffer))
        {
            write(output);
            output.Flush(flushToDisk: true);
        }
        File.Move(path + Unfinished, path, overwrite: true);
    }

    /// <summary>Maps the file. What is changed in the index stays in memory until it is saved.</summary>
    public static Parsed<ProfileIndex> Open(string path, CodeBook codes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (file.Length is 0 or > int.MaxValue)
        {
            var problems = new Problems();
            problems.Add(
                path, file.Length == 0 ? "is empty; build it again from the profiles" : "is larger than 2 GiB");
            return problems;
        }
        using var map = MemoryMappedFile.CreateFromFile(
            file, mapName: null, capacity: 0, MemoryMappedFileAccess.CopyOnWrite,
            HandleInheritability.None, leaveOpen: true);
        var view = map.CreateViewAccessor(offset: 0, size: 0, MemoryMappedFileAccess.CopyOnWrite);
        return IndexFormat.Open(new MappedMemory(view, (int)file.Length), codes);
    }
}
