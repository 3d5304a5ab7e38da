using System.Net;
using System.Text.RegularExpressions;

namespace Homeward.Tests.Server;

/// <summary>What a test reads out of a page.</summary>
static partial class Markup
{
    /// <summary>The value of the first field of this name.</summary>
    public static string Value(string page, string name)
    {
        var found = Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"");
        Assert.True(found.Success, name);
        return WebUtility.HtmlDecode(found.Groups[1].Value);
    }

    /// <summary>What all selections of this name offer.</summary>
    public static IReadOnlyList<string> Options(string page, string name) =>
    [
        .. Regex.Matches(page, $"<select name=\"{name}\">(.*?)</select>", RegexOptions.Singleline)
            .SelectMany(it => Option().Matches(it.Value)).Select(it => WebUtility.HtmlDecode(it.Groups[1].Value)),
    ];

    /// <summary>The session that a page about oneself offers to end.</summary>
    public static string SessionEnded(string page)
    {
        var found = Ended().Match(page);
        Assert.True(found.Success);
        return found.Groups[1].Value;
    }

    /// <summary>Path and query of the link of an invitation.</summary>
    public static string Link(string page)
    {
        var found = Join().Match(page);
        Assert.True(found.Success, page);
        return found.Value;
    }

    [GeneratedRegex("<option value=\"([^\"]*)\"")]
    private static partial Regex Option();

    [GeneratedRegex("name=\"session\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Ended();

    [GeneratedRegex("/join\\?key=[A-Za-z0-9_-]{43}")]
    private static partial Regex Join();
}
