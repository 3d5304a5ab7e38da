using Homeward.Cases.Access;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Statistics;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Bulletins;

/// <summary>Bulletins from the draft to the publication, and what became of their figures since.</summary>
public sealed class BulletinStore(CaseSession session)
{
    static Asked Publishing => new(Permission.PublishBulletin, FieldClasses.Public);

    public Task<Outcome<Bulletin>> DraftAsync(BulletinPlan plan, CancellationToken cancel) =>
        session.ActAsync<Bulletin>(
            Publishing,
            async context =>
            {
                if (await FactsAsync(context, plan.Number, cancel) is not null)
                    return new BulletinRefusal.NumberTaken();
                var bulletin = new Bulletin
                {
                    Id = new(session.Ids.Next()),
                    Number = plan.Number,
                    Plan = plan,
                    By = session.Actor.User,
                    At = session.Now,
                };
                context.Add(bulletin);
                return bulletin;
            },
            cancel);

    /// <summary>Counts the bulletin up to the ledger's last line and writes its pages: what will be approved.</summary>
    public Task<Outcome<BulletinCount>> CountAsync(
        string number, JurisdictionProfile profile, CancellationToken cancel) =>
        session.ActAsync<BulletinCount>(
            Publishing,
            context => OfAsync<BulletinCount>(context, number, async facts =>
            {
                if (facts.Bulletin.Plan.Profile != profile.Code) return new BulletinRefusal.OtherProfile();
                if (BulletinRules.MayCount(facts) is { IsAllowed: false } refused) return refused.Refusal!;
                return Added(
                    context, facts.Bulletin,
                    await FiguresAsync(context, facts.Bulletin.Plan, profile, lastLine: null, cancel),
                    await PagesAsync(context, profile, cancel));
            }, cancel),
            cancel);

    public Task<Outcome<BulletinApproval>> ApproveAsync(string number, CancellationToken cancel) =>
        session.ActAsync<BulletinApproval>(
            Publishing,
            context => OfAsync<BulletinApproval>(context, number, facts =>
            {
                var approved = BulletinRules.Approve(facts, session.Actor.User, session.Now);
                if (approved.IsAllowed) context.Add(approved.Value);
                return Task.FromResult(approved);
            }, cancel),
            cancel);

    public Task<Outcome<BulletinPublication>> PublishAsync(string number, CancellationToken cancel) =>
        session.ActAsync<BulletinPublication>(
            Publishing,
            context => OfAsync<BulletinPublication>(context, number, facts =>
            {
                var published = BulletinRules.Publish(facts, session.Actor.User, session.Now);
                if (published.IsAllowed) context.Add(published.Value);
                return Task.FromResult(published);
            }, cancel),
            cancel);

    /// <summary>All bulletins, the last one first.</summary>
    public Task<IReadOnlyList<BulletinFacts>> AllAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<BulletinFacts>>(
            new(Permission.ReadBulletins, FieldClasses.Public),
            async context =>
            {
                var numbers = await context.Set<Bulletin>().OrderByDescending(it => it.At).Select(it => it.Number)
                    .ToListAsync(cancel);
                var all = new List<BulletinFacts>();
                foreach (var number in numbers) all.Add((await FactsAsync(context, number, cancel))!);
                return new(all, []);
            },
            cancel);

    /// <summary>What is recorded about a bulletin; null when there is none of this number.</summary>
    public Task<BulletinFacts?> FindAsync(string number, CancellationToken cancel) =>
        session.ReadAsync<BulletinFacts?>(
            new(Permission.ReadBulletins, FieldClasses.Public),
            async context => new(await FactsAsync(context, number, cancel), []),
            cancel);

    /// <summary>The page of a count as it was made; null when there is none in this language.</summary>
    public Task<BulletinText?> TextAsync(CountId count, string language, CancellationToken cancel) =>
        session.ReadAsync<BulletinText?>(
            new(Permission.ReadBulletins, FieldClasses.Public),
            async context => new(
                await context.Set<BulletinText>()
                    .SingleOrDefaultAsync(it => it.Count == count && it.Language == language, cancel),
                []),
            cancel);

    /// <summary>A plan's figures counted again from the ledger: up to a line, or with all that is known now.</summary>
    public Task<BulletinFigures> CountAgainAsync(
        BulletinPlan plan, JurisdictionProfile profile, long? lastLine, CancellationToken cancel) =>
        session.ReadAsync<BulletinFigures>(
            new(Permission.ReadBulletins, FieldClasses.Public),
            async context => new(await FiguresAsync(context, plan, profile, lastLine, cancel), []),
            cancel);

    static async Task<BulletinFigures> FiguresAsync(
        CaseContext context, BulletinPlan plan, JurisdictionProfile profile, long? lastLine, CancellationToken cancel)
    {
        var question = new StatisticsQuestion(plan.Since, plan.Day, lastLine);
        return BulletinFigures.Of(plan, await LedgerReader.ReadAsync(context, question, cancel), profile);
    }

    /// <summary>How a page is made here: one of a demonstration says that it is one.</summary>
    static async Task<Func<BulletinFigures, BulletinWords, string, string>> PagesAsync(
        CaseContext context, JurisdictionProfile profile, CancellationToken cancel)
    {
        var installation = await context.Set<Installation>().AsNoTracking().SingleOrDefaultAsync(cancel);
        var isDemonstration = installation?.Kind is InstallationKind.Demonstration;
        return (figures, words, digest) => BulletinPage.Of(figures, profile, words, digest, isDemonstration);
    }

    BulletinCount Added(
        CaseContext context, Bulletin bulletin, BulletinFigures figures,
        Func<BulletinFigures, BulletinWords, string, string> page)
    {
        var json = CanonicalJson.Of(figures);
        var count = new BulletinCount
        {
            Id = new(session.Ids.Next()),
            Bulletin = bulletin.Id,
            LastLine = figures.Last.Number,
            Json = json,
            Digest = BulletinCount.DigestOf(json),
            By = session.Actor.User,
            At = session.Now,
        };
        context.Add(count);
        foreach (var words in BulletinWords.All)
            context.Add(new BulletinText
            {
                Count = count.Id,
                Language = words.Language,
                Html = page(figures, words, count.Digest),
            });
        return count;
    }

    static async Task<Outcome<T>> OfAsync<T>(
        CaseContext context, string number, Func<BulletinFacts, Task<Outcome<T>>> act, CancellationToken cancel)
        where T : class =>
        await FactsAsync(context, number, cancel) is { } facts
            ? await act(facts)
            : new BulletinRefusal.NoSuchBulletin();

    static async Task<BulletinFacts?> FactsAsync(CaseContext context, string number, CancellationToken cancel)
    {
        var found = await context.Set<Bulletin>().AsNoTracking()
            .SingleOrDefaultAsync(it => it.Number == number, cancel);
        if (found is null) return null;
        var counts = await context.Set<BulletinCount>().AsNoTracking().Where(it => it.Bulletin == found.Id)
            .OrderBy(it => it.LastLine).ThenBy(it => it.At).ThenBy(it => it.Id).ToListAsync(cancel);
        var ids = counts.Select(it => it.Id).ToList();
        return new()
        {
            Bulletin = found,
            Counts = counts,
            Approvals = await context.Set<BulletinApproval>().AsNoTracking()
                .Where(it => ids.Contains(it.Count)).OrderBy(it => it.At).ToListAsync(cancel),
            Publication = await context.Set<BulletinPublication>().AsNoTracking()
                .SingleOrDefaultAsync(it => it.Bulletin == found.Id, cancel),
        };
    }
}
