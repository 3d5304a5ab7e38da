using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Statistics;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Statistics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Bulletins;

/// <summary>The ledger counted for any days, with all age rules side by side.</summary>
public static class StatisticsBoard
{
    /// <param name="Question">Which days.</param>
    /// <param name="Last">The ledger's last line that was counted.</param>
    /// <param name="Figures">All together.</param>
    /// <param name="Places">By the jurisdiction that is credited, most people rescued first.</param>
    /// <param name="Responses">How long those rescued on these days waited.</param>
    public sealed record Shown(
        StatisticsQuestion Question, LedgerHead Last, Figures Figures, IReadOnlyList<PlaceFigures> Places,
        ResponseTimes Responses);

    public sealed record PlaceFigures(RegionCode Place, int Rescued, int Detained, int Rings, int Routes);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/statistics", HandleAsync).Needs(Permission.ReadStatistics);

    static async Task<IResult> HandleAsync(
        [FromQuery] string? since, [FromQuery] string? until, Case cases, CancellationToken cancel)
    {
        var china = JurisdictionProfile.China;
        var question = Period.Of(since, until, china.Zone.DayOf(cases.Now));
        var store = new StatisticsStore(cases.Session);
        var sums = await store.SumsAsync(question, cancel);
        var responses = await store.ResponsesAsync(question.Since, question.AsOf, china.Zone, cancel);
        var figures = Figures.Of(
            sums.Lines, china.AgeRules,
            it => sums.Country.TryGetValue(it, out var country) && country.Value != china.Country);
        return Page.Of<StatisticsPage>(new Shown(question, sums.Last, figures, PlacesOf(sums.Lines), responses));
    }

    internal static IReadOnlyList<PlaceFigures> PlacesOf(IReadOnlyList<LedgerLine> lines) =>
    [
        .. lines.GroupBy(it => it.Lead)
            .Select(it => new PlaceFigures(
                it.Key, Sum(it, Metric.PersonsRescued), Sum(it, Metric.SuspectsDetained),
                Sum(it, Metric.RingsBrokenUp), Sum(it, Metric.RoutesClosed)))
            .Where(it => it is not { Rescued: 0, Detained: 0, Rings: 0, Routes: 0 })
            .OrderByDescending(it => it.Rescued).ThenByDescending(it => it.Detained)
            .ThenBy(it => it.Place.Value, StringComparer.Ordinal),
    ];

    static int Sum(IEnumerable<LedgerLine> lines, Metric metric) =>
        lines.Where(it => it.Metric == metric).Sum(it => it.Count);
}
