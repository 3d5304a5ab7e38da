using Homeward.Cases.Access;
using Homeward.Cases.Rings;
using Homeward.Cases.Time;
using Homeward.Server.Security;
using Homeward.Storage;
using Homeward.Storage.Rings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.RingsAndRoutes;

/// <summary>Rings with what must hold for them to count as broken up, a page at a time.</summary>
public static class RingList
{
    const int Page = 20;

    public sealed record Shown(Instant Now, Part<RingFacts> List, int Number)
    {
        public int Pages => Math.Max(1, (List.Total + Page - 1) / Page);
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/rings", HandleAsync).Needs(Permission.ReadRings);

    static async Task<IResult> HandleAsync([FromQuery] int? page, Case cases, CancellationToken cancel)
    {
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var list = await new RingStore(cases.Session).PartAsync((number - 1) * Page, Page, cancel);
        return Layout.Page.Of<RingListPage>(new Shown(cases.Now, list, number));
    }
}
