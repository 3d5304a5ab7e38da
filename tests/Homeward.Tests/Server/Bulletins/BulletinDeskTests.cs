using System.Net;
using Homeward.Cases.Access;
using Homeward.Cases.Bulletins;
using Homeward.Storage.Bulletins;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Server.Bulletins;

/// <summary>A bulletin over HTTP: drafted, counted, signed by two others, published; each form sent twice.</summary>
public sealed class BulletinDeskTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bulletin_is_counted_once_and_signed_by_two_who_saw_it()
    {
        using var author = await server.VisitAsync(Role.Headquarters);
        using var signer = await server.VisitAsync(Role.Statistician);
        const string Place = "/bulletins/2011-07-28";
        await author.PageAsync("/bulletins/new");
        for (var i = 0; i < 2; i++) await author.GoAsync("/bulletins", Draft("2011-07-28"));
        for (var i = 0; i < 2; i++) await author.GoAsync(Place + "/count", ("seen", ""));
        var seen = Markup.Value(await signer.PageAsync(Place), "seen");
        Assert.Equal(HttpStatusCode.Conflict, await SignAsync(author, seen));
        Assert.Equal(HttpStatusCode.Conflict, (await author.PostAsync(Place + "/publication")).StatusCode);
        for (var i = 0; i < 2; i++) await signer.GoAsync(Place + "/signature", ("seen", seen));
        Assert.Single((await FactsAsync("2011-07-28")).Approvals);

        await author.GoAsync(Place + "/count", ("seen", seen));
        Assert.Equal(2, (await FactsAsync("2011-07-28")).Counts.Count);
        Assert.Equal(HttpStatusCode.Conflict, await SignAsync(signer, seen));
        seen = Markup.Value(await signer.PageAsync(Place), "seen");
        await signer.GoAsync(Place + "/signature", ("seen", seen));
        MadeUpState.Allowed(await new BulletinStore(server.AsThird()).ApproveAsync("2011-07-28", Cancel));
        for (var i = 0; i < 2; i++) await author.GoAsync(Place + "/publication");
        var facts = await FactsAsync("2011-07-28");
        Assert.Equal(server.UserOf(Role.Headquarters).Id, facts.Publication!.By);
        Assert.Equal(facts.Last, facts.Current);

        async Task<HttpStatusCode> SignAsync(Visit visit, string count) =>
            (await visit.PostAsync(Place + "/signature", ("seen", count))).StatusCode;
    }

    [Theory]
    [InlineData("number", "../x", 1)]
    [InlineData("number", "new", 1)]
    [InlineData("day", "2999-01-01", 1)]
    [InlineData("since", "2011-07-29", 1)]
    [InlineData("day", "yesterday", 1)]
    [InlineData("since", "yesterday", 1)]
    public async Task What_cannot_be_drafted_is_asked_again(string name, string value, int problems)
    {
        using var visit = await server.VisitAsync(Role.Statistician);
        await visit.PageAsync("/bulletins/new");
        var fields = Draft("2011-07-29").Select(it => it.Name == name ? (name, value) : it).ToArray();
        var answer = await visit.PostAsync("/bulletins", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(problems, page.Split("class=\"fault\"").Length - 1);
        Assert.Null(await new BulletinStore(server.As(Role.Statistician)).FindAsync("2011-07-29", Cancel));
    }

    [Fact]
    public async Task A_number_that_somebody_has_taken_is_refused_and_one_of_nobody_is_nothing()
    {
        using var first = await server.VisitAsync(Role.Headquarters);
        using var second = await server.VisitAsync(Role.Statistician);
        await first.PageAsync("/bulletins/new");
        await second.PageAsync("/bulletins/new");
        await first.GoAsync("/bulletins", Draft("2011-07-30"));

        Assert.Equal(HttpStatusCode.Conflict, (await second.PostAsync("/bulletins", Draft("2011-07-30"))).StatusCode);
        foreach (var act in new[] { "count", "signature", "publication" })
            Assert.Equal(
                HttpStatusCode.NotFound, (await second.PostAsync($"/bulletins/2011-07-31/{act}")).StatusCode);
    }

    static (string Name, string Value)[] Draft(string number) =>
        [("number", number), ("since", "2011-01-01"), ("day", "2011-07-28")];

    async Task<BulletinFacts> FactsAsync(string number) =>
        (await new BulletinStore(server.As(Role.Statistician)).FindAsync(number, Cancel))!;
}
