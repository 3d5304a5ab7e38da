using Homeward.Server.Accounts;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.SignIn;

/// <summary>Where the link of an invitation leads: choosing how one signs in.</summary>
static class JoinDoor
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/join", ShowAsync).ForEverybody().ForProofs();
        app.MapPost("/join", JoinAsync).ForEverybody().ForProofs();
        app.MapPost("/join/passkey-options", OptionsAsync).ForEverybody().ForProofs();
    }

    static async Task<IResult> ShowAsync(
        [FromQuery] string? key, Invitations invitations, UserManager<Account> users, Enrolment enrolment,
        CancellationToken cancel)
    {
        if (await FindAsync(key ?? "", invitations, users, cancel) is not var (invitation, account)) return None();
        return Shown(key!, invitation, account, enrolment, new() { Name = account.UserName ?? "" }, []);
    }

    static async Task<IResult> JoinAsync(
        HttpRequest request, Invitations invitations, UserManager<Account> users, Enrolment enrolment,
        Entrance entrance, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        var key = fields["key"].ToString();
        if (await FindAsync(key, invitations, users, cancel) is not var (invitation, account)) return None();
        var form = EnrolmentForm.Of(fields);
        var result = await enrolment.EnrolAsync(account, form, () => invitations.UseAsync(invitation, cancel), cancel);
        if (result.Problems.Count > 0) return Shown(key, invitation, account, enrolment, form, result.Problems);
        await entrance.EnterAsync(account, cancel);
        return result.Codes.Count == 0 ? Results.LocalRedirect("/")
            : Page.Of<CodesPage>(new CodesPage.Shown(result.Codes, "/"));
    }

    static async Task<IResult> OptionsAsync(
        HttpRequest request, Invitations invitations, UserManager<Account> users, Passkeys passkeys,
        CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        if (await FindAsync(fields["key"].ToString(), invitations, users, cancel) is not var (_, account))
            return None();
        return Results.Content(
            await passkeys.OptionsToMakeAsync(account, fields["name"].ToString().Trim()), "application/json");
    }

    static async Task<(Invitation, Account)?> FindAsync(
        string key, Invitations invitations, UserManager<Account> users, CancellationToken cancel) =>
        await invitations.FindAsync(key, cancel) is { } invitation
        && await users.FindByIdAsync(invitation.Account.ToString()) is { IsBlocked: false } account
            ? (invitation, account) : null;

    static IResult None() => Page.Of<NoInvitationPage>(null, StatusCodes.Status404NotFound);

    static IResult Shown(
        string key, Invitation invitation, Account account, Enrolment enrolment, EnrolmentForm form,
        IReadOnlyList<string> problems) =>
        Page.Of<JoinPage>(
            new JoinPage.Shown(
                key, account.Title, invitation.IsRecovery, form, enrolment.KeyOf(account, form.SealedKey), problems),
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
