using System.Globalization;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Bulletins;

/// <summary>The sentences of a bulletin in one language, from a table; the code has none of its own.</summary>
public sealed class BulletinWords
{
    readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    BulletinWords(string language)
    {
        using var stream = typeof(BulletinWords).Assembly.GetManifestResourceStream($"bulletin-{language}.json");
        Check.That(stream is not null, language);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var findings = new JsonPlace.Findings();
        foreach (var (name, value) in JsonPlace.Root(bytes, findings)?.Entries() ?? [])
            _words[name] = value.Text() ?? "";
        Check.That(!findings.Problems.Any);
        Language = _words["language"];
    }

    public string Language { get; }

    public static BulletinWords English { get; } = new("en");
    public static BulletinWords SimplifiedChinese { get; } = new("zh-Hans");

    /// <summary>The languages in which bulletins are published.</summary>
    public static IReadOnlyList<BulletinWords> All { get; } = [English, SimplifiedChinese];

    public IEnumerable<string> Names => _words.Keys;

    /// <summary>A sentence with its gaps filled: <c>{children}</c> by the value of that name.</summary>
    public string Say(string name, params (string Gap, string Value)[] values)
    {
        var text = _words[name];
        foreach (var (gap, value) in values) text = text.Replace($"{{{gap}}}", value, StringComparison.Ordinal);
        return text;
    }

    public string Day(DateOnly day) => day.ToString(_words["dayFormat"], CultureInfo.InvariantCulture);

    public string Number(int number) => Saying.Digits(number, _words["groupingMark"]);

    /// <summary>A figure as a sentence says it: "over 39,000".</summary>
    public string Figure(int figure, Saying saying)
    {
        var (said, isOver) = saying.Of(figure);
        return isOver ? Say("over", ("figure", Number(said))) : Number(said);
    }
}
