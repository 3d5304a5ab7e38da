using System.Globalization;
using Homeward.Cases.Access;
using Homeward.Cases.Operations;
using Homeward.Cases.Routes;
using Homeward.Genetics.Primitives;
using Homeward.Server.Features.Maps;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.RingsAndRoutes;

/// <summary>A route is closed: somebody says so and when it is looked at again, somebody else signs
/// (docs/decisions/0056). Then it is looked at again, or in use again.</summary>
static class RouteDesk
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/routes/{id:guid}/proposal", ProposeAsync).Needs(Permission.RecordRoute);
        app.MapPost("/routes/{id:guid}/approval", ApproveAsync).Needs(Permission.CloseRoute).AfterFreshFactor();
        app.MapPost("/routes/{id:guid}/review", ReviewAsync).Needs(Permission.RecordRoute);
        app.MapPost("/routes/{id:guid}/return", ReturnAsync).Needs(Permission.RecordRoute);
    }

    static async Task<IResult> ProposeAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, MapSheet sheet, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        using var turn = await Turn.OfAsync(id, cancel);
        if (await RouteFile.ReadAsync(id, visitor, cases, sheet, cancel) is not { } view) return Results.NotFound();
        var problems = new List<string>();
        if (!Guid.TryParse(fields["operation"], out var operation)) problems.Add("operation");
        if (!Enum.TryParse<RouteClosing>(fields["how"], out var how) || !Enum.IsDefined(how)) problems.Add("how");
        if (DayOf(fields["review"].ToString()) is not { } review) problems.Add("review");
        else
        {
            if (view.Proposal is { } last && last.By == visitor.Actor!.User && last.How == how
                && last.During.Value == operation && last.ReviewOn == review) return Back(id);
            if (problems.Count == 0)
                return Answer(view, (await new RouteStore(cases.Session).ProposeAsync(
                    new(id), new OperationId(operation), how, review, cancel)).Refusal);
        }
        return Again(view, problems);
    }

    static async Task<IResult> ApproveAsync(
        Guid id, Visitor visitor, Case cases, MapSheet sheet, CancellationToken cancel)
    {
        using var turn = await Turn.OfAsync(id, cancel);
        if (await RouteFile.ReadAsync(id, visitor, cases, sheet, cancel) is not { } view) return Results.NotFound();
        if (LastOf(view) is RouteStep.Closed last && last.By == visitor.Actor!.User) return Back(id);
        return Answer(view, (await new RouteStore(cases.Session).ApproveAsync(new(id), cancel)).Refusal);
    }

    static async Task<IResult> ReviewAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, MapSheet sheet, CancellationToken cancel)
    {
        var day = DayOf((await request.ReadFormAsync(cancel))["review"].ToString());
        using var turn = await Turn.OfAsync(id, cancel);
        if (await RouteFile.ReadAsync(id, visitor, cases, sheet, cancel) is not { } view) return Results.NotFound();
        if (day is not { } next) return Again(view, ["review"]);
        if (LastOf(view) is RouteStep.Reviewed last && last.By == visitor.Actor!.User && last.NextOn == next)
            return Back(id);
        return Answer(view, (await new RouteStore(cases.Session).ReviewAsync(new(id), next, cancel)).Refusal);
    }

    static async Task<IResult> ReturnAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, MapSheet sheet, CancellationToken cancel)
    {
        var basis = (await request.ReadFormAsync(cancel))["basis"].ToString().Trim();
        using var turn = await Turn.OfAsync(id, cancel);
        if (await RouteFile.ReadAsync(id, visitor, cases, sheet, cancel) is not { } view) return Results.NotFound();
        if (LastOf(view) is RouteStep.Reactivated last && last.By == visitor.Actor!.User && last.Basis == basis)
            return Back(id);
        if (!RingDesk.IsBasis(basis)) return Again(view, ["basis"]);
        return Answer(view, (await new RouteStore(cases.Session).ReactivateAsync(new(id), basis, cancel)).Refusal);
    }

    static RouteStep? LastOf(RouteFile.Shown view) => view.Facts.Steps.MaxBy(it => it.At);

    static DateOnly? DayOf(string text) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static IResult Back(Guid id) => Results.LocalRedirect($"/routes/{id}");

    static IResult Answer(RouteFile.Shown view, Refusal? refusal) => refusal is null ? Back(view.Facts.Route.Id.Value)
        : Page.Of<RoutePage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict);

    static IResult Again(RouteFile.Shown view, IReadOnlyList<string> problems) =>
        Page.Of<RoutePage>(view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
}
