using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Genetics.Primitives;
using Homeward.Server.Accounts;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Administration;

/// <summary>One user: his roles, and how far he is with signing in. Roles in cases are given by the approver of his
/// agency, the others by an administrator; the rules of the database say so again.</summary>
static class UserFile
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/users/{id:guid}", ShowAsync).Needs(Permission.ReadGrants);
        app.MapPost("/users/{id:guid}/roles", GiveAsync).Needs(Permission.GrantRole).AfterFreshFactor();
        app.MapPost("/users/{id:guid}/roles/end", EndAsync).Needs(Permission.GrantRole).AfterFreshFactor();
        app.MapPost("/users/{id:guid}/invitation", InviteAsync).Needs(Permission.InviteUser).AfterFreshFactor();
        app.MapPost("/users/{id:guid}/recovery", RecoverAsync).Needs(Permission.RecoverUser).AfterFreshFactor();
        app.MapPost("/users/{id:guid}/block", BlockAsync).Needs(Permission.BlockUser).AfterFreshFactor();
    }

    static async Task<IResult> ShowAsync(Guid id, UserReader reader, CancellationToken cancel) =>
        await reader.ReadAsync(id, cancel) is { } view ? Page.Of<UserPage>(view) : Results.NotFound();

    static async Task<IResult> GiveAsync(
        Guid id, HttpRequest request, UserReader reader, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (await reader.ReadAsync(id, cancel) is not { } view) return Results.NotFound();
        var fields = await request.ReadFormAsync(cancel);
        var key = fields["compartment"].ToString().Trim();
        view = view with { Compartment = key };
        var isRole = Enum.TryParse<Role>(fields["role"], out var role) && Enum.IsDefined(role);
        var region = view.Regions.FirstOrDefault(it => it.Code.Value == fields["region"]);
        if (!isRole || region is null || !DateOnly.TryParseExact(fields["until"], "yyyy-MM-dd", out var day))
            return Page.Of<UserPage>(view with { Problems = ["role"] }, StatusCodes.Status422UnprocessableEntity);
        var operation = Guid.TryParseExact(key, "D", out var parsed) ? parsed : (Guid?)null;
        if (key.Length > 0 && operation is null)
            return Page.Of<UserPage>(
                view with { Problems = ["compartment"] }, StatusCodes.Status422UnprocessableEntity);
        var given = await new AccessStore(cases.Session).GiveAsync(
            new Grant
            {
                Id = new(cases.Session.NewId()),
                User = view.User.Id,
                Role = role,
                Agency = view.User.Agency,
                Region = region.Code,
                // Whether there is such an operation is not looked at: an approver may not know.
                Compartment = operation,
                Since = cases.Now,
                Until = UserReader.EndOf(day),
                GrantedBy = visitor.Actor!.User,
            },
            cancel);
        return Answer(view, given.Refusal);
    }

    static async Task<IResult> EndAsync(
        Guid id, HttpRequest request, UserReader reader, Case cases, CancellationToken cancel)
    {
        if (await reader.ReadAsync(id, cancel) is not { } view) return Results.NotFound();
        var fields = await request.ReadFormAsync(cancel);
        var live = view.Roles.FirstOrDefault(it => it.IsLive && it.Grant.Id.Value.ToString() == fields["grant"]);
        if (live is null) return Results.NotFound();
        return Answer(view, (await new AccessStore(cases.Session).EndAsync(live.Grant.Id, cancel)).Refusal);
    }

    /// <summary>The link is in this answer, and never again.</summary>
    static async Task<IResult> InviteAsync(
        Guid id, HttpRequest request, UserReader reader, Visitor visitor, Invitations invitations,
        CancellationToken cancel)
    {
        if (await reader.ReadAsync(id, cancel) is not { } view) return Results.NotFound();
        var who = new Actor(view.User.Id, view.User.Agency);
        return await invitations.InviteAsync(who, view.User.Name, visitor.Actor, cancel) is { } key
            ? Link(request, view, key)
            : Page.Of<UserPage>(view with { Problems = ["invited"] }, StatusCodes.Status409Conflict);
    }

    /// <summary>The first person asks, the second one signs and gets the link.</summary>
    static async Task<IResult> RecoverAsync(
        Guid id, HttpRequest request, UserReader reader, Colleagues colleagues, Visitor visitor,
        Invitations invitations, CancellationToken cancel)
    {
        if (await reader.ReadAsync(id, cancel) is not { } view) return Results.NotFound();
        if (await colleagues.AccountAsync(id, cancel) is not { IsEnrolled: true } account
            || visitor.Actor is not { } by)
            return Page.Of<UserPage>(view with { Problems = ["not-enrolled"] }, StatusCodes.Status409Conflict);
        if (account.CaseUser == by.User.Value)
            return Page.Of<UserPage>(view with { Problems = ["recovery-own"] }, StatusCodes.Status409Conflict);
        if (view.Open is not { IsWaiting: true })
        {
            await invitations.AskForRecoveryAsync(account, by, cancel);
            return Results.LocalRedirect($"/users/{id}");
        }
        return await invitations.SignRecoveryAsync(account, by, cancel) is { } key ? Link(request, view, key)
            : Page.Of<UserPage>(view with { Problems = ["recovery-second"] }, StatusCodes.Status409Conflict);
    }

    static async Task<IResult> BlockAsync(
        Guid id, HttpRequest request, UserReader reader, Colleagues colleagues, Visitor visitor,
        Invitations invitations, Sessions sessions, AccountLog log, CancellationToken cancel)
    {
        if (await reader.ReadAsync(id, cancel) is not { } view) return Results.NotFound();
        if (await colleagues.AccountAsync(id, cancel) is not { } account || visitor.Actor is not { } by
            || account.CaseUser == by.User.Value)
            return Page.Of<UserPage>(view with { Problems = ["block-own"] }, StatusCodes.Status409Conflict);
        var isBlocked = (await request.ReadFormAsync(cancel))["block"] == "yes";
        await log.WriteAsync(AuditKind.Act, Permission.BlockUser, by, account.CaseUser);
        await colleagues.SetBlockedAsync(account, isBlocked, cancel);
        if (isBlocked)
        {
            await sessions.EndAllAsync(account.Id, but: null, cancel);
            await invitations.EndOpenAsync(account.Id, cancel);
        }
        return Results.LocalRedirect($"/users/{id}");
    }

    static IResult Answer(UserPage.Shown view, Refusal? refusal) =>
        refusal is null ? Results.LocalRedirect($"/users/{view.User.Id.Value}")
        : Page.Of<UserPage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict);

    static IResult Link(HttpRequest request, UserPage.Shown view, string key) =>
        Page.Of<LinkPage>(new LinkPage.Shown(view.User, $"{request.Scheme}://{request.Host}/join?key={key}"));
}
