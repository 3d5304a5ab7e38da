using System.Data.Common;
using System.Text.Json;
using Homeward.Cases.Agencies;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Storage.Agencies;
using Homeward.Storage.Bulletins;
using Homeward.Storage.Statistics;
using Homeward.Tests.Cases.Bulletins;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Storage.Bulletins;

/// <summary>The golden figures of July 2011, from the ledger to the published page, in both databases.</summary>
public abstract class BulletinContract(TestDatabase database)
{
    static readonly JurisdictionProfile China = JurisdictionProfile.China;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    LedgerStore Ledger => new(database.As(MadeUpState.Officer));

    [Fact]
    public async Task The_bulletin_of_27_July_2011_stays_and_the_next_one_says_what_was_learned_since()
    {
        await new AgencyStore(database.As(MadeUpState.Administrator)).AddAsync(July2011.Regions, Cancel);
        await BookAsync(July2011.Known());
        await BookAsync(SomeOfBefore());

        var first = await PublishedAsync("2011-07-27", 27);
        var before = first.Json;
        using (var json = JsonDocument.Parse(before))
        {
            var root = json.RootElement;
            var (a, b) = (Part(root, 0), Part(root, 1));
            var together = root.GetProperty("together");
            Assert.Equal((8, 39), (Children(a), Suspects(a)));
            Assert.Equal((81, 330), (Children(b), Suspects(b)));
            Assert.Equal((89, 369), (Children(together), Suspects(together)));
            Assert.Equal((2, 14, 14), (Jurisdictions(a), Jurisdictions(b), Jurisdictions(together)));
            Assert.Equal(["VN"], together.GetProperty("foreignPartners").EnumerateArray().Select(it => it.GetString()));
            Assert.Equal(1, together.GetProperty("RoutesClosed").GetInt32());
            Assert.Equal(2_614, b.GetProperty("officers").GetInt32());
        }
        var page = (await Store(MadeUpState.Officer).TextAsync(first.Id, "en", Cancel))!.Html;
        Assert.Contains(
            "Operation B of 20 July 2011, with over 2,600 officers: 81 children rescued", page,
            StringComparison.Ordinal);
        var chinese = (await Store(MadeUpState.Officer).TextAsync(first.Id, "zh-Hans", Cancel))!.Html;
        Assert.Contains("解救被拐卖儿童89名，抓获犯罪嫌疑人369名", chinese, StringComparison.Ordinal);

        await BookAsync(July2011.Later());

        var facts = (await Store(MadeUpState.Officer).FindAsync("2011-07-27", Cancel))!;
        Assert.Equal(before, facts.Current!.Json);
        var again = await Store(MadeUpState.Officer)
            .CountAgainAsync(facts.Bulletin.Plan, China, facts.Current.LastLine, Cancel);
        Assert.Equal(before, CanonicalJson.Of(again));
        Assert.Equal(page, BulletinPage.Of(again, China, BulletinWords.English, first.Digest, isDemonstration: false));
        var now = await Store(MadeUpState.Officer)
            .CountAgainAsync(facts.Bulletin.Plan, China, lastLine: null, Cancel);
        Assert.Equal(14, Children(now.Together) - Children(again.Together));
        Assert.Equal(14, Children(now.National) - Children(again.National));
        using var next = JsonDocument.Parse((await PublishedAsync("2011-08-02", 2)).Json);
        var later = next.RootElement.GetProperty("together");
        Assert.Equal((103, 409), (Children(later), Suspects(later)));
    }

    [Fact]
    public async Task Two_other_people_sign_before_a_bulletin_is_published()
    {
        var store = Store(MadeUpState.Officer);
        var second = Store(MadeUpState.SecondOfficer);
        var plan = July2011.Plan("2011-07-28", 28);

        Assert.IsType<BulletinRefusal.NoSuchBulletin>((await store.CountAsync(plan.Number, China, Cancel)).Refusal);
        MadeUpState.Allowed(await store.DraftAsync(plan, Cancel));
        Assert.IsType<BulletinRefusal.NumberTaken>((await second.DraftAsync(plan, Cancel)).Refusal);
        Assert.IsType<BulletinRefusal.WrongPhase>((await second.ApproveAsync(plan.Number, Cancel)).Refusal);
        var count = MadeUpState.Allowed(await store.CountAsync(plan.Number, China, Cancel));
        Assert.IsType<BulletinRefusal.ApprovedByAuthor>((await store.ApproveAsync(plan.Number, Cancel)).Refusal);
        MadeUpState.Allowed(await second.ApproveAsync(plan.Number, Cancel));
        Assert.IsType<BulletinRefusal.ApprovedTwice>((await second.ApproveAsync(plan.Number, Cancel)).Refusal);
        Assert.IsType<BulletinRefusal.WrongPhase>((await store.PublishAsync(plan.Number, Cancel)).Refusal);
        await RefusedAsync(Publication(count));
        await RefusedAsync(Approval(count, MadeUpState.Officer));
        await RefusedAsync(Approval(count, MadeUpState.SecondOfficer));
        await RefusedAsync(
            $"INSERT INTO bulletin_texts (count_id, language, html, entry_id) VALUES ('{Key(count.Id.Value)}', 'fr', "
            + $"'x', '{Key(Guid.CreateVersion7())}')");

        // Counted again: the signature under the old count falls.
        count = MadeUpState.Allowed(await store.CountAsync(plan.Number, China, Cancel));
        Assert.IsType<BulletinRefusal.WrongPhase>((await store.PublishAsync(plan.Number, Cancel)).Refusal);
        MadeUpState.Allowed(await second.ApproveAsync(plan.Number, Cancel));
        MadeUpState.Allowed(await Store(MadeUpState.ThirdOfficer).ApproveAsync(plan.Number, Cancel));
        MadeUpState.Allowed(await store.PublishAsync(plan.Number, Cancel));

        Assert.IsType<BulletinRefusal.WrongPhase>((await store.CountAsync(plan.Number, China, Cancel)).Refusal);
        await RefusedAsync("UPDATE bulletin_counts SET json = '{}'");
        await RefusedAsync("UPDATE bulletin_texts SET html = ''");
        await RefusedAsync("DELETE FROM bulletin_publications");
    }

