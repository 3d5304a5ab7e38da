using System.Text.Json;
using Homeward.Cli.Inputs;

namespace Homeward.Cli.Commands.Demonstration.Nation;

/// <summary>The folder beside a demonstration in which its past is made, part by part. It stays when the program is
/// killed, and the next run goes on in it.</summary>
sealed class NationFolder
{
    const string Marker = "nation.json";

    readonly NationPlan _plan;

    NationFolder(DataFolder data, NationPlan plan) => (Data, _plan) = (data, plan);

    public DataFolder Data { get; }

    /// <summary>Whether the offices are there, so that parts may be added.</summary>
    public bool IsBegun => File.Exists(MarkerPath);

    string MarkerPath => Path.Combine(Data.Path, Marker);

    /// <summary>The folder for a demonstration; or why it cannot be used.</summary>
    public static (NationFolder? Folder, string? Refusal) Of(DataFolder demonstration, NationPlan plan)
    {
        var path = Path.GetFullPath(demonstration.Path).TrimEnd(Path.DirectorySeparatorChar) + ".unfinished";
        var folder = new NationFolder(new(path), plan);
        if (folder.IsBegun && File.ReadAllText(folder.MarkerPath) != folder.Text())
            return (null, $"{path} holds a nation that was begun with other options; go on with those, or remove it");
        if (!Directory.Exists(path)) return (folder, null);
        var others = Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName)
            .Count(it => it != Marker && !DataFolder.All.Contains(it));
        return others > 0
            ? (null, $"{path} holds {others} other files or folders; give another folder") : (folder, null);
    }

    /// <summary>An empty folder for the databases: what was begun before the offices were there is of no use.</summary>
    public void Clear()
    {
        if (Directory.Exists(Data.Path)) Directory.Delete(Data.Path, recursive: true);
        Directory.CreateDirectory(Data.Path);
    }

    /// <summary>The offices are there.</summary>
    public void Begin()
    {
        using (var file = new FileStream(MarkerPath + ".partial", FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(Text()));
            file.Flush(flushToDisk: true);
        }
        File.Move(MarkerPath + ".partial", MarkerPath);
    }

    /// <summary>What is finished goes on in another folder: whatever becomes of that, this one can be copied again.
    /// </summary>
    public void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Data.Path, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Data.Path, file));
            if (Path.GetFileName(file) == Marker) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The marker first, so that a folder that is half gone is not gone on with.</summary>
    public void Remove()
    {
        File.Delete(MarkerPath);
        Directory.Delete(Data.Path, recursive: true);
    }

    string Text() => JsonSerializer.Serialize(new { Format = "homeward-nation 2", Plan = _plan });
}
