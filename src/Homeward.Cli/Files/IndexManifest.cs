using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Genetics.Primitives;

namespace Homeward.Cli.Files;

/// <summary>
/// What <c>index.json</c> says: which files belong together, and what they were built with. It is replaced last, by one
/// act of the file system, so that whatever was cut off, the files it names are whole.
/// </summary>
/// <param name="Version">Of this format.</param>
/// <param name="Generation">Part of every file's name; a change writes the next one beside the one in use.</param>
/// <param name="Assumptions">The options of the calculation, as they were given.</param>
/// <param name="Threshold">log10 of the smallest LR that a search of the index finds.</param>
/// <param name="Markers">The columns.</param>
sealed record IndexManifest(
    int Version, int Generation, IReadOnlyList<string> Assumptions, double Threshold, IReadOnlyList<string> Markers)
{
    public const string FileName = "index.json";

    /// <summary>Held by whoever writes, so that two changes at once do not lose one of them.</summary>
    public const string Lock = "index.lock";

    const int CurrentVersion = 1;
    static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    [JsonIgnore]
    public string Children => $"children-{Generation}.index";
    [JsonIgnore]
    public string Relatives => $"relatives-{Generation}.index";
    [JsonIgnore]
    public string Families => $"families-{Generation}.list";
    [JsonIgnore]
    public string Tables => $"tables-{Generation}.bin";

    /// <summary>Every file that counts.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Names => [FileName, Lock, Children, Relatives, Families, Tables];

    public static IndexManifest First(IReadOnlyList<string> assumptions, double threshold) =>
        new(CurrentVersion, 0, assumptions, threshold, []);

    public static Parsed<IndexManifest> Read(string folder)
    {
        var problems = new Problems();
        try
        {
            var path = Path.Combine(folder, FileName);
            if (!File.Exists(path)) problems.Add("", $"holds no {FileName}; `homeward index build` makes an index");
            else if (JsonSerializer.Deserialize<IndexManifest>(File.ReadAllText(path), Style) is { } it
                && it.Version == CurrentVersion) return it;
            else problems.Add(FileName, "has another format version; build the index again");
        }
        catch (JsonException)
        {
            problems.Add(FileName, "is damaged; build the index again");
        }
        return problems;
    }

    /// <summary>Makes the files it names those that count.</summary>
    public void Save(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var unfinished = path + IndexFile.Unfinished;
        using (var output = File.Create(unfinished))
        {
            JsonSerializer.Serialize(output, this, Style);
            output.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Whether a file is one of ours, of whatever generation.</summary>
    public static bool IsOwn(string name) =>
        name is FileName or FileName + IndexFile.Unfinished or Lock
        || ((string[])["children-", "relatives-", "families-", "tables-"]).Any(name.StartsWith);
}
