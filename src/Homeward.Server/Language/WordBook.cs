using System.Reflection;
using System.Text.Json;
using Homeward.Genetics.Primitives;

namespace Homeward.Server.Language;

/// <summary>All words of all pages: the files <c>*.words.json</c> beside the pages, each key in every language.
/// </summary>
static class WordBook
{
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> All { get; } = Read();

    static Dictionary<string, IReadOnlyDictionary<string, string>> Read()
    {
        var all = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames().Where(it => it.StartsWith("words/", StringComparison.Ordinal));
        foreach (var name in names)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var file = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream);
            Check.That(file is not null, name);
            foreach (var (key, text) in file)
            {
                Check.That(Tongue.All.All(it => text.ContainsKey(it.Key)), key);
                all.Add(key, text);
            }
        }
        return all;
    }
}
