using System.Net;
using System.Text.RegularExpressions;
using Homeward.Cases.Access;
using Homeward.Storage.Rescues;

namespace Homeward.Tests.Server;

/// <summary>Forms of the night: sent twice, changed, attacked.</summary>
public sealed partial class RecordingTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    static (string Name, string Value)[] Rescue(string page, params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["form"] = Hidden(page, "form"),
            ["person"] = Hidden(page, "person"),
            ["name"] = "SYNTHETIC child",
            ["sex"] = "Female",
            ["age-from"] = "3",
            ["age-to"] = "5",
            ["age-unit"] = "years",
            ["basis"] = "Appearance",
            ["when"] = "2011-07-20T06:30",
            ["region"] = "130000",
            ["place"] = "SYNTHETIC village",
            ["condition"] = "Good",
        };
        foreach (var (name, value) in other) fields[name] = value;
        return [.. fields.Select(it => (it.Key, it.Value))];
    }

    async Task<int> CountAsync() =>
        (await new RescueStore(server.As(Role.Investigator)).ListAsync(
            new(null, null, 0, 1), TestContext.Current.CancellationToken)).Total;

    [Fact]
    public async Task The_same_form_sent_again_leads_to_the_record_that_is_there_and_another_content_asks()
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        var before = await CountAsync();
        var page = await visit.PageAsync("/rescues/new");
        var first = await visit.PostAsync("/rescues", Rescue(page));
        var again = await visit.PostAsync("/rescues", Rescue(page, ("place", " SYNTHETIC village ")));
        var other = await visit.PostAsync("/rescues", Rescue(page, ("place", "SYNTHETIC station")));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(before + 1, await CountAsync());

        var another = await visit.PostAsync(
            "/rescues", Rescue(page, ("place", "SYNTHETIC station"), ("another", "yes")));
        Assert.Equal(HttpStatusCode.Redirect, another.StatusCode);
        Assert.NotEqual(first.Headers.Location, another.Headers.Location);
        Assert.Equal(before + 2, await CountAsync());
    }

    [Fact]
    public async Task A_form_sent_eight_times_at_once_is_one_record()
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        var page = await visit.PageAsync("/rescues/new");
        var before = await CountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visit.PostAsync("/rescues", Rescue(page))));

        Assert.All(answers, it => Assert.Equal(answers[0].Headers.Location, it.Headers.Location));
        Assert.Equal(HttpStatusCode.Redirect, answers[0].StatusCode);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Theory]
    [InlineData("place", "")]
    [InlineData("region", "999999")]
    [InlineData("region", "704")]
    [InlineData("when", "yesterday")]
    [InlineData("when", "2999-01-01T00:00")]
    [InlineData("age-to", "2")]
    [InlineData("age-from", "-1")]
    [InlineData("age-to", "1e9")]
    public async Task What_cannot_be_is_asked_again_with_everything_that_was_typed(string name, string value)
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        var page = await visit.PageAsync("/rescues/new");
        var before = await CountAsync();
        var answer = await visit.PostAsync("/rescues", Rescue(page, (name, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("SYNTHETIC child", shown, StringComparison.Ordinal);
        Assert.Equal(Hidden(page, "form"), Hidden(shown, "form"));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Script_in_a_field_is_shown_as_text()
    {
        const string Script = "SYNTHETIC \"><script>alert(1)</script><img src=x onerror=alert(1)>";
        using var visit = await server.VisitAsync(Role.Investigator);
        var page = await visit.PageAsync("/rescues/new");
        var sent = await visit.PostAsync(
            "/rescues", Rescue(page, ("name", Script), ("place", Script), ("marks", Script)));
        var child = await visit.PageAsync(sent.Headers.Location!.OriginalString);

        Assert.DoesNotContain("<script>alert", child, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", child, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", child, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_detention_sent_again_is_one_person_with_one_measure()
    {
        using var visit = await server.VisitAsync(Role.Investigator);
        var page = await visit.PageAsync("/detentions/new");
        (string, string)[] fields =
        [
            ("form", Hidden(page, "form")), ("person", Hidden(page, "person")), ("name", "SYNTHETIC suspect"),
            ("sex", "Male"), ("when", "2011-07-20T04:30"), ("measure", "CriminalDetention"),
        ];
        var first = await visit.PostAsync("/detentions", fields);
        var again = await visit.PostAsync("/detentions", fields);
        var other = await visit.PostAsync("/detentions", [.. fields[..^1], ("measure", "Arrest")]);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        var shown = await visit.PageAsync(first.Headers.Location!.OriginalString);
        Assert.Single(Time().Matches(shown));
    }

    static string Hidden(string page, string name)
    {
        var found = Regex.Match(page, $"name=\"{name}\" value=\"([0-9a-f-]{{36}})\"");
        Assert.True(found.Success, name);
        return found.Groups[1].Value;
    }

    [GeneratedRegex("class=\"time\"")]
    private static partial Regex Time();
}
