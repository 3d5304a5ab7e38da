using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Samples;
using Homeward.Server.Security;
using Homeward.Storage;
using Homeward.Storage.Agencies;
using Homeward.Storage.Samples;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Laboratory;

/// <summary>The register of samples as a laboratory may know it, and one sample with its custody.</summary>
public static class SampleList
{
    const int Page = 25;

    /// <param name="Part">Of all samples, the last one taken first.</param>
    /// <param name="Holders">What colleagues call those who hold them.</param>
    /// <param name="Number">Of the page, from 1.</param>
    /// <param name="Pages">How many there are.</param>
    public sealed record Shown(
        Part<SampleFacts> Part, IReadOnlyDictionary<UserId, string> Holders, int Number, int Pages);

    /// <param name="Facts">All that a laboratory is told.</param>
    /// <param name="Chain">Through whose hands it went, in order.</param>
    /// <param name="Names">Of those hands.</param>
    public sealed record One(
        SampleFacts Facts, IReadOnlyList<Handover> Chain, IReadOnlyDictionary<UserId, string> Names);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/laboratory/samples", AllAsync).Needs(Permission.ReviewCandidate);
        app.MapGet("/laboratory/samples/{id:guid}", OneAsync).Needs(Permission.ReviewCandidate);
    }

    static async Task<IResult> AllAsync([FromQuery] int? page, Case cases, CancellationToken cancel)
    {
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var part = await new SampleStore(cases.Session).PartAsync((number - 1) * Page, Page, cancel);
        var holders = await new AgencyStore(cases.Session).NamesAsync([.. part.Rows.Select(it => it.Holder)], cancel);
        return Layout.Page.Of<SampleListPage>(
            new Shown(part, holders, number, Math.Max(1, (part.Total + Page - 1) / Page)));
    }

    static async Task<IResult> OneAsync(Guid id, Case cases, CancellationToken cancel)
    {
        var store = new SampleStore(cases.Session);
        if (await store.FindAsync(new(id), cancel) is not { } facts) return Results.NotFound();
        var chain = await store.ChainAsync(facts.Sample, cancel);
        var names = await new AgencyStore(cases.Session).NamesAsync(
            [.. chain.SelectMany(it => new[] { it.From, it.To }), facts.Holder], cancel);
        return Layout.Page.Of<SamplePage>(new One(facts, chain, names));
    }
}
