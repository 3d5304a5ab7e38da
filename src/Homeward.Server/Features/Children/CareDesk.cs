using Homeward.Cases.Access;
using Homeward.Cases.Custody;
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

/// <summary>Taking somebody into care, and the other moves that are said on one form.</summary>
/// <remarks>The form carries the ids of its records (docs/decisions/0082): sent twice, it is one move.</remarks>
public static class CareDesk
{
    static readonly FacilityKind[] Homes = [FacilityKind.WelfareInstitution, FacilityKind.RescueStation];

    /// <summary>What needs no acceptance and no carer by name.</summary>
    public static readonly CustodyKind[] Moves =
        [CustodyKind.Hospital, CustodyKind.MissingAgain, CustodyKind.Independent, CustodyKind.Deceased];

    /// <param name="Person">Who is to be cared for.</param>
    /// <param name="Name">As a list calls the person.</param>
    /// <param name="Current">In which kind of care now, and not where.</param>
    /// <param name="Houses">Of the reader's agency, with a free bed.</param>
    /// <param name="Hospitals">All there are.</param>
    /// <param name="Form">As it was typed, or new.</param>
    public sealed record Shown(
        PersonId Person, string? Name, CustodyStep? Current, IReadOnlyList<FreeBeds> Houses,
        IReadOnlyList<FreeBeds> Hospitals, CareForm Form)
    {
        public IReadOnlyList<string> Problems { get; init; } = [];
        public Refusal? Refusal { get; init; }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/children/{id:guid}/care", ShowAsync).Needs(Permission.RecordCustody);
        app.MapPost("/children/{id:guid}/care", TakeInAsync).Needs(Permission.AcceptIntoCare);
        app.MapPost("/children/{id:guid}/moves", MoveAsync).Needs(Permission.RecordCustody);
    }

    static async Task<IResult> ShowAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var form = new CareForm(cases.Session.NewId(), cases.Session.NewId()) { When = Recorded.Local(cases.Now) };
        return await ViewAsync(id, form, visitor, cases, cancel) is { } view
            ? Page.Of<CarePage>(view) : Results.NotFound();
    }

    static async Task<IResult> TakeInAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (CareForm.Of(await request.ReadFormAsync(cancel)) is not { } form) return Results.BadRequest();
        if (await ViewAsync(id, form, visitor, cases, cancel) is not { } view) return Results.NotFound();
        using var turn = await Turn.OfAsync(form.Row, cancel);
        if (await IsRecordedAsync(view, cases, cancel)) return Back(view);
        var house = view.Houses.FirstOrDefault(it => it.Facility.Id.Value == form.House)?.Facility;
        var problems = form.Problems(view.Current, cases.Now).ToList();
        if (house is null) problems.Add("house");
        if (!form.HasNotice) problems.Add("notice");
        if (problems.Count > 0) return Refused(view with { Problems = problems });
        var acceptance = form.AcceptanceOf(view.Person, house, visitor.Actor!, cases.Now);
        var kind = house!.Kind == FacilityKind.RescueStation
            ? CustodyKind.RescueStation : CustodyKind.WelfareInstitution;
        var row = form.RowOf(view.Person, kind, visitor.Actor!, cases.Now) with
        {
            Facility = house.Id,
            Acceptance = acceptance.Id,
        };
        var taken = await new CustodyStore(cases.Session).TakeInAsync(acceptance, row, [], cancel);
        return taken.IsAllowed ? Back(view) : Refused(view with { Refusal = taken.Refusal });
    }

    static async Task<IResult> MoveAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (CareForm.Of(await request.ReadFormAsync(cancel)) is not { } form) return Results.BadRequest();
        if (await ViewAsync(id, form, visitor, cases, cancel) is not { } view) return Results.NotFound();
        using var turn = await Turn.OfAsync(form.Row, cancel);
        if (await IsRecordedAsync(view, cases, cancel)) return Back(view);
        var problems = form.Problems(view.Current, cases.Now).ToList();
        var hospital = view.Hospitals.FirstOrDefault(it => it.Facility.Id.Value == form.House)?.Facility;
        if (form.Kind is not { } kind || !Moves.Contains(kind)) problems.Add("kind");
        else if (kind == CustodyKind.Hospital && hospital is null) problems.Add("house");
        if (problems.Count > 0) return Refused(view with { Problems = problems });
        var row = form.RowOf(view.Person, form.Kind!.Value, visitor.Actor!, cases.Now) with
        {
            Facility = form.Kind == CustodyKind.Hospital ? hospital!.Id : null,
        };
        var moved = await new CustodyStore(cases.Session).BeginAsync(row, [], cancel);
        return moved.IsAllowed ? Back(view) : Refused(view with { Refusal = moved.Refusal });
    }

    /// <summary>Null when there is nobody of this id, or nobody who was rescued.</summary>
    static async Task<Shown?> ViewAsync(
        Guid id, CareForm form, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (await new PeopleStore(cases.Session).FindAsync(new(id), cancel) is not { } file) return null;
        var steps = await new CustodyStore(cases.Session).StepsAsync(file.Identity, cancel);
        if (steps.Count == 0) return null;
        var store = new FacilityStore(cases.Session);
        var houses = new List<FreeBeds>();
        if (visitor.May(Permission.AcceptIntoCare))
            foreach (var kind in Homes) houses.AddRange(await store.FreeBedsAsync(kind, cancel));
        return new(
            file.Identity, file.Names.Count == 0 ? null : file.Names[0].Text, steps[^1],
            [.. houses.Where(it => it.Count > 0 && it.Facility.Agency == visitor.Actor!.Agency)],
            await store.FreeBedsAsync(FacilityKind.Hospital, cancel), form);
    }

    static Task<bool> IsRecordedAsync(Shown view, Case cases, CancellationToken cancel) =>
        new CustodyStore(cases.Session).HasAsync(view.Person, new(view.Form.Row), cancel);

    static IResult Back(Shown view) => Results.LocalRedirect($"/children/{view.Person.Value}");

    static IResult Refused(Shown view) => Page.Of<CarePage>(
        view, view.Refusal is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
}
