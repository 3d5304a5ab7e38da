using Homeward.Cases.Access;
using Homeward.Server.Features.Recording;
using Homeward.Server.Security;
using Homeward.Storage.Rescues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Api;

/// <summary>Rescues and detentions from field clients, under the same rules as the pages.</summary>
static class RecordingRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/rescues", RescueAsync).Needs(Permission.RecordRescue)
            .WithSummary("Record a rescue; the same key and content again is the same record")
            .Produces<RecordedAnswer>().Produces<RecordedAnswer>(StatusCodes.Status201Created)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/rescues/{id:guid}", FindAsync).Needs(Permission.ReadRescues).WithSummary("One rescue");
        api.MapPost("/detentions", DetentionAsync).Needs(Permission.RecordDetention)
            .WithSummary("Record a detained suspect; the same key and content again is the same record")
            .Produces<RecordedAnswer>().Produces<RecordedAnswer>(StatusCodes.Status201Created)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    static async Task<IResult> RescueAsync(
        RescueSent sent, HttpRequest request, Visitor visitor, Case cases, ServerSettings settings,
        CancellationToken cancel)
    {
        if (IdempotencyKey.Of(request) is not { } key) return Answers.NoKey();
        var form = sent.ToForm(key);
        var problems = form.Problems(cases.Now);
        if (problems.Count > 0) return Answers.Invalid(problems);
        var recording = await RescueRecording.RunAsync(form, visitor.Actor!, cases, settings, cancel);
        return Answers.Of(recording, key, $"/api/v1/rescues/{key}");
    }

    static async Task<IResult> DetentionAsync(
        DetentionSent sent, HttpRequest request, Case cases, ServerSettings settings, CancellationToken cancel)
    {
        if (IdempotencyKey.Of(request) is not { } key) return Answers.NoKey();
        var form = sent.ToForm(key);
        var problems = form.Problems(cases.Now);
        if (problems.Count > 0) return Answers.Invalid(problems);
        return Answers.Of(await DetentionRecording.RunAsync(form, cases, settings, cancel), key, null);
    }

    static async Task<Results<Ok<RescueAnswer>, NotFound>> FindAsync(Guid id, Case cases, CancellationToken cancel) =>
        await new RescueStore(cases.Session).FindAsync(new(id), cancel) is { } rescue
            ? TypedResults.Ok(RescueAnswer.Of(rescue)) : TypedResults.NotFound();
}
