using Homeward.Cases.Access;
using Homeward.Cases.Operations;
using Homeward.Cases.Rescues;
using Homeward.Genetics.Primitives;
using Homeward.Server.Features.Children;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Operations;
using Homeward.Storage.Rescues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Recording;

/// <summary>Recording a rescue: one screen on a phone.</summary>
/// <remarks>The form's id becomes the record's (docs/decisions/0082): sent again by a lost connection or the back
/// button, it leads to the record that is there; with other content, it asks.</remarks>
static class RescueDesk
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/rescues/new", ShowAsync).Needs(Permission.RecordRescue);
        app.MapPost("/rescues", HandleAsync).Needs(Permission.RecordRescue);
    }

    static async Task<IResult> ShowAsync(Visitor visitor, Case cases, CancellationToken cancel)
    {
        var own = (await new AgencyStore(cases.Session).AllAsync(cancel)).Single(it => it.Id == visitor.Actor!.Agency);
        var form = new RescueForm(New(cases)) { Region = RegionChoice.ProvinceOf(own.Region) ?? "" };
        return Page.Of<RescuePage>(await ViewAsync(form, cases, cancel));
    }

    static async Task<IResult> HandleAsync(
        HttpRequest request, Visitor visitor, Case cases, ServerSettings settings, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        if (RescueForm.Of(fields) is not { } form) return Results.BadRequest();
        // "Record another": what was typed, under an id of its own.
        if (fields["another"] == "yes") form = new(Renewed(form.Common, cases))
        { Region = form.Region, Place = form.Place, Condition = form.Condition, Marks = form.Marks };
        var view = await ViewAsync(form, cases, cancel);
        var problems = form.Problems(cases.Now);
        if (problems.Count > 0)
            return Page.Of<RescuePage>(view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        // Two copies of one form that arrive together go one after the other: the second finds the first.
        using var turn = await Turn.OfAsync(form.Common.Form, cancel);
        var store = new RescueStore(cases.Session);
        if (await store.FindAsync(new(form.Common.Form), cancel) is { } earlier)
            return Again(form, view, earlier, settings);
        var report = form.AsReport(visitor.Actor!, settings, cases.Now, cases.Session.NewId);
        var recorded = await store.RecordAsync(report, cancel);
        if (!recorded.IsAllowed)
            return Page.Of<RescuePage>(view with { Refusal = recorded.Refusal }, StatusCodes.Status409Conflict);
        if (await AttributeAsync(form, cases, cancel) is { } refusal)
            return Page.Of<RescuePage>(
                view with { Refusal = refusal, Person = report.Rescue.Person }, StatusCodes.Status409Conflict);
        return Results.LocalRedirect($"/children/{report.Rescue.Person.Value}");
    }

    static IResult Again(RescueForm form, RescueView view, RescuedPerson earlier, ServerSettings settings) =>
        form.Matches(earlier, settings)
            ? Results.LocalRedirect($"/children/{earlier.Person.Value}")
            : Page.Of<RescuePage>(view with { Earlier = earlier }, StatusCodes.Status409Conflict);

    /// <summary>Says of the rescue that it is a result of the operation that was chosen.</summary>
    static async Task<Refusal?> AttributeAsync(RescueForm form, Case cases, CancellationToken cancel) =>
        form.Common.Operation is { } operation
            ? (await new OperationStore(cases.Session).AttributeAsync(
                new OperationId(operation), [new(form.Common.Form)], cancel)).Refusal
            : null;

    static Recorded New(Case cases) =>
        new(cases.Session.NewId(), cases.Session.NewId()) { When = Recorded.Local(cases.Now) };

    static Recorded Renewed(Recorded typed, Case cases)
    {
        var renewed = New(cases);
        return typed with { Form = renewed.Form, Person = renewed.Person };
    }

    static async Task<RescueView> ViewAsync(RescueForm form, Case cases, CancellationToken cancel) =>
        new(form, await RunningOperations.OfAsync(cases, cancel));
}
