using Homeward.Cases.Access;
using Homeward.Cases.Families;
using Homeward.Cases.Time;
using Homeward.Server.Security;
using Homeward.Storage;
using Homeward.Storage.Families;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Families;

/// <summary>Reports of missing people, a page at a time.</summary>
public static class ReportList
{
    const int Page = 25;

    public sealed record Shown(Instant Now, Part<ReportedMissing> List, int Number)
    {
        public int Pages => Math.Max(1, (List.Total + Page - 1) / Page);
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/reports", HandleAsync).Needs(Permission.ReadReports);

    static async Task<IResult> HandleAsync([FromQuery] int? page, Case cases, CancellationToken cancel)
    {
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var list = await new FamilyStore(cases.Session).PartAsync((number - 1) * Page, Page, cancel);
        return Layout.Page.Of<ReportListPage>(new Shown(cases.Now, list, number));
    }
}
