using System.Net;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Storage.Audit;
using Homeward.Storage.People;

namespace Homeward.Tests.Server.Audit;

public sealed class AuditPageTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_are_shown_by_kind_and_by_who_and_the_last_first()
    {
        await new PeopleStore(server.As(Role.PanelMember)).FindAsync(new(server.As(Role.Inspector).NewId()), Cancel);
        var store = new AuditStore(server.As(Role.Inspector));
        var who = server.UserOf(Role.PanelMember).Id;

        var part = await store.LatestAsync(new(AuditKind.Read, Permission.ReadPeople, who, null), Cancel);

        var entry = Assert.Single(part.Entries);
        Assert.Equal(
            (AuditKind.Read, Permission.ReadPeople, who), (entry.Record.Kind, entry.Record.What, entry.Record.Who));
        var all = (await store.LatestAsync(new(null, null, null, null), Cancel)).Entries;
        Assert.Equal(all.OrderByDescending(it => it.Id.Value.ToString()), all);
        Assert.Equal(Permission.ReadAudit, all[0].Record.What);
    }

    [Fact]
    public async Task Going_on_behind_the_last_entry_that_was_shown_shows_all_of_them_once()
    {
        var session = server.As(Role.Prosecutor);
        for (var i = 0; i < AuditQuestion.Most + 20; i++)
            await new PeopleStore(session).FindAsync(new(session.NewId()), Cancel);
        var store = new AuditStore(server.As(Role.Inspector));
        var question = new AuditQuestion(null, Permission.ReadPeople, server.UserOf(Role.Prosecutor).Id, null);

        var first = await store.LatestAsync(question, Cancel);
        var second = await store.LatestAsync(question with { Older = first.Older }, Cancel);

        Assert.Equal(AuditQuestion.Most, first.Entries.Count);
        Assert.Equal(20, second.Entries.Count);
        Assert.Null(second.Older);
        Assert.Empty(first.Entries.Select(it => it.Id).Intersect(second.Entries.Select(it => it.Id)));
    }

    [Fact]
    public async Task The_page_says_whether_the_chains_are_whole()
    {
        using var visit = await server.VisitAsync(Role.Inspector);

        Assert.Contains("all-well", await visit.PageAsync("/audit/verification"), StringComparison.Ordinal);
        var nonsense = await visit.GetAsync("/audit?kind=nonsense&until=9999-12-31&who=x&older=y");
        Assert.Equal(HttpStatusCode.OK, nonsense.StatusCode);
    }
}
