using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Server.Security;
using Homeward.Storage.Access;
using Homeward.Storage.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Administration;

/// <summary>The people who work with Homeward, and a form for one more.</summary>
static class UserList
{
    const int LongestName = 80;
    const int Page = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/users", ShowAsync).Needs(Permission.ReadGrants);
        app.MapPost("/users", AddAsync).Needs(Permission.ManageUser).AfterFreshFactor();
    }

    static async Task<IResult> ShowAsync(
        [FromQuery] Guid? agency, [FromQuery] int? page, Case cases, Colleagues colleagues, CancellationToken cancel) =>
        Layout.Page.Of<UserListPage>(await ReadAsync(agency, page ?? 1, cases, colleagues, cancel));

    /// <summary>Sent twice it is one user: the form carries his id.</summary>
    static async Task<IResult> AddAsync(
        HttpRequest request, Case cases, Colleagues colleagues, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        if (!Guid.TryParse(fields["form"], out var id)) return Results.BadRequest();
        using var turn = await Turn.OfAsync(id, cancel);
        var store = new AgencyStore(cases.Session);
        if (await store.UserAsync(new(id), cancel) is not null) return Results.LocalRedirect($"/users/{id}");
        var name = fields["name"].ToString().Trim();
        var agencies = await store.AllAsync(cancel);
        var agency = agencies.FirstOrDefault(it => it.Id.Value.ToString() == fields["agency"]);
        if (agency is null || name.Length is 0 or > LongestName)
            return Layout.Page.Of<UserListPage>(
                await ReadAsync(null, 1, cases, colleagues, cancel) with { Problems = ["user"], Typed = name },
                StatusCodes.Status422UnprocessableEntity);
        var added = await store.AddAsync(new User { Id = new(id), Agency = agency.Id, Name = name }, cancel);
        return added.IsAllowed ? Results.LocalRedirect($"/users/{id}")
            : Results.StatusCode(StatusCodes.Status409Conflict);
    }

    static async Task<UserListPage.Shown> ReadAsync(
        Guid? agency, int page, Case cases, Colleagues colleagues, CancellationToken cancel)
    {
        var store = new AgencyStore(cases.Session);
        AgencyId? of = agency is { } id ? new AgencyId(id) : null;
        var all = await colleagues.AllAsync(of, cancel);
        var pages = Math.Max(1, (all.Count + Page - 1) / Page);
        var number = Math.Clamp(page, 1, pages);
        var shown = all.Skip((number - 1) * Page).Take(Page).ToList();
        var roles = (await new AccessStore(cases.Session).LiveAsync(cancel)).ToLookup(it => it.User, it => it.Role);
        return new()
        {
            Users = shown,
            Total = all.Count,
            Number = number,
            Pages = pages,
            Roles = shown.ToDictionary(it => it.Id, it => (IReadOnlyList<Role>)[.. roles[it.Id].Distinct().Order()]),
            Standings = await colleagues.StandingsAsync(shown, cancel),
            Agencies = await store.AllAsync(cancel),
            Agency = of,
            SeesAll = colleagues.SeesAll,
            FormId = cases.Session.NewId(),
        };
    }
}
