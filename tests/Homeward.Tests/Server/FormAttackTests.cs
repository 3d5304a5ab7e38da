using System.Net;
using System.Text.RegularExpressions;
using Homeward.Cases.Access;

namespace Homeward.Tests.Server;

/// <summary>Script and SQL in every text field of every form that any role is shown, found by walking the pages:
/// OWASP ASVS 5, chapter 1 (encoding and injection).</summary>
public sealed partial class FormAttackTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    const string Attack =
        "SYNTHETIC '\"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}'); DROP TABLE users;--";

    /// <summary>Fewer would mean that the walk was stopped at the door.</summary>
    const int LeastForms = 40;

    /// <summary>What was typed is kept and shown as text: fewer would mean that the attack did not arrive.</summary>
    const int LeastShown = 5;

    const int MostPagesOfRole = 30;

    static readonly string[] NotSent = ["/sign-out", "/language"];

    [Fact]
    public async Task Nothing_that_is_typed_into_any_form_runs_in_any_page_or_breaks_a_statement()
    {
        var forms = new HashSet<string>();
        var visits = new Dictionary<Role, Visit>();
        foreach (var role in Enum.GetValues<Role>()) visits[role] = await server.VisitAsync(role);
        foreach (var (role, visit) in visits)
            foreach (var place in await WalkAsync(visit))
                await AttackAsync(visit, $"{role} {place}", place, forms);
        Assert.True(forms.Count >= LeastForms, $"{forms.Count} forms: {string.Join(", ", forms.Order())}");

        var shown = 0;
        foreach (var role in new[] { Role.Headquarters, Role.Caseworker, Role.Administrator, Role.Inspector })
            foreach (var place in await WalkAsync(visits[role]))
                shown += await CheckAsync($"{role} {place}", await visits[role].GetAsync(place));
        Assert.True(shown >= LeastShown, $"shown {shown} times");
    }

    static async Task AttackAsync(Visit visit, string from, string place, HashSet<string> done)
    {
        foreach (var form in PageForm.In(await visit.PageAsync(place)))
        {
            if (NotSent.Contains(form.Action) || !done.Add($"{from} {form.Action}")) continue;
            var fields = form.Fields.Select(it =>
                (it.Name, Value: form.Texts.Contains(it.Name) ? ValueFor(it.Name) : it.Value)).ToArray();
            var answer = await visit.PostAsync(form.Action, fields);
            Assert.True((int)answer.StatusCode < 500, $"{from}: {form.Action} answers {answer.StatusCode}");
            await CheckAsync($"{from}: {form.Action}", answer);
            if (answer.Headers.Location is { OriginalString: { } to })
            {
                Assert.StartsWith("/", to, StringComparison.Ordinal);
                await CheckAsync(to, await visit.GetAsync(to));
            }
        }
    }

    /// <summary>Ages are numbers: with anything else in them a form goes no further, and nothing would be recorded.
    /// </summary>
    static string ValueFor(string name) => name is "age-from" or "age" ? "3" : name is "age-to" ? "5" : Attack;

    static async Task<int> CheckAsync(string where, HttpResponseMessage answer)
    {
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.False(page.Contains("<script>alert", StringComparison.Ordinal), where);
        Assert.False(page.Contains("<img src=x", StringComparison.Ordinal), where);
        Assert.False(page.Contains("SYNTHETIC 49", StringComparison.Ordinal), where);
        Assert.DoesNotMatch(Handler(), page);
        return Regex.Count(page, "&lt;script&gt;alert");
    }

    /// <summary>All pages that links lead to, from the first one on.</summary>
    static async Task<IReadOnlyList<string>> WalkAsync(Visit visit)
    {
        var (found, pages, next) = (new List<string> { "/" }, new List<string>(), 0);
        for (; next < found.Count; next++)
        {
            var answer = await visit.GetAsync(found[next]);
            if (answer.StatusCode != HttpStatusCode.OK
                || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            pages.Add(found[next]);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (var to in Link().Matches(page).Select(it => WebUtility.HtmlDecode(it.Groups[1].Value)))
                if (!found.Contains(to) && found.Count < MostPagesOfRole && !IsOfOneKind(found, to)) found.Add(to);
        }
        return pages;
    }

    /// <summary>Two pages of one pattern show what all of them do.</summary>
    static bool IsOfOneKind(List<string> found, string place)
    {
        var kind = Id().Replace(place, "*");
        return kind != place && found.Count(it => Id().Replace(it, "*") == kind) >= 2;
    }

    [GeneratedRegex("href=\"(/[^\"#]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|=[^&]*")]
    private static partial Regex Id();

    [GeneratedRegex("<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*\\son[a-z]+=")]
    private static partial Regex Handler();
}
