using Homeward.Cases.Bulletins;
using Homeward.Cases.Jurisdictions;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Bulletins;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>What came after the bulletin of 27 July: it stays as it was, and the next one counts more.</summary>
/// <param name="Bulletin">Of 2 August.</param>
/// <param name="EarlierReplays">Whether the earlier one, counted again, gives the same bytes.</param>
/// <param name="LaterRecorded">Beside the earlier one's figures, operations together.</param>
sealed record DemoLater(DemoBulletin Bulletin, bool EarlierReplays, DemoLater.More LaterRecorded)
{
    public sealed record More(int Children, int Suspects);

    public static async Task<DemoLater> PublishAsync(
        DemoState state, string earlier, DemoBulletin.Setting setting, CancellationToken cancel)
    {
        var china = JurisdictionProfile.China;
        var day = new DateOnly(2011, 8, 2);
        var bulletin = await DemoBulletin.PublishAsync(state, day, setting, cancel);
        var store = new BulletinStore(state.As(state.Statistics));
        var published = await store.FindAsync(earlier, cancel);
        Check.That(published?.Current is not null);
        var (plan, count) = (published.Bulletin.Plan, published.Current);
        var then = await store.CountAgainAsync(plan, china, count.LastLine, cancel);
        var now = await store.CountAgainAsync(plan with { Day = day }, china, lastLine: null, cancel);
        var since = LaterFigures.Of(then.Together, now.Together, plan.AgeRules[0].Code);
        return new(bulletin, CanonicalJson.Of(then) == count.Json, new(since.Children, since.Suspects));
    }
}
