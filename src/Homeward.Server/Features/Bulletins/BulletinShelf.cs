using System.Text;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Jurisdictions;
using Homeward.Genetics.Primitives;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Bulletins;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Bulletins;

/// <summary>The bulletins: which there are, what is known of each, and what was published, byte for byte.</summary>
/// <remarks>Before it is published a bulletin is there for those who publish, who must see what they sign; to everybody
/// else it is nothing.</remarks>
public static class BulletinShelf
{
    /// <param name="Facts">What is recorded of it.</param>
    /// <param name="Then">As far as the ledger went when it was counted; null when it was not.</param>
    /// <param name="Now">With all that is known now.</param>
    /// <param name="Users">Who counted, signed and published.</param>
    public sealed record Shown(
        BulletinFacts Facts, BulletinFigures? Then, BulletinFigures Now, IReadOnlyDictionary<UserId, string> Users)
    {
        public Refusal? Refusal { get; init; }

        /// <summary>Counted again since the form was shown that was sent.</summary>
        public bool WasCountedAnew { get; init; }

        /// <summary>The count that a reader of this page sees; empty before there is one.</summary>
        public string Seen => Facts.Last?.Id.Value.ToString() ?? "";

        /// <summary>Whether counting the same lines again gives the very bytes.</summary>
        public bool Replays => Then is not null && CanonicalJson.Of(Then) == Facts.Current!.Json;
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/bulletins", AllAsync).Needs(Permission.ReadBulletins);
        app.MapGet("/bulletins/{number}", FileAsync).Needs(Permission.ReadBulletins);
        app.MapGet("/bulletins/{number}/page", PageAsync).Needs(Permission.ReadBulletins);
        app.MapGet("/bulletins/{number}/json", JsonAsync).Needs(Permission.ReadBulletins);
    }

    static async Task<IResult> AllAsync(Visitor visitor, Case cases, CancellationToken cancel)
    {
        var all = await new BulletinStore(cases.Session).AllAsync(cancel);
        return Page.Of<BulletinListPage>(all.Where(it => IsFor(visitor, it)).ToList());
    }

    static async Task<IResult> FileAsync(string number, Visitor visitor, Case cases, CancellationToken cancel) =>
        await ReadAsync(number, visitor, cases, cancel) is { } view
            ? Page.Of<BulletinFilePage>(view) : Results.NotFound();

    /// <summary>Null when there is none that the reader may know of.</summary>
    internal static async Task<Shown?> ReadAsync(
        string number, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var store = new BulletinStore(cases.Session);
        if (await FindAsync(store, number, visitor, cancel) is not { } facts) return null;
        var (plan, count) = (facts.Bulletin.Plan, facts.Current);
        if (JurisdictionProfile.Find(plan.Profile) is not { } profile) return null;
        var users = facts.Approvals.Select(it => it.By).Append(facts.Bulletin.By);
        if (count is not null) users = users.Append(count.By);
        if (facts.Publication is { } published) users = users.Append(published.By);
        return new(
            facts,
            count is null ? null : await store.CountAgainAsync(plan, profile, count.LastLine, cancel),
            await store.CountAgainAsync(plan, profile, lastLine: null, cancel),
            await new AgencyStore(cases.Session).NamesAsync([.. users], cancel));
    }

    /// <summary>The stored page: it was published with its style inside, and has a policy for that.</summary>
    static async Task<IResult> PageAsync(
        string number, [FromQuery] string? language, Visitor visitor, Case cases, HttpContext context,
        CancellationToken cancel)
    {
        var store = new BulletinStore(cases.Session);
        if ((await FindAsync(store, number, visitor, cancel))?.Current is not { } count) return Results.NotFound();
        if (await store.TextAsync(count.Id, language ?? visitor.Tongue.Code, cancel) is not { } text)
            return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyOfBulletins;
        return Results.Bytes(Encoding.UTF8.GetBytes(text.Html), "text/html; charset=utf-8");
    }

    static async Task<IResult> JsonAsync(string number, Visitor visitor, Case cases, CancellationToken cancel) =>
        (await FindAsync(new(cases.Session), number, visitor, cancel))?.Current is { } count
            ? Results.Bytes(Encoding.UTF8.GetBytes(count.Json), "application/json")
            : Results.NotFound();

    static async Task<BulletinFacts?> FindAsync(
        BulletinStore store, string number, Visitor visitor, CancellationToken cancel) =>
        await store.FindAsync(number, cancel) is { } facts && IsFor(visitor, facts) ? facts : null;

    static bool IsFor(Visitor visitor, BulletinFacts facts) =>
        facts.Publication is not null || visitor.May(Permission.PublishBulletin);
}
