using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Operations;
using Homeward.Genetics.Primitives;
using Homeward.Server.Features.Recording;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Custody;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Operations;

/// <summary>Planning: a new operation, its hour, who is asked to take part, and the beds that are held for the children
/// it will find.</summary>
public static class PlanDesk
{
    static readonly FacilityKind[] Homes = [FacilityKind.WelfareInstitution, FacilityKind.RescueStation];

    /// <summary>So long after H-hour a form proposes to hold beds.</summary>
    static readonly TimeSpan Held = TimeSpan.FromDays(14);

    static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    /// <summary>The page of a new plan.</summary>
    /// <param name="Form">As it was typed.</param>
    /// <param name="Agencies">That may lead.</param>
    public sealed record New(NewPlanForm Form, IReadOnlyList<Agency> Agencies)
    {
        public IReadOnlyList<string> Problems { get; init; } = [];
        public Refusal? Refusal { get; init; }

        /// <summary>Already made from this form, with other content.</summary>
        public Operation? Earlier { get; init; }
    }

    /// <summary>The page of a plan that is worked on.</summary>
    public sealed record Shown
    {
        public required OperationFile.Shown File { get; init; }
        public required IReadOnlyList<Agency> Agencies { get; init; }
        public required IReadOnlyList<Region> Regions { get; init; }

        /// <summary>With a free bed.</summary>
        public required IReadOnlyList<FreeBeds> Houses { get; init; }

        public required string HHour { get; init; }
        public required BedForm Beds { get; init; }
        public InviteForm Invite { get; init; } = new();
        public IReadOnlyList<string> Problems { get; init; } = [];
        public Refusal? Refusal { get; init; }

        public Guid Id => File.Facts.Operation.Id.Value;
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/operations/new", NewAsync).Needs(Permission.PlanOperation);
        app.MapPost("/operations", AddAsync).Needs(Permission.PlanOperation);
        app.MapGet("/operations/{id:guid}/plan", ShowAsync).Needs(Permission.PlanOperation);
        app.MapPost("/operations/{id:guid}/h-hour", RescheduleAsync).Needs(Permission.PlanOperation);
        app.MapPost("/operations/{id:guid}/participants", InviteAsync).Needs(Permission.PlanOperation);
        app.MapPost("/operations/{id:guid}/beds", ReserveAsync).Needs(Permission.PlanOperation);
        app.MapPost("/operations/{id:guid}/beds/release", ReleaseAsync).Needs(Permission.PlanOperation);
    }

    static async Task<IResult> NewAsync(Visitor visitor, Case cases, CancellationToken cancel)
    {
        var form = new NewPlanForm(cases.Session.NewId())
        {
            Lead = visitor.Actor!.Agency.Value,
            When = Recorded.Local(cases.Now + Ahead),
        };
        return Page.Of<NewPlanPage>(new New(form, await new AgencyStore(cases.Session).AllAsync(cancel)));
    }

    static async Task<IResult> AddAsync(HttpRequest request, Case cases, CancellationToken cancel)
    {
        if (NewPlanForm.Of(await request.ReadFormAsync(cancel)) is not { } form) return Results.BadRequest();
        using var turn = await Turn.OfAsync(form.Id, cancel);
        var view = new New(form, await new AgencyStore(cases.Session).AllAsync(cancel));
        var store = new OperationStore(cases.Session);
        if ((await store.FindAsync(new(form.Id), cancel))?.Operation is { } earlier)
            return form.Matches(earlier) ? ToPlan(form.Id)
                : Page.Of<NewPlanPage>(view with { Earlier = earlier }, StatusCodes.Status409Conflict);
        if (form.Problems(view.Agencies, cases.Now) is { Count: > 0 } problems)
            return Page.Of<NewPlanPage>(view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        var planned = await store.PlanAsync(form.AsDraft(), cancel);
        return planned.Refusal is { } refusal
            ? Page.Of<NewPlanPage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict) : ToPlan(form.Id);
    }

