using System.Text.Json;

namespace Homeward.Server.Genes;

/// <summary>What the search of a serving process does, as a file in the folder of the installation, so that a command
/// can say it. Numbers alone.</summary>
/// <param name="State">What it does.</param>
/// <param name="Since">Since when, in UTC.</param>
/// <param name="Process">Whose word it is: of a process that has ended it means nothing.</param>
/// <param name="Children">Children in memory.</param>
/// <param name="Families">Families in memory.</param>
public sealed record SearchStateFile(SearchState State, DateTimeOffset Since, int Process, int Children, int Families)
{
    public const string Name = "search.json";

    /// <summary>Null when no process of this machine that lives has left one.</summary>
    public static SearchStateFile? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return null;
        try
        {
            var file = JsonSerializer.Deserialize<SearchStateFile>(File.ReadAllText(path));
            using var process = System.Diagnostics.Process.GetProcessById(file!.Process);
            // Its number may be another's by now, who began later than the word was written.
            return process.StartTime.ToUniversalTime() <= File.GetLastWriteTimeUtc(path) ? file : null;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or IOException)
        {
            return null;
        }
    }

    /// <summary>Whole at any moment.</summary>
    internal void Write(string folder)
    {
        var path = Path.Combine(folder, Name);
        File.WriteAllText(path + ".partial", JsonSerializer.Serialize(this));
        File.Move(path + ".partial", path, overwrite: true);
    }

    internal static SearchStateFile Of(SearchReport report) => new(
        report.State, report.Since.ToDateTimeOffset(), Environment.ProcessId, report.Progress.Children,
        report.Progress.Families);
}
