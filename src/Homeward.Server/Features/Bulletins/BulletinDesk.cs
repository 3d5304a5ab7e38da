using Homeward.Cases.Access;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;
using Homeward.Genetics.Primitives;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Bulletins;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Bulletins;

/// <summary>A bulletin from its draft to the public: drafted, counted, signed by two others, published. A form says
/// which count its reader saw, so that nobody signs figures that he has not seen.</summary>
public static class BulletinDesk
{
    const int MostOffered = 20;

    static readonly JurisdictionProfile Profile = JurisdictionProfile.China;

    /// <param name="Form">As it was typed.</param>
    /// <param name="Offered">Operations that can be told of, the last one first.</param>
    public sealed record Shown(BulletinForm Form, IReadOnlyList<OperationFacts> Offered)
    {
        public IReadOnlyList<string> Problems { get; init; } = [];
        public Refusal? Refusal { get; init; }
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/bulletins/new", NewAsync).Needs(Permission.PublishBulletin);
        app.MapPost("/bulletins", DraftAsync).Needs(Permission.PublishBulletin);
        app.MapPost("/bulletins/{number}/count", CountAsync).Needs(Permission.PublishBulletin);
        app.MapPost("/bulletins/{number}/signature", SignAsync).Needs(Permission.PublishBulletin).AfterFreshFactor();
        app.MapPost("/bulletins/{number}/publication", PublishAsync).Needs(Permission.PublishBulletin)
            .AfterFreshFactor();
    }

    static async Task<IResult> NewAsync(Visitor visitor, Case cases, CancellationToken cancel)
    {
        var today = Profile.Zone.DayOf(cases.Now);
        var form = new BulletinForm
        {
            Number = Period.Text(today),
            Since = Period.Text(new(today.Year, 1, 1)),
            Day = Period.Text(today),
        };
        return Page.Of<NewBulletinPage>(new Shown(form, await OfferedAsync(visitor, cases, cancel)));
    }

    static async Task<IResult> DraftAsync(
        HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var offered = await OfferedAsync(visitor, cases, cancel);
        var form = BulletinForm.Of(await request.ReadFormAsync(cancel), offered);
        var view = new Shown(form, offered);
        if (form.Problems(Profile.Zone.DayOf(cases.Now)) is { Count: > 0 } problems)
            return Page.Of<NewBulletinPage>(
                view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        var plan = form.AsPlan(
            Profile, offered.ToDictionary(it => it.Operation.Id, it => Profile.Zone.DayOf(it.HHourAt(cases.Now))));
        var store = new BulletinStore(cases.Session);
        if (await store.FindAsync(form.Number, cancel) is { } earlier && earlier.Bulletin.By == visitor.Actor!.User
            && BulletinForm.IsSame(earlier.Bulletin.Plan, plan)) return Back(form.Number);
        var drafted = await store.DraftAsync(plan, cancel);
        return drafted.Refusal is { } refusal
            ? Page.Of<NewBulletinPage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict)
            : Back(form.Number);
    }

    /// <summary>Counting again takes the signatures away, so that a form sent twice must count once.</summary>
    static async Task<IResult> CountAsync(
        string number, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var seen = (await request.ReadFormAsync(cancel))["seen"].ToString();
        using var turn = await TurnAsync(number, cases, cancel);
        if (await BulletinShelf.ReadAsync(number, visitor, cases, cancel) is not { } view) return Results.NotFound();
        if (seen != view.Seen) return Back(number);
        return Answer(view, (await new BulletinStore(cases.Session).CountAsync(number, Profile, cancel)).Refusal);
    }

    static async Task<IResult> SignAsync(
        string number, HttpRequest request, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var seen = (await request.ReadFormAsync(cancel))["seen"].ToString();
        using var turn = await TurnAsync(number, cases, cancel);
        if (await BulletinShelf.ReadAsync(number, visitor, cases, cancel) is not { } view) return Results.NotFound();
        if (view.Facts.Last is not { } count || seen != view.Seen)
            return Page.Of<BulletinFilePage>(view with { WasCountedAnew = true }, StatusCodes.Status409Conflict);
        if (view.Facts.ApprovalsOf(count.Id).Any(it => it.By == visitor.Actor!.User)) return Back(number);
        return Answer(view, (await new BulletinStore(cases.Session).ApproveAsync(number, cancel)).Refusal);
    }

    static async Task<IResult> PublishAsync(
        string number, Visitor visitor, Case cases, CancellationToken cancel)
    {
        using var turn = await TurnAsync(number, cases, cancel);
        if (await BulletinShelf.ReadAsync(number, visitor, cases, cancel) is not { } view) return Results.NotFound();
        if (view.Facts.Publication?.By == visitor.Actor!.User) return Back(number);
        return Answer(view, (await new BulletinStore(cases.Session).PublishAsync(number, cancel)).Refusal);
    }

    /// <summary>One that does not exist has no turn to wait for.</summary>
    static async Task<IDisposable?> TurnAsync(string number, Case cases, CancellationToken cancel) =>
        await new BulletinStore(cases.Session).FindAsync(number, cancel) is { } facts
            ? await Turn.OfAsync(facts.Bulletin.Id.Value, cancel) : null;

    /// <summary>Who may not know of operations counts the country alone.</summary>
    static async Task<IReadOnlyList<OperationFacts>> OfferedAsync(
        Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (!visitor.May(Permission.ReadOperations)) return [];
        var all = await new OperationStore(cases.Session).PartAsync(0, MostOffered, cancel);
        return
        [
            .. all.Rows.Where(it => OperationPhase.Of(it, cases.Now) is var phase
                && (phase.TakesResults || phase is OperationPhase.Closed)),
        ];
    }

    static IResult Back(string number) => Results.LocalRedirect("/bulletins/" + Uri.EscapeDataString(number));

    static IResult Answer(BulletinShelf.Shown view, Refusal? refusal) =>
        refusal is null ? Back(view.Facts.Bulletin.Number)
        : Page.Of<BulletinFilePage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict);
}
