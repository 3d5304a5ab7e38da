using Homeward.Cases.Access;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Photos;

/// <summary>The photos of a person, and adding one to a record that is there.</summary>
/// <remarks>The form carries the photo's id (docs/decisions/0082): sent twice, it is one photo.</remarks>
public static class PhotoDesk
{
    const string OfChildren = "/children/";
    const string OfDetained = "/detentions/";

    /// <param name="Person">Whose photo it is to be.</param>
    /// <param name="Name">As a list calls the person.</param>
    /// <param name="Photo">The id that it gets.</param>
    /// <param name="Place">The person's page.</param>
    public sealed record Shown(PersonId Person, string? Name, Guid Photo, string Place)
    {
        /// <summary>The end of the key of what is wrong with the file.</summary>
        public string? Problem { get; init; }

        public Refusal? Refusal { get; init; }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/photos/{id:guid}", ReadAsync).Needs(Permission.ReadPeople);
        Map(app, OfChildren, Permission.RecordPerson);
        Map(app, OfDetained, Permission.RecordDetention);
    }

    static void Map(IEndpointRouteBuilder app, string people, Permission permission)
    {
        app.MapGet(people + "{id:guid}/photo", async (Guid id, Case cases, CancellationToken cancel) =>
            await ViewAsync(id, cases.Session.NewId(), people, cases, cancel) is { } view
                ? Page.Of<PhotoPage>(view) : Results.NotFound()).Needs(permission);
        app.MapPost(people + "{id:guid}/photo", (Guid id, HttpContext context, Case cases, CancellationToken cancel) =>
            AddAsync(id, people, context, cases, cancel)).TakesPhoto().Needs(permission);
    }

    /// <summary>The bytes of a photo. Its kind is ours, whatever was sent.</summary>
    static async Task<IResult> ReadAsync(Guid id, Case cases, CancellationToken cancel) =>
        cases.Photos is { } album && await album.ReadAsync(new(id), cancel) is { } jpeg
            ? Results.Bytes(jpeg, "image/jpeg") : Results.NotFound();

    static async Task<IResult> AddAsync(
        Guid id, string people, HttpContext context, Case cases, CancellationToken cancel)
    {
        var fields = await context.Request.ReadFormAsync(cancel);
        if (!Guid.TryParse(fields["photo-id"], out var photo)) return Results.BadRequest();
        if (await ViewAsync(id, photo, people, cases, cancel) is not { } view) return Results.NotFound();
        var (picture, problem) = await PhotoForms.PictureInAsync(context, cancel);
        if (picture is null)
            return Page.Of<PhotoPage>(
                view with { Problem = problem ?? "photo.none" }, StatusCodes.Status422UnprocessableEntity);
        var added = await cases.Photos!.AddAsync(new(photo), view.Person, picture, cancel);
        return added.IsAllowed ? Results.LocalRedirect(view.Place)
            : Page.Of<PhotoPage>(view with { Refusal = added.Refusal }, StatusCodes.Status409Conflict);
    }

    /// <summary>Null when there is nobody of this id, and where no photos are kept.</summary>
    static async Task<Shown?> ViewAsync(
        Guid id, Guid photo, string people, Case cases, CancellationToken cancel) =>
        cases.Photos is not null && await new PeopleStore(cases.Session).FindAsync(new(id), cancel) is { } file
            ? new(file.Identity, file.Names.Count == 0 ? null : file.Names[0].Text, photo, people + id) : null;
}