    static async Task<IResult> ShowAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel) =>
        await ReadAsync(id, visitor, cases, cancel) is { } view ? Page.Of<PlanPage>(view) : Results.NotFound();

    static async Task<IResult> RescheduleAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var when = (await request.ReadFormAsync(cancel))["when"].ToString();
        using var turn = await Turn.OfAsync(id, cancel);
        if (await ReadAsync(id, visitor, cases, cancel) is not { } view) return Results.NotFound();
        view = view with { HHour = when };
        if (Recorded.MomentOf(when) is not { } hHour || hHour <= cases.Now) return Again(view, ["h-hour"]);
        if (hHour == view.File.HHour) return ToPlan(id);
        return Answer(view, (await new OperationStore(cases.Session).RescheduleAsync(new(id), hHour, cancel)).Refusal);
    }

    static async Task<IResult> InviteAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var form = InviteForm.Of(await request.ReadFormAsync(cancel));
        using var turn = await Turn.OfAsync(id, cancel);
        if (await ReadAsync(id, visitor, cases, cancel) is not { } view) return Results.NotFound();
        view = view with { Invite = form };
        if (form.Problems(view.Agencies, view.Regions) is { Count: > 0 } problems) return Again(view, problems);
        var draft = form.AsDraft(view.Agencies);
        var isThere = view.File.Facts.Participants.Any(it =>
            it.Agency == draft.Agency && it.Region == draft.Region && it.Role == draft.Role
            && it.Forces == draft.Forces);
        return isThere ? ToPlan(id)
            : Answer(view, (await new OperationStore(cases.Session).InviteAsync(new(id), [draft], cancel)).Refusal);
    }

    static async Task<IResult> ReserveAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (BedForm.Of(await request.ReadFormAsync(cancel)) is not { } form) return Results.BadRequest();
        using var turn = await Turn.OfAsync(id, cancel);
        if (await ReadAsync(id, visitor, cases, cancel) is not { } view) return Results.NotFound();
        if (view.File.Facts.Beds.Any(it => it.Id.Value == form.Id)) return ToPlan(id);
        view = view with { Beds = form };
        if (form.Problems(view.Houses, cases.Now) is { Count: > 0 } problems) return Again(view, problems);
        return Answer(
            view, (await new BedStore(cases.Session).ReserveAsync(new(id), form.AsDraft(), cancel)).Refusal);
    }

    static async Task<IResult> ReleaseAsync(
        Guid id, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (!Guid.TryParse((await request.ReadFormAsync(cancel))["reservation"], out var reservation))
            return Results.BadRequest();
        using var turn = await Turn.OfAsync(id, cancel);
        if (await ReadAsync(id, visitor, cases, cancel) is not { } view) return Results.NotFound();
        if (view.File.Facts.Released.Any(it => it.Reservation.Value == reservation)) return ToPlan(id);
        return Answer(
            view, (await new BedStore(cases.Session).ReleaseAsync(new(id), new(reservation), cancel)).Refusal);
    }

    static async Task<Shown?> ReadAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (await OperationFile.ReadAsync(id, visitor, cases, cancel) is not { } file) return null;
        var agencies = new AgencyStore(cases.Session);
        var houses = new List<FreeBeds>();
        foreach (var kind in Homes)
            houses.AddRange(await new FacilityStore(cases.Session).FreeBedsAsync(kind, cancel));
        return new()
        {
            File = file,
            Agencies = await agencies.AllAsync(cancel),
            Regions = await agencies.RegionsAsync(cancel),
            Houses =
            [
                .. houses.Where(it => it.Count > 0).OrderBy(it => it.Facility.Region.Value, StringComparer.Ordinal)
                    .ThenBy(it => it.Facility.Name, StringComparer.Ordinal),
            ],
            HHour = Recorded.Local(file.HHour),
            Beds = new(cases.Session.NewId()) { Until = Recorded.Local(file.HHour + Held) },
        };
    }

    static IResult ToPlan(Guid id) => Results.LocalRedirect($"/operations/{id}/plan");

    static IResult Answer(Shown view, Refusal? refusal) => refusal is null ? ToPlan(view.Id)
        : Page.Of<PlanPage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict);

    static IResult Again(Shown view, IReadOnlyList<string> problems) =>
        Page.Of<PlanPage>(view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
}
