using System.Text;
using System.Text.Json;

namespace Homeward.Genetics.Primitives;

/// <summary>
/// A value of a JSON document that knows its path. Each question it cannot answer becomes a problem at that path, and
/// the answer is null; so a reader asks everything and finds every fault at once.
/// </summary>
public sealed class JsonPlace
{
    const int LongestShownName = 60;
    readonly JsonElement _element;
    readonly JsonPlace? _outer;
    readonly string? _name;
    readonly int _index;
    readonly Findings _findings;

    JsonPlace(JsonElement element, JsonPlace? outer, string? name, int index, Findings findings) =>
        (_element, _outer, _name, _index, _findings) = (element, outer, name, index, findings);

    /// <summary>What is wrong with a document, and what was set aside in it.</summary>
    public sealed record Findings
    {
        public Problems Problems { get; } = new();
        public Problems Warnings { get; } = new();
    }

    /// <summary>The whole document; null, with a problem, when the bytes are not one JSON value in UTF-8.</summary>
    public static JsonPlace? Root(ReadOnlyMemory<byte> utf8, Findings findings)
    {
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (!System.Text.Unicode.Utf8.IsValid(utf8.Span))
        {
            findings.Problems.Add("", "is not text in UTF-8; save it as UTF-8");
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return new(document.RootElement.Clone(), outer: null, name: null, index: -1, findings);
        }
        catch (JsonException e)
        {
            var at = e.LineNumber is { } line ? $"line {line + 1}, byte {e.BytePositionInLine + 1}" : "";
            findings.Problems.Add(at, "is not JSON (comments and trailing commas are not part of the format)");
            return null;
        }
    }

    public string Path => _outer is null ? "$" : _outer.Path + (_name is null ? $"[{_index}]" : Step(_name));

    public bool IsNull => _element.ValueKind == JsonValueKind.Null;
    public bool IsList => _element.ValueKind == JsonValueKind.Array;

    public void Wrong(string what) => _findings.Problems.Add(Path, what);

    public void Missing(string name) => _findings.Problems.Add(Path + Step(name), "is missing");

    public void Warn(string what) => _findings.Warnings.Add(Path, what);

    /// <summary>Takes over what another check found; its place becomes a path inside this value.</summary>
    public void Wrong(Problem problem) =>
        _findings.Problems.Add(problem.Place.Length == 0 ? Path : $"{Path}.{problem.Place}", problem.What);

    /// <summary>Takes over what a check of a list found; its place begins with the index: <c>[3].code</c>.</summary>
    public void WrongWithin(Problem problem) => _findings.Problems.Add(Path + problem.Place, problem.What);

    public string? Text()
    {
        if (_element.ValueKind != JsonValueKind.String) return Refuse<string>("is not a text");
        try
        {
            return _element.GetString();
        }
        catch (InvalidOperationException)                        // an escaped half of a surrogate pair
        {
            return Refuse<string>("is not a valid text");
        }
    }

    public double? Number()
    {
        var isNumber = _element.ValueKind == JsonValueKind.Number;
        if (isNumber && _element.TryGetDouble(out var value) && double.IsFinite(value)) return value;
        Wrong("is not a number");
        return null;
    }

    /// <summary>The values of a list, in order; none, with a problem, when this is not a list.</summary>
    public IEnumerable<JsonPlace> Items()
    {
        if (!IsList)
        {
            Wrong("is not a list");
            yield break;
        }
        var index = 0;
        foreach (var item in _element.EnumerateArray()) yield return new(item, this, name: null, index++, _findings);
    }

    /// <summary>Names and values of an object with free names, in order; a name given twice is a problem.</summary>
    public IEnumerable<(string Name, JsonPlace Value)> Entries()
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            Wrong("is not an object");
            yield break;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in _element.EnumerateObject())
        {
            if (NameOf(property) is not { } name) continue;
            var value = new JsonPlace(property.Value, this, name, index: -1, _findings);
            if (seen.Add(name)) yield return (name, value);
            else value.Wrong("is given more than once");
        }
    }

    /// <summary>The fields of an object with a fixed set of names: unknown and missing ones are problems.</summary>
    public Dictionary<string, JsonPlace> Fields(string[] required, params string[] optional)
    {
        var found = new Dictionary<string, JsonPlace>(StringComparer.Ordinal);
        if (_element.ValueKind != JsonValueKind.Object)
        {
            Wrong("is not an object");
            return found;
        }
        foreach (var (name, value) in Entries())
        {
            if (required.Contains(name) || optional.Contains(name)) found.Add(name, value);
            else value.Wrong("is not a field of the format");
        }
        foreach (var name in required)
            if (!found.ContainsKey(name)) Missing(name);
        return found;
    }

    string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            Wrong("has a name that is not a valid text");
            return null;
        }
    }

    T? Refuse<T>(string what)
        where T : class
    {
        Wrong(what);
        return null;
    }

    static string Step(string name)
    {
        if (name.Length is > 0 and <= LongestShownName && name.All(it => char.IsLetterOrDigit(it) || it == '_'))
            return "." + name;
        var shown = name.Length <= LongestShownName ? name : name[..LongestShownName] + "…";
        return $"[\"{JsonEncodedText.Encode(shown)}\"]";
    }
}
