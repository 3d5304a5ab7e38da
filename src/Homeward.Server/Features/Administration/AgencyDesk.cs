using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Server.Features.SettingUp;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Administration;

/// <summary>The agencies, a form for one more, and another name for one.</summary>
static class AgencyDesk
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/agencies", ShowAsync).Needs(Permission.ManageAgency);
        app.MapPost("/agencies", AddAsync).Needs(Permission.ManageAgency).AfterFreshFactor();
        app.MapGet("/agencies/{id:guid}", FindAsync).Needs(Permission.ManageAgency);
        app.MapPost("/agencies/{id:guid}", RenameAsync).Needs(Permission.ManageAgency).AfterFreshFactor();
    }

    static async Task<IResult> ShowAsync(Case cases, CancellationToken cancel) =>
        Page.Of<AgencyListPage>(await ReadAsync(cases, new(), cases.Session.NewId(), cancel));

    /// <summary>Sent twice it is one agency: the form carries its id.</summary>
    static async Task<IResult> AddAsync(HttpRequest request, Case cases, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        if (!Guid.TryParse(fields["form"], out var id)) return Results.BadRequest();
        using var turn = await Turn.OfAsync(id, cancel);
        var form = AgencyForm.Of(fields, 1);
        var view = await ReadAsync(cases, form, id, cancel);
        if (view.Agencies.Any(it => it.Id.Value == id)) return Results.LocalRedirect("/agencies");
        if (form.IsEmpty || view.Regions.FirstOrDefault(it => it.Code.Value == form.Region) is not { } region)
            return Page.Of<AgencyListPage>(
                view with { Problems = [form.IsEmpty ? "agency" : "region"] },
                StatusCodes.Status422UnprocessableEntity);
        var added = await new AgencyStore(cases.Session).AddAsync(
            new Agency
            {
                Id = new(id),
                Kind = form.Kind,
                Level = region.Level,
                Region = region.Code,
                Name = form.Name,
                Parent = null,
            },
            cancel);
        return added.Refusal is null ? Results.LocalRedirect("/agencies")
            : Page.Of<AgencyListPage>(view with { Refusal = added.Refusal }, StatusCodes.Status409Conflict);
    }

    static async Task<IResult> FindAsync(Guid id, Case cases, CancellationToken cancel) =>
        await AgencyAsync(id, cases, cancel) is { } agency
            ? Page.Of<AgencyPage>(new AgencyPage.Shown(agency, agency.Name)) : Results.NotFound();

    static async Task<IResult> RenameAsync(Guid id, HttpRequest request, Case cases, CancellationToken cancel)
    {
        var fields = await request.ReadFormAsync(cancel);
        using var turn = await Turn.OfAsync(id, cancel);
        if (await AgencyAsync(id, cases, cancel) is not { } agency) return Results.NotFound();
        if (!int.TryParse(fields["version"], out var version)) return Results.BadRequest();
        var name = fields["name"].ToString().Trim();
        if (name == agency.Name) return Results.LocalRedirect("/agencies");
        var view = new AgencyPage.Shown(agency, name);
        if (name.Length is 0 or > AgencyForm.LongestName || name.Any(char.IsControl))
            return Page.Of<AgencyPage>(view with { Problems = ["agency"] }, StatusCodes.Status422UnprocessableEntity);
        var renamed = await new AgencyStore(cases.Session).RenameAsync(agency.Id, version, name, cancel);
        return renamed.Refusal is { } refusal
            ? Page.Of<AgencyPage>(view with { Refusal = refusal }, StatusCodes.Status409Conflict)
            : Results.LocalRedirect("/agencies");
    }

    static async Task<Agency?> AgencyAsync(Guid id, Case cases, CancellationToken cancel) =>
        (await new AgencyStore(cases.Session).AllAsync(cancel)).FirstOrDefault(it => it.Id.Value == id);

    static async Task<AgencyListPage.Shown> ReadAsync(Case cases, AgencyForm form, Guid id, CancellationToken cancel)
    {
        var store = new AgencyStore(cases.Session);
        var people = await store.UsersAsync(null, cancel);
        var agencies = await store.AllAsync(cancel);
        return new()
        {
            Agencies = agencies,
            People = people.CountBy(it => it.Agency).ToDictionary(),
            Regions = await store.RegionsAsync(cancel),
            Form = form.Region.Length > 0 ? form : form with { Region = agencies[0].Region.Value },
            FormId = id,
        };
    }
}
