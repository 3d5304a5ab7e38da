using Homeward.Cases.Access;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Server.Features.Recording;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Care;
using Homeward.Storage.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Children;

/// <summary>Writing a note on somebody's health and care, or one that corrects another.</summary>
/// <remarks>The form carries the note's id (docs/decisions/0082): sent twice, it is one note.</remarks>
public static class NoteDesk
{
    /// <param name="Person">About whom.</param>
    /// <param name="Name">As a list calls the person.</param>
    /// <param name="Form">As it was typed, or new.</param>
    public sealed record Shown(PersonId Person, string? Name, NoteForm Form)
    {
        public IReadOnlyList<string> Problems { get; init; } = [];
        public Refusal? Refusal { get; init; }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/children/{id:guid}/notes", ShowAsync).Needs(Permission.RecordCare);
        app.MapPost("/children/{id:guid}/notes", WriteAsync).Needs(Permission.RecordCare);
    }

    static async Task<IResult> ShowAsync(
        Guid id, [FromQuery] Guid? corrects, Case cases, CancellationToken cancel)
    {
        var form = new NoteForm(cases.Session.NewId()) { Day = NoteForm.Typed(Recorded.Zone.DayOf(cases.Now)) };
        if (corrects is { } asked)
        {
            var notes = await new CareNoteStore(cases.Session).OfAsync(new(id), cancel);
            if (notes.FirstOrDefault(it => it.Id.Value == asked) is not { } wrong) return Results.NotFound();
            form = NoteForm.Correcting(wrong, form.Note);
        }
        return await ViewAsync(id, form, cases, cancel) is { } view ? Page.Of<NotePage>(view) : Results.NotFound();
    }

    static async Task<IResult> WriteAsync(Guid id, HttpRequest request, Case cases, CancellationToken cancel)
    {
        if (NoteForm.Of(await request.ReadFormAsync(cancel)) is not { } form) return Results.BadRequest();
        if (await ViewAsync(id, form, cases, cancel) is not { } view) return Results.NotFound();
        var problems = form.Problems(Recorded.Zone.DayOf(cases.Now)).ToList();
        if (problems.Count > 0)
            return Page.Of<NotePage>(view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        using var turn = await Turn.OfAsync(form.Note, cancel);
        var written = await new CareNoteStore(cases.Session).WriteAsync(
            form.AsDraft(view.Person), Recorded.Zone, cancel);
        return written.IsAllowed ? Results.LocalRedirect($"/children/{view.Person.Value}#notes")
            : Page.Of<NotePage>(view with { Refusal = written.Refusal }, StatusCodes.Status409Conflict);
    }

    /// <summary>Null when there is nobody of this id.</summary>
    static async Task<Shown?> ViewAsync(Guid id, NoteForm form, Case cases, CancellationToken cancel) =>
        await new PeopleStore(cases.Session).FindAsync(new(id), cancel) is { } file
            ? new(file.Identity, file.Names.Count == 0 ? null : file.Names[0].Text, form) : null;
}
