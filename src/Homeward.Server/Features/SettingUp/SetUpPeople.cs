using Homeward.Server.Accounts;
using Homeward.Server.Features.SignIn;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.SettingUp;

/// <summary>The two administrators of a new installation, one after the other, each with a password of his own that
/// nobody else sees.</summary>
static class SetUpPeople
{
    const int LongestTitle = 80;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/set-up/administrator", EnrolAsync).ForSettingUp().ForProofs();
        app.MapPost("/set-up/passkey-options", OptionsAsync).ForSettingUp().ForProofs();
    }

    public static IResult Shown(
        Account next, IReadOnlyList<Account> people, Enrolment enrolment, EnrolmentForm form, string title,
        IReadOnlyList<string> problems) =>
        Page.Of<SetUpAdministratorPage>(
            new SetUpAdministratorPage.Shown(
                people.TakeWhile(it => it.Id != next.Id).Count() + 1, people.Count, title, form,
                enrolment.KeyOf(next, form.SealedKey), problems),
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    static async Task<IResult> EnrolAsync(
        HttpContext context, SetUpBook book, ServerSettings settings, Enrolment enrolment, CancellationToken cancel)
    {
        if (await NextAsync(context, book, settings, cancel) is not var (next, people))
            return Results.LocalRedirect("/set-up");
        var fields = await context.Request.ReadFormAsync(cancel);
        var form = EnrolmentForm.Of(fields);
        var title = fields["title"].ToString().Trim();
        if (title.Length is 0 or > LongestTitle) return Shown(next, people, enrolment, form, title, ["title"]);
        next.Title = title;
        var result = await enrolment.EnrolAsync(next, form, () => Task.FromResult(true), cancel);
        if (result.Problems.Count > 0) return Shown(next, people, enrolment, form, title, result.Problems);
        return result.Codes.Count == 0 ? Results.LocalRedirect("/set-up")
            : Page.Of<CodesPage>(new CodesPage.Shown(result.Codes, "/set-up"));
    }

    static async Task<IResult> OptionsAsync(
        HttpContext context, SetUpBook book, ServerSettings settings, Passkeys passkeys, CancellationToken cancel)
    {
        if (await NextAsync(context, book, settings, cancel) is not var (next, _)) return Results.NotFound();
        var fields = await context.Request.ReadFormAsync(cancel);
        next.Title = fields["title"].ToString().Trim();
        return Results.Content(
            await passkeys.OptionsToMakeAsync(next, fields["name"].ToString().Trim()), "application/json");
    }

    static async Task<(Account, IReadOnlyList<Account>)?> NextAsync(
        HttpContext context, SetUpBook book, ServerSettings settings, CancellationToken cancel)
    {
        if (await SetUpDesk.DraftAsync(context, book, settings, cancel) is not { Agencies.Count: > 0 }) return null;
        var people = await book.AdministratorsAsync(cancel);
        return people.FirstOrDefault(it => !it.IsEnrolled) is { } next ? (next, people) : null;
    }
}
