using System.Security.Cryptography;
using System.Text.Json;
using Homeward.Genetics.Primitives;

namespace Homeward.Cli.Commands.Backups;

/// <summary><c>backup.json</c>: what one of the two folders of a backup holds.</summary>
/// <param name="Format">This version's.</param>
/// <param name="MadeAt">When it was begun.</param>
/// <param name="HoldsKeys">Whether this is the folder of keys.</param>
/// <param name="Files">Every file but this one.</param>
sealed record BackupPart(
    string Format, DateTimeOffset MadeAt, bool HoldsKeys, IReadOnlyList<BackupPart.Entry> Files)
{
    public const string FileName = "backup.json";
    const string Known = "homeward-backup 1";

    static readonly JsonSerializerOptions Style = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    /// <param name="Path">Below the folder, with slashes.</param>
    /// <param name="Bytes">Its length.</param>
    /// <param name="Sha256">Of its contents.</param>
    public sealed record Entry(string Path, long Bytes, string Sha256);

    /// <summary>Describes a folder as it stands and writes the description into it.</summary>
    public static BackupPart Write(string folder, DateTimeOffset madeAt, bool holdsKeys)
    {
        var part = new BackupPart(Known, madeAt, holdsKeys, [.. FilesOf(folder)]);
        using var file = new FileStream(Path.Combine(folder, FileName), FileMode.CreateNew, FileAccess.Write);
        JsonSerializer.Serialize(file, part, Style);
        file.Flush(flushToDisk: true);
        return part;
    }

    /// <summary>Reads a folder of a backup and compares every file with its description.</summary>
    public static Parsed<BackupPart> Read(string folder, bool holdsKeys)
    {
        var problems = new Problems();
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return Problem("is no folder of a backup: it holds no " + FileName);
        BackupPart? part;
        try
        {
            part = JsonSerializer.Deserialize<BackupPart>(File.ReadAllText(path), Style);
        }
        catch (JsonException)
        {
            part = null;
        }
        if (part is not { Format: Known, Files: not null }) return Problem(FileName + " is not one of this version");
        if (part.HoldsKeys != holdsKeys)
            return Problem(holdsKeys ? "holds the databases, not the keys" : "holds the keys, not the databases");
        var found = FilesOf(folder).ToDictionary(it => it.Path, StringComparer.Ordinal);
        foreach (var entry in part.Files)
            if (!found.Remove(entry.Path, out var now)) problems.Add(entry.Path, "is missing");
            else if (now != entry) problems.Add(entry.Path, "is not what was backed up: its checksum differs");
        foreach (var extra in found.Keys.Order(StringComparer.Ordinal)) problems.Add(extra, "is not of this backup");
        return problems.Any ? problems : part;

        Parsed<BackupPart> Problem(string what)
        {
            problems.Add("", what);
            return problems;
        }
    }

    static IEnumerable<Entry> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(it => (Full: it, Path: Path.GetRelativePath(folder, it).Replace('\\', '/')))
            .Where(it => it.Path != FileName)
            .OrderBy(it => it.Path, StringComparer.Ordinal)
            .Select(it => new Entry(it.Path, new FileInfo(it.Full).Length, Sha256Of(it.Full)));

    static string Sha256Of(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
