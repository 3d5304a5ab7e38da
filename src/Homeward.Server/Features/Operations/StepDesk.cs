using Homeward.Cases.Access;
using Homeward.Genetics.Primitives;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Operations;

/// <summary>What is decided about an operation, and what those say who take part. Sent again, a form leads to what it
/// did: the last decision, or the last answer, says the same (docs/decisions/0100).</summary>
static class StepDesk
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/operations/{id:guid}/authorisation", AuthoriseAsync).Needs(Permission.AuthoriseOperation)
            .AfterFreshFactor();
        app.MapPost("/operations/{id:guid}/calling-off", CallOffAsync).Needs(Permission.AuthoriseOperation)
            .AfterFreshFactor();
        app.MapPost("/operations/{id:guid}/steps", StepAsync).Needs(Permission.RecordOperation);
        app.MapPost("/operations/{id:guid}/answers", AnswerAsync).Needs(Permission.RecordOperation);
    }

    static Task<IResult> AuthoriseAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel) =>
        DecideAsync(id, new(StepForm.Kind.Authorise, ""), visitor, cases, cancel);

    static async Task<IResult> CallOffAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var reason = (await request.ReadFormAsync(cancel))["reason"].ToString().Trim();
        return await DecideAsync(id, new(StepForm.Kind.CallOff, reason), visitor, cases, cancel);
    }

    static async Task<IResult> StepAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel) =>
        StepForm.OfField(await request.ReadFormAsync(cancel)) is { } form
            ? await DecideAsync(id, form, visitor, cases, cancel) : Results.BadRequest();

    static async Task<IResult> DecideAsync(
        Guid id, StepForm form, Visitor visitor, Case cases, CancellationToken cancel)
    {
        using var turn = await Turn.OfAsync(id, cancel);
        if (await OperationFile.ReadAsync(id, visitor, cases, cancel) is not { } view) return Results.NotFound();
        if (form.IsLast(view.Facts, visitor.Actor!.User)) return Back(id);
        view = view with { Step = form };
        if (form.Problems(view.Bulletins) is { Count: > 0 } problems) return Again(view, problems);
        var done = await form.DoAsync(new OperationStore(cases.Session), new(id), cancel);
        return done.Refusal is { } refusal ? Refused(view, refusal) : Back(id);
    }

    static async Task<IResult> AnswerAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (AnswerForm.Of(await request.ReadFormAsync(cancel)) is not { } form) return Results.BadRequest();
        using var turn = await Turn.OfAsync(id, cancel);
        if (await OperationFile.ReadAsync(id, visitor, cases, cancel) is not { } view) return Results.NotFound();
        if (form.IsLast(view.Facts, visitor.Actor!.User)) return Back(id);
        view = view with { Answer = form };
        if (form.Problems() is { Count: > 0 } problems) return Again(view, problems);
        var done = await form.DoAsync(new OperationStore(cases.Session), new(id), cancel);
        return done.Refusal is { } refusal ? Refused(view, refusal) : Back(id);
    }

    static IResult Back(Guid id) => Results.LocalRedirect($"/operations/{id}");

    static IResult Again(OperationFile.Shown view, IReadOnlyList<string> problems) =>
        Page.Of<OperationPage>(view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);

    static IResult Refused(OperationFile.Shown view, Refusal refusal) =>
        Page.Of<OperationPage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict);
}
