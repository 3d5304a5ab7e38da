using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Families;
using Homeward.Cases.Time;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Families;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Families;

/// <summary>One report's page: who is missed, by whom, and which relatives gave samples.</summary>
public static class ReportFile
{
    public sealed record Shown(Instant Now, ReportFacts Facts, IReadOnlyDictionary<AgencyId, string> Agencies);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/reports/{id:guid}", HandleAsync).Needs(Permission.ReadReports);

    static async Task<IResult> HandleAsync(Guid id, Case cases, CancellationToken cancel)
    {
        if (await new FamilyStore(cases.Session).FindAsync(new(id), cancel) is not { } facts)
            return Results.NotFound();
        var agencies = (await new AgencyStore(cases.Session).AllAsync(cancel)).ToDictionary(it => it.Id, it => it.Name);
        return Page.Of<ReportPage>(new Shown(cases.Now, facts, agencies));
    }
}
