using Homeward.Cases.Access;
using Homeward.Server.Security;
using Homeward.Storage.Identification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Laboratory;

/// <summary>Open candidates, the likeliest first. The pairs of one page are opened, since how many markers are
/// inconsistent is kept nowhere.</summary>
public static class CandidateList
{
    const int Page = 20;

    /// <param name="HasGenes">Whether genes belong to the installation.</param>
    /// <param name="Lines">Of this page.</param>
    /// <param name="Total">How many are open.</param>
    /// <param name="Number">Of the page, from 1.</param>
    /// <param name="Pages">How many there are.</param>
    public sealed record Shown(bool HasGenes, IReadOnlyList<CandidateLine> Lines, int Total, int Number, int Pages);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/laboratory/candidates", HandleAsync).Needs(Permission.ReviewCandidate);

    static async Task<IResult> HandleAsync([FromQuery] int? page, Case cases, Bench bench, CancellationToken cancel)
    {
        var store = new CandidateStore(cases.Session);
        // Asked first: it is for those alone who may see genotypes.
        var proposed = (await store.ProposedAsync(cancel)).Select(it => it.Candidate).ToHashSet();
        if (bench.Genes is null) return Layout.Page.Of<CandidateListPage>(new Shown(false, [], 0, 1, 1));
        var open = await store.OpenAsync(cancel);
        var pages = Math.Max(1, (open.Count + Page - 1) / Page);
        var number = Math.Clamp(page ?? 1, 1, pages);
        var lines = await bench.LinesAsync([.. open.Skip((number - 1) * Page).Take(Page)], open, proposed, cancel);
        return Layout.Page.Of<CandidateListPage>(new Shown(true, lines, open.Count, number, pages));
    }
}
