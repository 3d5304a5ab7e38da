using System.Net;
using System.Text;
using Homeward.Cases.Access;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Jurisdictions;
using Homeward.Server.Features.Bulletins;
using Homeward.Storage.Bulletins;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Server.Bulletins;

public sealed class BulletinPageTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    static readonly DateOnly Today = new(2011, 7, 27);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_served_is_what_was_stored_byte_for_byte()
    {
        var count = await CountedAsync("served");
        var store = new BulletinStore(server.As(Role.Statistician));
        using var visit = await server.VisitAsync(Role.Statistician);

        foreach (var language in new[] { "en", "zh-Hans" })
        {
            var answer = await visit.GetAsync($"/bulletins/served/page?language={language}");
            var stored = (await store.TextAsync(count.Id, language, Cancel))!.Html;
            Assert.Equal(Encoding.UTF8.GetBytes(stored), await answer.Content.ReadAsByteArrayAsync(Cancel));
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        }
        var json = await (await visit.GetAsync("/bulletins/served/json")).Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal(count.Digest, BulletinCount.DigestOf(Encoding.UTF8.GetString(json)));
        Assert.Equal(HttpStatusCode.NotFound, (await visit.GetAsync("/bulletins/served/page?language=fr")).StatusCode);
    }

    [Fact]
    public async Task Before_it_is_published_a_bulletin_is_nothing_to_those_who_do_not_publish()
    {
        await CountedAsync("waiting");
        using var reader = await server.VisitAsync(Role.Liaison);
        using var publisher = await server.VisitAsync(Role.Headquarters);

        Assert.DoesNotContain("waiting", await reader.PageAsync("/bulletins"), StringComparison.Ordinal);
        foreach (var place in new[] { "", "/page", "/json" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/bulletins/waiting" + place)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await publisher.GetAsync("/bulletins/waiting" + place)).StatusCode);
        }
        Assert.Contains("/bulletins/waiting", await publisher.PageAsync("/bulletins"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "2011-01-01", "2011-07-27")]
    [InlineData("2009-04-01", null, "2009-04-01", "2011-07-27")]
    [InlineData("2011-07-20", "2011-07-15", "2011-07-15", "2011-07-20")]
    [InlineData("yesterday", "2010-12-31", "2010-01-01", "2010-12-31")]
    public void Days_are_asked_for_in_any_order_and_a_missing_one_is_said_by_the_year(
        string? since, string? until, string first, string last)
    {
        var question = Period.Of(since, until, Today);

        Assert.Equal((first, last), (Period.Text(question.Since), Period.Text(question.AsOf)));
    }

    async Task<BulletinCount> CountedAsync(string number)
    {
        var china = JurisdictionProfile.China;
        var store = new BulletinStore(server.As(Role.Statistician));
        MadeUpState.Allowed(await store.DraftAsync(
            new()
            {
                Number = number,
                Day = Today,
                Since = new(2009, 4, 1),
                Profile = china.Code,
                Zone = china.Zone.Name,
                AgeRules = BulletinPlan.RulesOf(china),
                Operations = [],
            },
            Cancel));
        return MadeUpState.Allowed(await store.CountAsync(number, china, Cancel));
    }
}
