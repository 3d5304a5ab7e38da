using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;
using Homeward.Server.Security;
using Homeward.Storage;
using Homeward.Storage.Agencies;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Operations;

/// <summary>The operations that the reader may know of, a page at a time, the last one first.</summary>
public static class OperationList
{
    const int Page = 20;

    public sealed record Shown(
        Instant Now, Part<OperationFacts> List, IReadOnlyDictionary<AgencyId, string> Agencies, int Number)
    {
        public int Pages => Math.Max(1, (List.Total + Page - 1) / Page);
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/operations", HandleAsync).Needs(Permission.ReadOperations);

    static async Task<IResult> HandleAsync([FromQuery] int? page, Case cases, CancellationToken cancel)
    {
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var list = await new OperationStore(cases.Session).PartAsync((number - 1) * Page, Page, cancel);
        var agencies = (await new AgencyStore(cases.Session).AllAsync(cancel)).ToDictionary(it => it.Id, it => it.Name);
        return Layout.Page.Of<OperationListPage>(new Shown(cases.Now, list, agencies, number));
    }
}
