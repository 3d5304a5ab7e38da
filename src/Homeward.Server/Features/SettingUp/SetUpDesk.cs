using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Time;
using Homeward.Server.Accounts;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Installations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.SettingUp;

/// <summary>Setting up an installation: jurisdiction, agencies, two administrators. Where it was left, it goes on.
/// </summary>
static class SetUpDesk
{
    /// <summary>Agencies that the form has room for; more are added in the pages.</summary>
    public const int MostAgencies = 5;

    const string Cookie = "homeward-set-up";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/set-up", ShowAsync).ForSettingUp();
        app.MapPost("/set-up", BeginAsync).ForSettingUp().ForProofs();
        app.MapPost("/set-up/profile", ChooseProfileAsync).ForSettingUp();
        app.MapPost("/set-up/agencies", ChooseAgenciesAsync).ForSettingUp();
        SetUpPeople.Map(app);
        app.MapPost("/set-up/finish", FinishAsync).ForSettingUp();
        app.MapPost("/set-up/again", BeginAgainAsync).ForSettingUp();
    }

    /// <summary>What was chosen until now; null for a browser that did not use the link.</summary>
    public static Task<SetUpDraft?> DraftAsync(
        HttpContext context, SetUpBook book, ServerSettings settings, CancellationToken cancel) =>
        book.DraftAsync(context.Request.Cookies[settings.CookieName(Cookie)], cancel);

    static async Task<IResult> ShowAsync(
        [FromQuery] string? key, HttpContext context, SetUpBook book, ServerSettings settings, Enrolment enrolment,
        CancellationToken cancel)
    {
        if (await DraftAsync(context, book, settings, cancel) is not { } draft)
        {
            var isLink = key is not null && await book.IsLinkAsync(key, cancel);
            return Page.Of<SetUpLinkPage>(
                new SetUpLinkPage.Shown(isLink ? key : null),
                isLink ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden);
        }
        if (draft.Profile is null) return Page.Of<SetUpProfilePage>();
        if (draft.Agencies.Count == 0) return Agencies(draft, [new()], []);
        var people = await book.AdministratorsAsync(cancel);
        return people.FirstOrDefault(it => !it.IsEnrolled) is { } next
            ? SetUpPeople.Shown(next, people, enrolment, new(), "", [])
            : Page.Of<SetUpReviewPage>(new SetUpReviewPage.Shown(draft, [.. people.Select(it => it.Title)], null));
    }

    static async Task<IResult> BeginAsync(
        [FromForm] string? key, HttpContext context, SetUpBook book, ServerSettings settings, CancellationToken cancel)
    {
        if (await book.UseLinkAsync(key ?? "", cancel) is not { } said)
            return Page.Of<SetUpLinkPage>(new SetUpLinkPage.Shown(null), StatusCodes.Status403Forbidden);
        var cookie = new CookieBuilder();
        AccountSetup.Harden(cookie, settings, Cookie);
        context.Response.Cookies.Append(cookie.Name!, said, cookie.Build(context));
        return Results.LocalRedirect("/set-up");
    }

    static async Task<IResult> ChooseProfileAsync(
        [FromForm] string? profile, HttpContext context, SetUpBook book, ServerSettings settings,
        CancellationToken cancel)
    {
        if (await DraftAsync(context, book, settings, cancel) is { Profile: null } draft
            && JurisdictionProfile.Find(profile ?? "") is { } chosen)
            await book.KeepAsync(draft with { Profile = chosen.Code }, cancel);
        return Results.LocalRedirect("/set-up");
    }

    static async Task<IResult> ChooseAgenciesAsync(
        HttpContext context, SetUpBook book, ServerSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        if (await DraftAsync(context, book, settings, cancel) is not { Profile: { } profile, Agencies.Count: 0 } draft)
            return Results.LocalRedirect("/set-up");
        var fields = await context.Request.ReadFormAsync(cancel);
        AgencyForm[] typed = [.. Enumerable.Range(1, MostAgencies).Select(it => AgencyForm.Of(fields, it))];
        AgencyForm[] named = [.. typed.Where(it => !it.IsEmpty)];
        var regions = ProfileRegions.Of(JurisdictionProfile.Find(profile)!).Select(it => it.Code.Value).ToHashSet();
        string[] problems =
        [
            .. named.Length == 0 ? ["agency"] : Array.Empty<string>(),
            .. named.All(it => regions.Contains(it.Region)) ? [] : new[] { "region" },
        ];
        if (problems.Length > 0) return Agencies(draft, typed, problems);
        var ids = new Ids(clock);
        await book.KeepAgenciesAsync(
            draft with
            {
                Agencies = [.. named.Select(it => new SetUpDraft.Office(ids.Next(), it.Name, it.Kind, it.Region))],
            },
            cancel);
        return Results.LocalRedirect("/set-up");
    }

    static async Task<IResult> FinishAsync(
        HttpContext context, SetUpBook book, ServerSettings settings, InstallationState installation,
        CancellationToken cancel)
    {
        var draft = await DraftAsync(context, book, settings, cancel);
        var people = await book.AdministratorsAsync(cancel);
        if (draft is not { Profile: not null, Agencies.Count: > 0 } || people.Count < Founding.LeastAdministrators
            || people.Any(it => !it.IsEnrolled))
            return Results.LocalRedirect("/set-up");
        var founding = FoundingOf(draft, people);
        var session = settings.Cases.For(people[0].Actor, Purpose.Administration);
        var founded = await new InstallationStore(session).FoundAsync(founding, cancel);
        if (founded.Refusal is { } refusal)
            return Page.Of<SetUpReviewPage>(
                new SetUpReviewPage.Shown(draft, [.. people.Select(it => it.Title)], refusal),
                StatusCodes.Status409Conflict);
        await book.EndAsync(cancel);
        installation.Settle();
        return Page.Of<SetUpDonePage>();
    }

    static async Task<IResult> BeginAgainAsync(
        HttpContext context, SetUpBook book, ServerSettings settings, CancellationToken cancel)
    {
        if (await DraftAsync(context, book, settings, cancel) is not null) await book.ForgetAsync(cancel);
        return Results.LocalRedirect("/set-up");
    }

    static Founding FoundingOf(SetUpDraft draft, IReadOnlyList<Account> people)
    {
        var profile = JurisdictionProfile.Find(draft.Profile!)!;
        var levels = ProfileRegions.Of(profile).ToDictionary(it => it.Code.Value, it => it.Level);
        return new()
        {
            Profile = profile,
            Agencies =
            [
                .. draft.Agencies.Select(it => new Agency
                {
                    Id = new(it.Id),
                    Kind = it.Kind,
                    Level = levels[it.Region],
                    Region = new(it.Region),
                    Name = it.Name,
                    Parent = null,
                }),
            ],
            Administrators =
            [
                .. people.Select(it => new User { Id = new(it.CaseUser), Agency = new(it.Agency), Name = it.Title }),
            ],
        };
    }

    static IResult Agencies(SetUpDraft draft, IReadOnlyList<AgencyForm> typed, string[] problems) =>
        Page.Of<SetUpAgenciesPage>(
            new SetUpAgenciesPage.Shown(
                [.. ProfileRegions.Of(JurisdictionProfile.Find(draft.Profile!)!).Select(it => it.Code)], typed,
                problems),
            problems.Length > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
