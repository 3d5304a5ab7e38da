using Homeward.Cases.Access;
using Homeward.Cases.People;
using Homeward.Server.Features.Photos;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Detentions;
using Homeward.Storage.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Recording;

/// <summary>Recording a detained suspect: one screen on a phone.</summary>
/// <remarks>The person has the id that the form carries (docs/decisions/0082). Person and measure are two acts: sent
/// again after only the first came through, the form adds the second.</remarks>
static class DetentionDesk
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/detentions/new", ShowAsync).Needs(Permission.RecordDetention);
        app.MapPost("/detentions", HandleAsync).TakesPhoto().Needs(Permission.RecordDetention);
        app.MapGet("/detentions/{id:guid}", FindAsync).Needs(Permission.ReadDetentions);
    }

    static async Task<IResult> ShowAsync(Case cases, CancellationToken cancel)
    {
        var form = new DetentionForm(new(cases.Session.NewId(), cases.Session.NewId())
        { When = Recorded.Local(cases.Now), Photo = RecordedPhoto.NewId(cases) });
        return Page.Of<DetentionPage>(new DetentionView(form, await RunningOperations.OfAsync(cases, cancel)));
    }

    static async Task<IResult> HandleAsync(
        HttpRequest request, Case cases, ServerSettings settings, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        if (DetentionForm.Of(fields) is not { } form) return Results.BadRequest();
        if (fields["another"] == "yes")
            form = form with
            {
                Common = form.Common with { Person = cases.Session.NewId(), Photo = RecordedPhoto.NewId(cases) },
            };
        var (picture, problem) = await PhotoForms.PictureInAsync(request.HttpContext, cancel);
        var view = new DetentionView(form, await RunningOperations.OfAsync(cases, cancel))
        { HadPhoto = picture is not null };
        List<string> problems = [.. form.Problems(cases.Now), .. problem is null ? [] : new[] { problem }];
        if (problems.Count > 0)
            return Page.Of<DetentionPage>(view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        return await DetentionRecording.RunAsync(form, cases, settings, cancel) switch
        {
            Recording.Done done when await RecordedPhoto.KeepAsync(form.Common, done.Person, picture, cases, cancel)
                is { } refusal => Page.Of<DetentionPage>(
                    view with { Refusal = refusal, Person = done.Person }, StatusCodes.Status409Conflict),
            Recording.Done done => Results.LocalRedirect($"/detentions/{done.Person.Value}"),
            Recording.Refused refused => Page.Of<DetentionPage>(
                view with { Refusal = refused.Refusal }, StatusCodes.Status409Conflict),
            _ => Page.Of<DetentionPage>(
                view with { Earlier = new(form.Common.Person) }, StatusCodes.Status409Conflict),
        };
    }

    static async Task<IResult> FindAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var person = new PersonId(id);
        var measures = await new DetentionStore(cases.Session).OfAsync(person, cancel);
        var file = visitor.May(Permission.ReadPeople, FieldClasses.Identifying)
            ? await new PeopleStore(cases.Session).FindAsync(person, cancel) : null;
        return measures.Count == 0 || file is null ? Results.NotFound()
            : Page.Of<DetainedPage>(new DetainedPage.Shown(
                cases.Now, file, measures,
                cases.Photos is { } album ? await album.OfAsync(person, cancel) : null));
    }
}
