using System.Globalization;
using System.Text;
using Homeward.Cases.Installations;

namespace Homeward.Cases.Names;

/// <summary>A name as it is compared: its characters, and how they are read in Latin letters.</summary>
/// <remarks>
/// Written 王小明, <c>Wáng Xiǎomíng</c>, <c>wang2 xiao3ming2</c> or <c>WANG Xiaoming</c> it has the same letters. Case,
/// accents, spaces, hyphens and points do not count; ü is <c>v</c>, also where it is written <c>lyu</c>. A name has
/// keys: two that differ in one letter (wrong, missing, one too many, or two changed places) have a key in common,
/// because each key with one letter taken out is a key too.
/// </remarks>
public sealed record NameForm
{
    /// <summary>Shorter names are not looked for with a fault: every second one would be found.</summary>
    const int LeastForFaults = 4;
    const int LeastCharactersForFaults = 3;

    const int MostLettersForFaults = 40;
    const int MostOthers = 15;

    NameForm(string characters, string letters, string tones, IReadOnlyList<string> others) =>
        (Characters, Letters, Tones, Others) = (characters, letters, tones, others);

    /// <summary>The name as written in Chinese characters; empty when it has none.</summary>
    public string Characters { get; }

    /// <summary>How it is read, without tones.</summary>
    public string Letters { get; }

    /// <summary>A digit a syllable; empty where tones are not told.</summary>
    public string Tones { get; }

    /// <summary>How it may be read as well: many characters have several readings.</summary>
    public IReadOnlyList<string> Others { get; }

    public static NameForm Of(string text)
    {
        // Half a character, which cannot be stored, becomes U+FFFD. The mark of made-up people is not part of a name.
        var whole = string.Concat(text.EnumerateRunes());
        if (whole.StartsWith(Synthetic.Mark, StringComparison.Ordinal)) whole = whole[Synthetic.Mark.Length..];
        var runes = whole.Normalize(NormalizationForm.FormKC).EnumerateRunes().ToList();
        return runes.Exists(it => Pinyin.Of(it).Count > 0) ? OfCharacters(runes) : OfLetters(whole);
    }

    /// <summary>As <see cref="Of"/>, and for a name of several words in Latin letters also with the words in another
    /// order: the family name stands first or last.</summary>
    public static IReadOnlyList<NameForm> Orders(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var forms = new List<NameForm> { Of(text) };
        for (var first = 1; first < words.Length && forms[0].Characters.Length == 0; first++)
            forms.Add(Of(string.Join(' ', [.. words[first..], .. words[..first]])));
        return forms;
    }

    /// <summary>Under what the name is found.</summary>
    public IReadOnlySet<string> Keys()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (Characters.Length > 0) AddWithFaults(keys, Characters, LeastCharactersForFaults);
        if (Letters.Length > 0) AddWithFaults(keys, Letters, LeastForFaults);
        keys.UnionWith(Others);
        return keys;
    }

    static void AddWithFaults(HashSet<string> keys, string name, int least)
    {
        keys.Add(name);
        if (name.Length < least || name.Length > MostLettersForFaults) return;
        for (var at = 0; at < name.Length; at++)
            if (!char.IsLowSurrogate(name[at])) keys.Add(name.Remove(at, char.IsHighSurrogate(name[at]) ? 2 : 1));
    }

    static NameForm OfCharacters(List<Rune> runes)
    {
        var name = runes.FindAll(Rune.IsLetterOrDigit);
        var syllables = name.ConvertAll<IReadOnlyList<string>>(
            it => Pinyin.Of(it) is { Count: > 0 } readings ? readings : [Letter(it.ToString())]);
        var likely = syllables.ConvertAll(it => it[0]);
        if (Pinyin.OfSurname(name) is { } surname)
            for (var at = 0; at < surname.Count; at++) likely[at] = surname[at];
        var letters = Toneless(likely);
        return new(
            string.Concat(name).ToLowerInvariant(),
            letters,
            string.Concat(likely.Select(it => it[^1])),
            [.. Readings(syllables).Select(Toneless).Distinct().Where(it => it != letters).Take(MostOthers)]);
    }

    static NameForm OfLetters(string text)
    {
        var (letters, tones) = (new StringBuilder(), new StringBuilder());
        foreach (var sign in text.Normalize(NormalizationForm.FormKD))
            if (ToneOf(sign) is { } tone) tones.Append(tone);
            else if (sign == '\u0308' && letters.Length > 0 && letters[^1] == 'u') letters[^1] = 'v';
            else if (char.IsLetter(sign) || IsMarkOfAnotherScript(sign)) letters.Append(Plain(sign));
        letters.Replace("lyu", "lv").Replace("nyu", "nv");
        return new("", letters.ToString(), tones.ToString(), []);
    }

    /// <summary>Of a sign that has no reading; a rare character stands for itself.</summary>
    static string Letter(string sign) => OfLetters(sign).Letters is { Length: > 0 } letter ? letter : sign;

    /// <summary>The marks of pinyin, or the tone as a digit.</summary>
    static char? ToneOf(char sign) => sign switch
    {
        >= '1' and <= '5' => sign,
        '\u0304' => '1',
        '\u0301' => '2',
        '\u030C' => '3',
        '\u0300' => '4',
        _ => null,
    };

    /// <summary>Vowels of Thai, Lao, Khmer and Burmese are marks on a consonant; accents of Latin letters are
    /// dropped.</summary>
    static bool IsMarkOfAnotherScript(char sign) =>
        sign > '\u036F'
        && char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    static char Plain(char letter) => char.ToLowerInvariant(letter) is var lower && lower == 'đ' ? 'd' : lower;

    static string Toneless(IEnumerable<string> syllables) =>
        string.Concat(syllables.Select(it => char.IsAsciiDigit(it[^1]) ? it[..^1] : it));

    /// <summary>Every choice of one reading a character, the common ones first.</summary>
    static IEnumerable<IEnumerable<string>> Readings(IReadOnlyList<IReadOnlyList<string>> syllables)
    {
        IEnumerable<IEnumerable<string>> all = [[]];
        foreach (var choices in syllables)
            all = all.SelectMany(_ => choices, (before, reading) => before.Append(reading));
        return all;
    }
}
