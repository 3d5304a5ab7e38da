using System.Buffers;
using System.IO.MemoryMappedFiles;
using Homeward.Genetics.Primitives;
using Homeward.Search.Kernels;
using Homeward.Search.Tables;

namespace Homeward.Cli.Files;

/// <summary>A file of compiled tables on disk, of which parts are mapped when they are needed.</summary>
static class TablesFile
{
    /// <summary>Maps nothing yet but header and checksums.</summary>
    public static Parsed<FamilyTables> Open(string path, TableCircumstances circumstances)
    {
        if (!File.Exists(path))
        {
            var problems = new Problems();
            problems.Add("tables", "there is no such file; compile the families again");
            return problems;
        }
        return TablesFormat.Open(new FileInfo(path).Length, Map, circumstances);

        IMemoryOwner<byte> Map(long offset, int length)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            using var map = MemoryMappedFile.CreateFromFile(
                file, mapName: null, capacity: 0, MemoryMappedFileAccess.Read,
                HandleInheritability.None, leaveOpen: true);
            return new MappedMemory(map.CreateViewAccessor(offset, length, MemoryMappedFileAccess.Read), length);
        }
    }
}
