using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;
using Homeward.Cases.Statistics;
using Homeward.Server.Features.Maps;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Custody;
using Homeward.Storage.Operations;
using Homeward.Storage.Rescues;
using Homeward.Storage.Routes;
using Homeward.Storage.Statistics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Today;

/// <summary>The first page: what waits, what is overdue, and how the country stands this year.</summary>
static class TodayBoard
{
    const int Latest = 6;
    const int MostWaiting = 8;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/", HandleAsync).ForSignedIn();

    static async Task<IResult> HandleAsync(
        Visitor visitor, Case cases, MapSheet sheet, CancellationToken cancel)
    {
        (Figures Figures, IReadOnlyDictionary<RegionCode, int> Rescued)? year =
            visitor.May(Permission.ReadStatistics) ? await YearAsync(cases, cancel) : null;
        var rescues = new RescueStore(cases.Session);
        var mayReadRescues = visitor.May(Permission.ReadRescues, FieldClasses.Identifying);
        var mayReadTasks = visitor.May(Permission.ReadCustody, FieldClasses.Sensitive);
        var mayReadOperations = visitor.May(Permission.ReadOperations);
        return Page.Of<TodayPage>(new TodayView
        {
            Now = cases.Now,
            Waiting = mayReadRescues
                ? await rescues.ListAsync(new(null, CustodyKind.PoliceEmergency, 0, MostWaiting), cancel) : null,
            Recent = mayReadRescues ? await rescues.ListAsync(new(null, null, 0, Latest), cancel) : null,
            Tasks = mayReadTasks ? await new EmergencyStore(cases.Session).OpenAsync(cancel) : null,
            Operations = mayReadOperations ? await OperationsAsync(cases, cancel) : null,
            Year = year?.Figures,
            Trend = year is null ? null : await TrendAsync(cases, cancel),
            Map = year is null ? null : new(
                sheet.Boundaries,
                visitor.May(Permission.ReadRoutes)
                    ? MapLeg.Of(await new RouteStore(cases.Session).AllAsync(cancel), cases.Now) : [],
                year.Value.Rescued),
        });
    }

    static async Task<IReadOnlyList<OperationFacts>> OperationsAsync(Case cases, CancellationToken cancel)
    {
        var store = new OperationStore(cases.Session);
        var found = new List<OperationFacts>();
        foreach (var operation in (await store.ListAsync(cancel)).TakeLast(Latest).Reverse())
            if (await store.FindAsync(operation.Id, cancel) is { } facts) found.Add(facts);
        return found;
    }

    static async Task<IReadOnlyList<MonthCount>> TrendAsync(Case cases, CancellationToken cancel)
    {
        var today = JurisdictionProfile.China.Zone.DayOf(cases.Now);
        var sums = await new StatisticsStore(cases.Session).SumsAsync(new(MonthCount.StartOf(today), today), cancel);
        return MonthCount.Of(sums.Lines, today);
    }

    static async Task<(Figures Figures, IReadOnlyDictionary<RegionCode, int> Rescued)> YearAsync(
        Case cases, CancellationToken cancel)
    {
        var china = JurisdictionProfile.China;
        var today = china.Zone.DayOf(cases.Now);
        var sums = await new StatisticsStore(cases.Session).SumsAsync(new(new(today.Year, 1, 1), today), cancel);
        var figures = Figures.Of(
            sums.Lines, china.AgeRules,
            it => sums.Country.TryGetValue(it, out var country) && country.Value != china.Country);
        var rescued = sums.Lines.Where(it => it.Metric == Metric.PersonsRescued).GroupBy(it => it.Lead)
            .Select(it => (it.Key, Count: it.Sum(line => line.Count))).Where(it => it.Count > 0);
        return (figures, rescued.ToDictionary(it => it.Key, it => it.Count));
    }
}
