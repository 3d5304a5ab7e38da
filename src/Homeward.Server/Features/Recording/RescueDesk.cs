using Homeward.Cases.Access;
using Homeward.Server.Features.Children;
using Homeward.Server.Features.Photos;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
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
        app.MapPost("/rescues", HandleAsync).TakesPhoto().Needs(Permission.RecordRescue);
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
        var (picture, problem) = await PhotoForms.PictureInAsync(request.HttpContext, cancel);
        var view = await ViewAsync(form, cases, cancel) with { HadPhoto = picture is not null };
        List<string> problems = [.. form.Problems(cases.Now), .. problem is null ? [] : new[] { problem }];
        if (problems.Count > 0)
            return Page.Of<RescuePage>(view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        return await RescueRecording.RunAsync(form, visitor.Actor!, cases, settings, cancel) switch
        {
            Recording.Done done when await RecordedPhoto.KeepAsync(form.Common, done.Person, picture, cases, cancel)
                is { } refusal => Page.Of<RescuePage>(
                    view with { Refusal = refusal, Person = done.Person }, StatusCodes.Status409Conflict),
            Recording.Done done => Results.LocalRedirect($"/children/{done.Person.Value}"),
            Recording.Refused refused => Page.Of<RescuePage>(
                view with { Refusal = refused.Refusal, Person = refused.Person }, StatusCodes.Status409Conflict),
            var other => Page.Of<RescuePage>(
                view with { Earlier = ((Recording.Other)other).Earlier }, StatusCodes.Status409Conflict),
        };
    }

    static Recorded New(Case cases) =>
        new(cases.Session.NewId(), cases.Session.NewId())
        { When = Recorded.Local(cases.Now), Photo = RecordedPhoto.NewId(cases) };

    static Recorded Renewed(Recorded typed, Case cases)
    {
        var renewed = New(cases);
        return typed with { Form = renewed.Form, Person = renewed.Person, Photo = renewed.Photo };
    }

    static async Task<RescueView> ViewAsync(RescueForm form, Case cases, CancellationToken cancel) =>
        new(form, await RunningOperations.OfAsync(cases, cancel));
}