    [Fact]
    public async Task A_girl_of_15_stands_in_another_class_under_each_rule()
    {
        var operation = new Homeward.Cases.Operations.OperationId(Guid.CreateVersion7());
        var girl = July2011.Child(0) with
        {
            Root = new(Guid.CreateVersion7()),
            Sex = Sex.Female,
            Birth = DayInterval.On(new(1996, 3, 1)),
            Rescues = [new(Guid.CreateVersion7(), new(2011, 7, 20), new("130000"), operation)],
        };
        await BookAsync(Counting.Of(girl, CountReason.Recorded));
        var plan = July2011.Plan("x", 27) with { Operations = [new(operation, "C", new(2011, 7, 20))] };

        var figures = await Store(MadeUpState.Officer).CountAgainAsync(plan, China, lastLine: null, Cancel);

        Assert.Equal(new AgeClassCounts(0, Women: 1, 0, 0), figures.Together.Persons["CN-criminal"]);
        Assert.Equal(new AgeClassCounts(Children: 1, 0, 0, 0), figures.Together.Persons["UN"]);
    }

    /// <summary>One of 97 of what was taken over: enough to stand beside the operations. The totals in full are held by
    /// BulletinFiguresTests.</summary>
    static IEnumerable<Tally> SomeOfBefore() => July2011.Before(children: 14_511).Where((_, it) => it % 97 == 0);

    protected abstract string Key(Guid id);

    string Publication(BulletinCount count) =>
        "INSERT INTO bulletin_publications (bulletin_id, count_id, by_id, at, entry_id) VALUES "
        + $"('{Key(count.Bulletin.Value)}', '{Key(count.Id.Value)}', '{Key(MadeUpState.SecondOfficer.Id.Value)}', 0, "
        + $"'{Key(Guid.CreateVersion7())}')";

    string Approval(BulletinCount count, User by) =>
        "INSERT INTO bulletin_approvals (count_id, by_id, at, entry_id) VALUES "
        + $"('{Key(count.Id.Value)}', '{Key(by.Id.Value)}', 0, '{Key(Guid.CreateVersion7())}')";

    async Task RefusedAsync(string sql)
    {
        await using var connection = await database.RawAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await Assert.ThrowsAnyAsync<DbException>(() => command.ExecuteNonQueryAsync(Cancel));
    }

    async Task<BulletinCount> PublishedAsync(string number, int day)
    {
        var store = Store(MadeUpState.Officer);
        MadeUpState.Allowed(await store.DraftAsync(July2011.Plan(number, day), Cancel));
        var count = MadeUpState.Allowed(await store.CountAsync(number, China, Cancel));
        MadeUpState.Allowed(await Store(MadeUpState.SecondOfficer).ApproveAsync(number, Cancel));
        MadeUpState.Allowed(await Store(MadeUpState.ThirdOfficer).ApproveAsync(number, Cancel));
        MadeUpState.Allowed(await store.PublishAsync(number, Cancel));
        return count;
    }

    BulletinStore Store(User user) => new(database.As(user));

    async Task BookAsync(IEnumerable<Tally> tallies) =>
        MadeUpState.Allowed(await Ledger.BookAsync([.. tallies], Cancel));

    static JsonElement Part(JsonElement root, int operation) =>
        root.GetProperty("operations")[operation].GetProperty("figures");

    static int Children(JsonElement part) =>
        part.GetProperty("persons").GetProperty("CN-criminal").GetProperty("children").GetInt32();

    static int Children(Figures figures) => figures.Persons["CN-criminal"].Children;

    static int Suspects(JsonElement part) => part.GetProperty("SuspectsDetained").GetInt32();

    static int Jurisdictions(JsonElement part) => part.GetProperty("jurisdictions").GetArrayLength();
}

public sealed class SqliteBulletinTests(SqliteTestDatabase database)
    : BulletinContract(database), IClassFixture<SqliteTestDatabase>
{
    protected override string Key(Guid id) => id.ToString().ToUpperInvariant();
}

public sealed class PostgresBulletinTests(PostgresTestDatabase database)
    : BulletinContract(database), IClassFixture<PostgresTestDatabase>
{
    protected override string Key(Guid id) => id.ToString();
}
