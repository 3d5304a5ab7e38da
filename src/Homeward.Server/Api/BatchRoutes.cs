using Homeward.Cases.Access;
using Homeward.Server.Features.Laboratory;
using Homeward.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Api;

/// <summary>A laboratory's export from its own system, with the checks of the page.</summary>
static class BatchRoutes
{
    /// <summary>Every format that is read is text, and says itself which it is.</summary>
    const string Any = "*/*";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/laboratory/batches", TakeAsync).Needs(Permission.ReviewCandidate)
            .WithSummary("Take profiles by the labels of their tubes, all or none; the same file again is one batch")
            .Accepts<string>(Any)
            .Produces<BatchAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);

    static async Task<IResult> TakeAsync(
        HttpRequest request, [FromQuery] string? twins, Case cases, ServerSettings settings, CancellationToken cancel)
    {
        if (settings.Genes is not { } genes) return Results.NotFound();
        if (await FileAsync(request, cancel) is not { } file)
            return Results.Problem("At most 2 MB.", statusCode: StatusCodes.Status413PayloadTooLarge);
        var taken = await BatchIntake.RunAsync(file, twins ?? "", cases.Session, genes, cancel);
        if (taken.Answer is { } answer) return Results.Ok(BatchAnswer.Of(answer, taken));
        var problems = taken.Malformed.Select(it => (it.Place, it.What))
            .Concat(taken.Problems.Select(it => (it.Place, it.What)));
        return Results.ValidationProblem(
            problems.GroupBy(it => it.Place).ToDictionary(it => it.Key, it => it.Select(one => one.What).ToArray()),
            detail: $"{taken.Total} problems; nothing was taken.",
            statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Null when it is too large; no more of it is read then.</summary>
    static async Task<byte[]?> FileAsync(HttpRequest request, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var part = new byte[81_920];
        while (await request.Body.ReadAsync(part, cancel) is > 0 and var read)
        {
            if (bytes.Length + read > BatchIntake.LargestFile) return null;
            bytes.Write(part, 0, read);
        }
        return bytes.ToArray();
    }
}
