using System.Globalization;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;
using Homeward.Cases.Statistics;
using Homeward.Cli.Commands.Figures;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Bulletins;
using static Homeward.Cli.Commands.Demonstration.DemoState;
using FiguresOf = Homeward.Cases.Statistics.Figures;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>The bulletin of 27 July 2011, counted, signed and published.</summary>
/// <param name="Number">By which it is cited.</param>
/// <param name="Digest">SHA-256 of the published figures.</param>
/// <param name="LedgerLine">The last line of the ledger that was counted.</param>
/// <param name="Signatures">Of how many people.</param>
/// <param name="Sentences">As the English page says them.</param>
/// <param name="Operations">Each by itself, and all together last.</param>
/// <param name="Files">What was published, by its place in the folder of the installation.</param>
sealed record DemoBulletin(
    string Number,
    string Digest,
    long LedgerLine,
    int Signatures,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<DemoBulletin.OfOperation> Operations,
    IReadOnlyList<string> Files)
{
    /// <summary>Without the years before, which <c>--national</c> brings, the totals that the article gives are not
    /// in the ledger.</summary>
    public static readonly DateOnly LedgerBegins = new(2011, 7, 1);

    /// <summary>The month from which the article counts the nation's totals.</summary>
    public static readonly DateOnly NationBegins = new(2009, 4, 1);

    /// <param name="Since">From when on the nation's totals are counted.</param>
    /// <param name="Operations">To be told one by one and together.</param>
    /// <param name="Folder">Where the pages go.</param>
    public sealed record Setting(DateOnly Since, (OperationId A, OperationId B) Operations, string Folder);

    public sealed record OfOperation(
        string Code, int Jurisdictions, int ForeignPartners, int RingsBrokenUp, int RoutesClosed);

    /// <summary>The statistics office drafts and counts; headquarters and the commander sign.</summary>
    /// <param name="state">Who acts.</param>
    /// <param name="day">The last day that is counted; it names the bulletin.</param>
    /// <param name="setting">What else it is made of.</param>
    /// <param name="cancel">Stops between acts.</param>
    public static async Task<DemoBulletin> PublishAsync(
        DemoState state, DateOnly day, Setting setting, CancellationToken cancel)
    {
        var china = JurisdictionProfile.China;
        var plan = Plan(day, setting);
        var store = new BulletinStore(state.As(state.Statistics));
        Demanded(await store.DraftAsync(plan, cancel));
        var count = Demanded(await store.CountAsync(plan.Number, china, cancel));
        foreach (var signer in new[] { state.Headquarters, state.Commander })
            Demanded(await new BulletinStore(state.As(signer)).ApproveAsync(plan.Number, cancel));
        Demanded(await store.PublishAsync(plan.Number, cancel));

        var published = await store.FindAsync(plan.Number, cancel);
        Check.That(published?.Publication is not null && published.Current is not null);
        var figures = await store.CountAgainAsync(plan, china, published.Current.LastLine, cancel);
        Check.That(CanonicalJson.Of(figures) == published.Current.Json);
        return new(
            plan.Number, count.Digest, count.LastLine, published.ApprovalsOf(count.Id).Count(),
            [
                BulletinSentences.Lead(figures, BulletinWords.English),
                .. BulletinSentences.Operations(figures, BulletinWords.English),
                BulletinSentences.National(figures, BulletinWords.English),
            ],
            [
                .. plan.Operations.Zip(figures.Operations, (operation, own) => Told(operation.Code, own)),
                Told("together", figures.Together),
            ],
            [
                .. (await BulletinShow.WriteAsync(store, published.Current, (plan.Number, setting.Folder), cancel))
                    .Select(it => $"{Path.GetFileName(setting.Folder)}/{Path.GetFileName(it)}"),
            ]);
    }

    static BulletinPlan Plan(DateOnly day, Setting setting) => new()
    {
        Number = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Day = day,
        Since = setting.Since,
        Profile = JurisdictionProfile.China.Code,
        Zone = JurisdictionProfile.China.Zone.Name,
        AgeRules = BulletinPlan.RulesOf(JurisdictionProfile.China),
        Operations =
        [
            new(setting.Operations.A, DemoPlan.A.Letter, DayOf(DemoPlan.A)),
            new(setting.Operations.B, DemoPlan.B.Letter, DayOf(DemoPlan.B)),
        ],
    };

    static DateOnly DayOf(DemoPlan.Raid raid) => DateOnly.FromDateTime(raid.HHour.DateTime);

    static OfOperation Told(string code, FiguresOf it) => new(
        code, it.Jurisdictions.Count, it.ForeignPartners.Count, it.Of(Metric.RingsBrokenUp),
        it.Of(Metric.RoutesClosed));
}
