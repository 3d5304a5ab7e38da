using Homeward.Cases.Access;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;
using Homeward.Server.Features.Maps;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Homeward.Server.Features.Operations;

/// <summary>The board of an operation while it runs (docs/decisions/0087). A stream says that something changed and
/// nothing else; the board is then asked for like any page, and recorded.</summary>
public static class LiveBoard
{
    const int MostMessages = 20;

    /// <summary>So that a night with an act every moment renews a board this often at most.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Under the time after which proxies give up.</summary>
    static readonly TimeSpan Breath = TimeSpan.FromSeconds(20);

    /// <summary>The browser asks again, and whether it may is then decided anew.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    static readonly Permission[] Kinds =
        [Permission.RecordRescue, Permission.RecordDetention, Permission.RecordOperation, Permission.PlanOperation];

    /// <param name="Now">When it was asked for.</param>
    /// <param name="Facts">The operation.</param>
    /// <param name="Events">When and where it brought results, the first one first.</param>
    /// <param name="Map">Rescues by province.</param>
    public sealed record Shown(
        Instant Now, OperationFacts Facts, IReadOnlyList<OperationEvent> Events, MapContent Map)
    {
        /// <summary>The last ones, the very last first.</summary>
        public IEnumerable<OperationEvent> Latest => Events.Reverse().Take(MostMessages);

        public Instant HHour => Facts.HHourAt(Now);

        public int Places => Events.Select(it => it.Place).Distinct().Count();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/operations/{id:guid}/live", HandleAsync).Needs(Permission.ReadOperations);
        app.MapGet("/operations/{id:guid}/changes", StreamAsync).Needs(Permission.ReadOperations);
    }

    static async Task<IResult> HandleAsync(
        Guid id, [FromQuery] string? part, Case cases, MapSheet sheet, CancellationToken cancel)
    {
        var store = new OperationStore(cases.Session);
        var facts = await store.FindAsync(new(id), cancel);
        var events = await store.EventsAsync(new(id), cancel);
        if (facts is null || events is null) return Results.NotFound();
        var rescued = events.Where(it => it.Kind == ResultKind.Rescued).GroupBy(it => it.Place)
            .ToDictionary(it => it.Key, it => it.Sum(one => one.Count));
        var shown = new Shown(cases.Now, facts, events, new(sheet.Boundaries, [], rescued));
        return part == "board" ? Page.Of<LiveFigures>(shown) : Page.Of<LivePage>(shown);
    }

    static async Task<IResult> StreamAsync(
        Guid id, Visitor visitor, Case cases, LiveStreams streams, IHostApplicationLifetime server, HttpContext context,
        CancellationToken cancel)
    {
        if (await new OperationStore(cases.Session).FindAsync(new(id), cancel) is null) return Results.NotFound();
        using var place = streams.Enter(visitor.Actor!.User);
        if (place is null)
        {
            context.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, server.ApplicationStopping);
        end.CancelAfter(Longest);
        context.Response.ContentType = "text/event-stream";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await TellAsync(context.Response, cases, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The reader has gone, the server stops, or it is time to ask again.
        }
        return Results.Empty;
    }

    static async Task TellAsync(HttpResponse response, Case cases, CancellationToken end)
    {
        var seen = cases.Acts.CountOf(Kinds);
        await WriteAsync(response, "retry: 5000\n\n", end);
        while (true)
        {
            var next = await NextAsync(cases, seen, end);
            await WriteAsync(response, next is null ? ":\n\n" : "event: changed\ndata: changed\n\n", end);
            if (next is not { } count) continue;
            seen = count;
            await Task.Delay(Pause, end);
        }
    }

    /// <summary>The count after the next act; null when it is time for a sign of life.</summary>
    static async Task<long?> NextAsync(Case cases, long seen, CancellationToken end)
    {
        using var breath = CancellationTokenSource.CreateLinkedTokenSource(end);
        breath.CancelAfter(Breath);
        try
        {
            return await cases.Acts.AfterAsync(seen, Kinds, breath.Token);
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return null;
        }
    }

    static async Task WriteAsync(HttpResponse response, string text, CancellationToken end)
    {
        await response.WriteAsync(text, end);
        await response.Body.FlushAsync(end);
    }
}
