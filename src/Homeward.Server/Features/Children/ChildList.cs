using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;
using Homeward.Server.Security;
using Homeward.Storage.Rescues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Children;

/// <summary>All rescued people, a page at a time.</summary>
public static class ChildList
{
    const int Page = 25;

    public sealed record Shown(
        Instant Now, RescueList List, string? Region, CustodyKind? Custody, int Number, int Pages);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/children", HandleAsync).Needs(Permission.ReadRescues);

    static async Task<IResult> HandleAsync(
        [FromQuery] string? region, [FromQuery] string? custody, [FromQuery] int? page, Case cases,
        CancellationToken cancel)
    {
        var kind = Enum.TryParse<CustodyKind>(custody, out var named) ? named : (CustodyKind?)null;
        var within = RegionChoice.All.FirstOrDefault(it => it.Code == region)?.Code;
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var list = await new RescueStore(cases.Session).ListAsync(
            new(within is null ? null : new RegionCode(within), kind, (number - 1) * Page, Page), cancel);
        var pages = Math.Max(1, (list.Total + Page - 1) / Page);
        return Layout.Page.Of<ChildListPage>(new Shown(cases.Now, list, within, kind, number, pages));
    }
}
