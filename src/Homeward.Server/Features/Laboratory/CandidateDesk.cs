using System.Globalization;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Identification;
using Homeward.Genetics.Primitives;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Identification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Laboratory;

/// <summary>A candidate, marker by marker, and what an analyst says of it.</summary>
/// <remarks>The candidate is the form's record: one proposal of it is made however often the form is sent, and one
/// exclusion (docs/decisions/0082).</remarks>
public static class CandidateDesk
{
    /// <param name="File">What is known and was said.</param>
    /// <param name="Pair">Null when it is not open: then no profile is opened.</param>
    /// <param name="Names">Of the analysts who said something.</param>
    public sealed record Shown(
        CandidateFile File, ReviewedPair? Pair, IReadOnlyDictionary<UserId, string> Names)
    {
        public Refusal? Refusal { get; init; }

        /// <summary>An exclusion was sent without its reason.</summary>
        public bool LacksReason { get; init; }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/laboratory/candidates/{number}", ShowAsync).Needs(Permission.ReviewCandidate);
        app.MapPost("/laboratory/candidates/{number}/propose", ProposeAsync).Needs(Permission.ReviewCandidate);
        app.MapPost("/laboratory/candidates/{number}/exclude", ExcludeAsync).Needs(Permission.ReviewCandidate);
    }

    static async Task<IResult> ShowAsync(string number, Case cases, Bench bench, CancellationToken cancel)
    {
        if (await FindAsync(number, cases, bench, cancel) is not { } file) return Results.NotFound();
        return Page.Of<ComparisonPage>(await ViewAsync(file, cases, bench, cancel));
    }

    static async Task<IResult> ProposeAsync(
        string number, Case cases, Bench bench, CancellationToken cancel)
    {
        if (await FindAsync(number, cases, bench, cancel) is not { } file) return Results.NotFound();
        using var turn = await Turn.OfAsync(file.Candidate.Family.Value, cancel);
        var proposed = await new CandidateStore(cases.Session).ProposeAsync(file.Candidate.Number, cancel);
        // The page says who proposed it and when, be it this form or one that came before.
        if (proposed.Refusal is null or CandidateRefusal.ProposedAlready) return Back(file);
        return await RefusedAsync(proposed.Refusal, number, cases, bench, cancel);
    }

    static async Task<IResult> ExcludeAsync(
        string number, HttpRequest request, Case cases, Bench bench, CancellationToken cancel)
    {
        if (await FindAsync(number, cases, bench, cancel) is not { } file) return Results.NotFound();
        var fields = await request.ReadFormAsync(cancel);
        if (!Enum.TryParse<ExclusionReason>(fields["reason"], out var reason) || !Enum.IsDefined(reason))
            return Page.Of<ComparisonPage>(
                await ViewAsync(file, cases, bench, cancel) with { LacksReason = true },
                StatusCodes.Status422UnprocessableEntity);
        using var turn = await Turn.OfAsync(file.Candidate.Family.Value, cancel);
        var excluded = await new CandidateStore(cases.Session).ExcludeAsync(file.Candidate.Number, reason, cancel);
        if (excluded.IsAllowed) return Back(file);
        // Sent again, it is the exclusion that is there.
        var now = await FindAsync(number, cases, bench, cancel);
        return now?.Exclusion is { } own && own.Reason == reason && own.By == cases.Session.Actor.User
            ? Back(file) : await RefusedAsync(excluded.Refusal, number, cases, bench, cancel);
    }

    /// <summary>Null for what is no number of a candidate, and where there are no genes.</summary>
    static async Task<CandidateFile?> FindAsync(
        string number, Case cases, Bench bench, CancellationToken cancel) =>
        bench.Genes is not null
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? await new CandidateStore(cases.Session).FindAsync(known, cancel) : null;

    static async Task<Shown> ViewAsync(CandidateFile file, Case cases, Bench bench, CancellationToken cancel)
    {
        var open = file.IsOpen ? await new CandidateStore(cases.Session).OpenAsync(cancel) : [];
        var pair = file.IsOpen ? await bench.ReviewAsync(file.Candidate, open, cancel) : null;
        UserId[] said = [.. new[] { file.Proposal?.By, file.Exclusion?.By }.OfType<UserId>()];
        var names = said.Length == 0 ? new Dictionary<UserId, string>()
            : await new AgencyStore(cases.Session).NamesAsync(said, cancel);
        return new(file, pair, names);
    }

    static async Task<IResult> RefusedAsync(
        Refusal refusal, string number, Case cases, Bench bench, CancellationToken cancel)
    {
        var file = await FindAsync(number, cases, bench, cancel);
        return Page.Of<ComparisonPage>(
            await ViewAsync(file!, cases, bench, cancel) with { Refusal = refusal }, StatusCodes.Status409Conflict);
    }

    static IResult Back(CandidateFile file) =>
        Results.LocalRedirect($"/laboratory/candidates/{file.Candidate.Number}");
}
