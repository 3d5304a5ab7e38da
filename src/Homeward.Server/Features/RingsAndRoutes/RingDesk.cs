using Homeward.Cases.Access;
using Homeward.Cases.Operations;
using Homeward.Cases.Rings;
using Homeward.Genetics.Primitives;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Rings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.RingsAndRoutes;

/// <summary>A ring is broken up: somebody says so, somebody else signs (docs/decisions/0056). Or it is at work again.
/// Sent again, a form leads to what it did: the last step says the same (docs/decisions/0100).</summary>
static class RingDesk
{
    public const int MostBasisCharacters = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/rings/{id:guid}/proposal", ProposeAsync).Needs(Permission.RecordRing);
        app.MapPost("/rings/{id:guid}/approval", ApproveAsync).Needs(Permission.BreakUpRing).AfterFreshFactor();
        app.MapPost("/rings/{id:guid}/return", ReturnAsync).Needs(Permission.RecordRing);
    }

    static async Task<IResult> ProposeAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var during = Guid.TryParse((await request.ReadFormAsync(cancel))["operation"], out var operation)
            ? new OperationId(operation) : (OperationId?)null;
        using var turn = await Turn.OfAsync(id, cancel);
        if (await RingFile.ReadAsync(id, visitor, cases, cancel) is not { } view) return Results.NotFound();
        if (view.Proposal is { } last && last.By == visitor.Actor!.User && last.During == during) return Back(id);
        var proposed = await new RingStore(cases.Session).ProposeAsync(new(id), during, cancel);
        return Answer(view, proposed.Refusal);
    }

    static async Task<IResult> ApproveAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel)
    {
        using var turn = await Turn.OfAsync(id, cancel);
        if (await RingFile.ReadAsync(id, visitor, cases, cancel) is not { } view) return Results.NotFound();
        if (view.Facts.Steps.MaxBy(it => it.At) is RingStep.BrokenUp last && last.By == visitor.Actor!.User)
            return Back(id);
        return Answer(view, (await new RingStore(cases.Session).ApproveAsync(new(id), cancel)).Refusal);
    }

    static async Task<IResult> ReturnAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var basis = (await request.ReadFormAsync(cancel))["basis"].ToString().Trim();
        using var turn = await Turn.OfAsync(id, cancel);
        if (await RingFile.ReadAsync(id, visitor, cases, cancel) is not { } view) return Results.NotFound();
        if (view.Facts.Steps.MaxBy(it => it.At) is RingStep.Resurfaced last && last.By == visitor.Actor!.User
            && last.Basis == basis) return Back(id);
        if (!IsBasis(basis))
            return Page.Of<RingPage>(view with { Problems = ["basis"] }, StatusCodes.Status422UnprocessableEntity);
        return Answer(view, (await new RingStore(cases.Session).ResurfaceAsync(new(id), basis, cancel)).Refusal);
    }

    public static bool IsBasis(string text) =>
        text.Length is > 0 and <= MostBasisCharacters && !text.Any(char.IsControl);

    static IResult Back(Guid id) => Results.LocalRedirect($"/rings/{id}");

    static IResult Answer(RingFile.Shown view, Refusal? refusal) => refusal is null ? Back(view.Facts.Ring.Id.Value)
        : Page.Of<RingPage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict);
}
