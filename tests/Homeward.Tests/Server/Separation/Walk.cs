using System.Net;
using System.Text.RegularExpressions;

namespace Homeward.Tests.Server.Separation;

/// <summary>Goes wherever the pages that somebody is shown lead, to some pages of each kind.</summary>
static partial class Walk
{
    /// <param name="Place">With its query.</param>
    /// <param name="Body">As it came.</param>
    public sealed record Page(string Place, string Body);

    public static async Task<List<Page>> OfAsync(Visit visit, int mostOfKind)
    {
        var (seen, ofKind, open) = (new HashSet<string>(), new Dictionary<string, int>(), new Queue<string>(["/"]));
        var pages = new List<Page>();
        while (open.TryDequeue(out var place))
        {
            var answer = await visit.GetAsync(place);
            if (answer.StatusCode != HttpStatusCode.OK) continue;
            var page = new Page(place, await answer.Content.ReadAsStringAsync());
            pages.Add(page);
            foreach (var link in Links(page.Body).Where(seen.Add))
            {
                var kind = Ids().Replace(link.Split('?')[0], "{}");
                ofKind[kind] = ofKind.GetValueOrDefault(kind) + 1;
                if (ofKind[kind] <= mostOfKind) open.Enqueue(link);
            }
        }
        return pages;
    }

    /// <summary>Within the site; files and the example of the calculator are the program's own, and a stream of changes
    /// never ends.</summary>
    static IEnumerable<string> Links(string page) => Link().Matches(page)
        .Select(it => WebUtility.HtmlDecode(it.Groups[1].Value).Split('#')[0])
        .Where(it => it.StartsWith('/') && !it.StartsWith("//", StringComparison.Ordinal)
            && !it.StartsWith("/files/", StringComparison.Ordinal)
            && !it.StartsWith("/calculator", StringComparison.Ordinal)
            && !it.EndsWith("/changes", StringComparison.Ordinal));

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("(?<=/)[0-9][0-9a-fA-F-]*(?=/|$)|(?<=/)[0-9a-fA-F-]{36}(?=/|$)")]
    private static partial Regex Ids();
}
