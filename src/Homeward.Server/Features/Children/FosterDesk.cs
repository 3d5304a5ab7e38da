using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.Names;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
using Homeward.Server.Features.Recording;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Custody;
using Homeward.Storage.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Children;

/// <summary>Giving somebody to a foster family: who looks after the person and everybody else who lives there are
/// named, and the rules of the database screen each. They are looked for by name in the same form; what was chosen
/// travels with it as ids.</summary>
public static class FosterDesk
{
    /// <param name="Person">Who is to be cared for.</param>
    /// <param name="Name">As a list calls the person.</param>
    /// <param name="Current">In which kind of care now.</param>
    /// <param name="Form">As it was typed.</param>
    /// <param name="Names">Of those who were chosen.</param>
    public sealed record Shown(
        PersonId Person, string? Name, CustodyStep Current, FosterForm Form,
        IReadOnlyDictionary<PersonId, string> Names)
    {
        /// <summary>Null before anybody was looked for.</summary>
        public PersonMatches? Matches { get; init; }

        public IReadOnlyList<string> Problems { get; init; } = [];
        public Refusal? Refusal { get; init; }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/children/{id:guid}/foster", ShowAsync).Needs(Permission.AcceptIntoCare);
        app.MapPost("/children/{id:guid}/foster/carers", ChooseAsync).Needs(Permission.AcceptIntoCare);
        app.MapPost("/children/{id:guid}/foster", TakeInAsync).Needs(Permission.AcceptIntoCare);
    }

    static async Task<IResult> ShowAsync(Guid id, Case cases, CancellationToken cancel)
    {
        var care = new CareForm(cases.Session.NewId(), cases.Session.NewId()) { When = Recorded.Local(cases.Now) };
        return await ViewAsync(id, new(care), cases, cancel) is { } view
            ? Page.Of<FosterPage>(view) : Results.NotFound();
    }

    static async Task<IResult> ChooseAsync(Guid id, HttpRequest request, Case cases, CancellationToken cancel)
    {
        if (FosterForm.Of(await request.ReadFormAsync(cancel)) is not { } form) return Results.BadRequest();
        if (await ViewAsync(id, form, cases, cancel) is not { } view) return Results.NotFound();
        if (form.Search.Length == 0) return Page.Of<FosterPage>(view);
        var matches = await new PersonSearch(cases.Session).FindAsync(new() { Name = form.Search }, cancel);
        return Page.Of<FosterPage>(view with { Matches = matches });
    }

    static async Task<IResult> TakeInAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (FosterForm.Of(await request.ReadFormAsync(cancel)) is not { } form) return Results.BadRequest();
        if (await ViewAsync(id, form, cases, cancel) is not { } view) return Results.NotFound();
        using var turn = await Turn.OfAsync(form.Care.Row, cancel);
        var store = new CustodyStore(cases.Session);
        if (await store.HasAsync(view.Person, new(form.Care.Row), cancel)) return Back(view);
        var problems = form.Care.Problems(view.Current, cases.Now).ToList();
        if (!form.Care.HasNotice) problems.Add("notice");
        if (form.Carer is null) problems.Add("carer");
        if (problems.Count > 0)
            return Page.Of<FosterPage>(view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        var acceptance = form.Care.AcceptanceOf(view.Person, house: null, visitor.Actor!, cases.Now);
        var row = form.Care.RowOf(view.Person, CustodyKind.FosterFamily, visitor.Actor!, cases.Now) with
        {
            Carer = form.Carer,
            Acceptance = acceptance.Id,
        };
        var taken = await store.TakeInAsync(acceptance, row, [.. form.Household], cancel);
        return taken.IsAllowed ? Back(view)
            : Page.Of<FosterPage>(view with { Refusal = taken.Refusal }, StatusCodes.Status409Conflict);
    }

    /// <summary>Null when there is nobody of this id, or nobody who was rescued.</summary>
    static async Task<Shown?> ViewAsync(Guid id, FosterForm form, Case cases, CancellationToken cancel)
    {
        var people = new PeopleStore(cases.Session);
        if (await people.FindAsync(new(id), cancel) is not { } file) return null;
        var steps = await new CustodyStore(cases.Session).StepsAsync(file.Identity, cancel);
        if (steps.Count == 0) return null;
        var chosen = form.Chosen.ToList();
        return new(
            file.Identity, file.Names.Count == 0 ? null : file.Names[0].Text, steps[^1], form,
            chosen.Count == 0 ? new Dictionary<PersonId, string>() : await people.NamesAsync(chosen, cancel));
    }

    static IResult Back(Shown view) => Results.LocalRedirect($"/children/{view.Person.Value}");
}
