using Homeward.Cases.Access;
using Homeward.Server.Security;
using Homeward.Storage.Identification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Api;

/// <summary>What the search has found, for a laboratory's own system: numbers, never a name or a genotype.</summary>
static class CandidateRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/candidates", ListAsync).Needs(Permission.ReadCandidates)
            .WithSummary("Open candidates, the likeliest first");

    static async Task<Ok<CandidateAnswer[]>> ListAsync(Case cases, CancellationToken cancel)
    {
        var open = await new CandidateStore(cases.Session).OpenAsync(cancel);
        return TypedResults.Ok(open.Select(CandidateAnswer.Of).ToArray());
    }
}
