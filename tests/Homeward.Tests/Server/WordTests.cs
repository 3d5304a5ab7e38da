using System.Text.RegularExpressions;
using Homeward.Cases.Access;
using Homeward.Server.Language;
using Homeward.Tests.Architecture;

namespace Homeward.Tests.Server;

/// <summary>Pages say nothing that is not in a file of words, and every word is there in every language.</summary>
public sealed partial class WordTests
{
    static readonly IReadOnlyList<string> Pages = SourceTree.FilesNamed("*.razor", "src/Homeward.Server");

    static readonly IReadOnlyList<string> Sources =
        [.. Pages, .. SourceTree.FilesNamed("*.cs", "src/Homeward.Server")];

    [Fact]
    public void Every_key_has_words_in_every_language() =>
        Assert.All(WordBook.All, it => Assert.All(
            Tongue.All, tongue => Assert.False(string.IsNullOrWhiteSpace(it.Value[tongue.Key]), it.Key)));

    [Fact]
    public void Chinese_words_are_not_left_in_English() =>
        Assert.Empty(WordBook.All.Where(it => it.Value["zh"].Length > 3 && !Han().IsMatch(it.Value["zh"]))
            .Select(it => it.Key));

    [Fact]
    public void Both_languages_have_the_same_holes() =>
        Assert.All(WordBook.All, it => Assert.Equal(
            Hole().Matches(it.Value["en"]).Select(hole => hole.Value).Distinct().Order(),
            Hole().Matches(it.Value["zh"]).Select(hole => hole.Value).Distinct().Order()));

    [Fact]
    public void Every_key_that_a_page_names_exists() =>
        Assert.Empty(
            from path in Sources
            from Match match in Key().Matches(SourceTree.Read(path))
            where !WordBook.All.ContainsKey(match.Groups[1].Value)
            select $"{path}: {match.Groups[1].Value}");

    /// <summary>Values of a closed list are shown by name: where one has words, all have.</summary>
    [Fact]
    public void A_closed_list_has_words_for_all_its_values()
    {
        var lists = typeof(Role).Assembly.GetTypes().Where(it => it.IsEnum)
            .Where(it => WordBook.All.Keys.Any(key => key.StartsWith(it.Name + ".", StringComparison.Ordinal)));

        Assert.Empty(
            from list in lists
            where list.Name is not ("Metric" or "Permission")    // pages choose some of these
            from value in Enum.GetNames(list)
            where !WordBook.All.ContainsKey($"{list.Name}.{value}")
            select $"{list.Name}.{value}");
    }

    [Fact]
    public void No_page_holds_text_of_its_own() =>
        Assert.Empty(
            from path in Pages
            let markup = Code().Replace(SourceTree.Read(path), "")
            from Match match in Text().Matches(markup)
            select $"{path}: {match.Value.Trim()}");

    [Fact]
    public void Pages_are_as_small_as_other_files() =>
        Assert.Empty(
            from path in Pages
            let lines = SourceTree.Read(path).Split('\n')
            where lines.Length > 200 || lines.Any(it => it.Length > 200)
            select path);

    [GeneratedRegex("""W(?:ords)?(?:\.Say\(|\[)"([a-zA-Z0-9.\-]+)"[,\]]""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    /// <summary>The part of a page that is C#.</summary>
    [GeneratedRegex(@"^@code \{.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    /// <summary>Letters between two tags, or in an attribute that is read aloud.</summary>
    [GeneratedRegex("""(?:>|(?:aria-label|title|alt|placeholder)=")[^<>@{}();="]*\p{L}{2,}[^<>@{}();="]*[<"]""")]
    private static partial Regex Text();
}
