using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Jurisdictions;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Audit;

/// <summary>The record of who read and did what, for an inspectorate; and whether it is whole.</summary>
public static class AuditBoard
{
    /// <param name="Question">What was asked for.</param>
    /// <param name="Day">The last day, as it was typed; null for today.</param>
    /// <param name="Part">The entries.</param>
    /// <param name="Users">Who they are about.</param>
    /// <param name="Agencies">For whom these acted.</param>
    public sealed record Shown(
        AuditQuestion Question, string? Day, AuditPart Part, IReadOnlyDictionary<UserId, string> Users,
        IReadOnlyDictionary<AgencyId, string> Agencies);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/audit", HandleAsync).Needs(Permission.ReadAudit);
        app.MapGet("/audit/verification", VerifyAsync).Needs(Permission.ReadAudit);
    }

    static async Task<IResult> HandleAsync(HttpRequest request, Case cases, CancellationToken cancel)
    {
        var (question, day) = QuestionOf(request.Query);
        var part = await new AuditStore(cases.Session).LatestAsync(question, cancel);
        var agencies = new AgencyStore(cases.Session);
        var who = part.Entries.Select(it => it.Record.Who).Append(question.Who).OfType<UserId>().Distinct().ToList();
        return Page.Of<AuditPage>(new Shown(
            question, day, part, await agencies.NamesAsync(who, cancel),
            (await agencies.AllAsync(cancel)).ToDictionary(it => it.Id, it => it.Name)));
    }

    static async Task<IResult> VerifyAsync(Case cases, CancellationToken cancel) =>
        Page.Of<VerificationPage>(await new AuditStore(cases.Session).VerifyAsync(cancel));

    /// <summary>What cannot be read asks for all.</summary>
    static (AuditQuestion Question, string? Day) QuestionOf(IQueryCollection query)
    {
        var day = DateOnly.TryParseExact(query["until"], "yyyy-MM-dd", out var until) ? until : (DateOnly?)null;
        var question = new AuditQuestion(
            Named<AuditKind>(query["kind"]), Named<Permission>(query["what"]),
            Guid.TryParse(query["who"], out var who) ? new UserId(who) : null,
            day is { } last && last < DateOnly.MaxValue
                ? JurisdictionProfile.China.Zone.StartOf(last.AddDays(1)) : null)
        {
            Older = Guid.TryParse(query["older"], out var older) ? new EntryId(older) : null,
        };
        return (question, day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
