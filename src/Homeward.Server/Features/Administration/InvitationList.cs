using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Server.Accounts;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Administration;

/// <summary>Links that are out, and recoveries that wait for a second person.</summary>
static class InvitationList
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/invitations", ShowAsync).Needs(Permission.InviteUser);
        app.MapPost("/invitations/end", EndAsync).Needs(Permission.InviteUser).AfterFreshFactor();
    }

    static async Task<IResult> ShowAsync(Case cases, Invitations invitations, CancellationToken cancel)
    {
        var open = await invitations.OpenAsync(cancel);
        var named = open.SelectMany(it => new[] { it.Account, it.By }).OfType<Guid>().Select(it => new UserId(it));
        var names = await new AgencyStore(cases.Session).NamesAsync([.. named], cancel);
        return Page.Of<InvitationListPage>(new InvitationListPage.Shown(open, names));
    }

    static async Task<IResult> EndAsync(
        HttpRequest request, Visitor visitor, Invitations invitations, AccountLog log, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        var open = (await invitations.OpenAsync(cancel))
            .FirstOrDefault(it => it.Id.ToString() == fields["invitation"]);
        if (open is null) return Results.NotFound();
        await log.WriteAsync(
            AuditKind.Act, open.IsRecovery ? Permission.RecoverUser : Permission.InviteUser, visitor.Actor,
            open.Account);
        await invitations.UseAsync(open, cancel);
        return Results.LocalRedirect("/invitations");
    }
}
