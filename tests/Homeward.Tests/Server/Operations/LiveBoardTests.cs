using System.Net;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Server.Features.Operations;
using Homeward.Storage.Operations;
using Homeward.Tests.Storage.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Tests.Server.Operations;

public sealed class LiveBoardTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_says_that_something_changed_and_nothing_else()
    {
        var operation = await PlanAsync("SYNTHETIC told", inDays: -1);
        using var visit = await server.VisitAsync(Role.Commander);
        using var answer = await visit.StreamAsync($"/operations/{operation.Value}/changes", Cancel);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        Assert.Equal("retry: 5000", await reader.ReadLineAsync(Cancel));
        Assert.Equal("", await reader.ReadLineAsync(Cancel));

        await PlanAsync("SYNTHETIC other", inDays: 1);

        Assert.Equal("event: changed", await reader.ReadLineAsync(Cancel));
        Assert.Equal("data: changed", await reader.ReadLineAsync(Cancel));
        Assert.Equal("", await reader.ReadLineAsync(Cancel));
    }

    [Fact]
    public async Task A_hidden_operation_has_neither_a_board_nor_a_stream()
    {
        var hidden = await PlanAsync("SYNTHETIC hidden", inDays: 30);
        using var stranger = await server.VisitAsync(Role.Investigator);
        using var author = await server.VisitAsync(Role.Commander);

        foreach (var place in new[] { "live", "live?part=board", "changes" })
        {
            var address = $"/operations/{hidden.Value}/{place}";
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        }
        Assert.Contains(
            "SYNTHETIC hidden", await author.PageAsync($"/operations/{hidden.Value}/live"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_part_that_scripts_ask_for_is_the_board_of_the_page_without_its_frame()
    {
        var operation = await PlanAsync("SYNTHETIC part", inDays: -1);
        using var visit = await server.VisitAsync(Role.Commander);

        var part = await visit.PageAsync($"/operations/{operation.Value}/live?part=board");

        Assert.StartsWith("<div data-live=", part.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_keeps_more_streams_than_there_is_room_for_and_one_that_ends_makes_room()
    {
        var operation = await PlanAsync("SYNTHETIC many", inDays: -1);
        var streams = server.App.Services.GetRequiredService<LiveStreams>();
        using var visit = await server.VisitAsync(Role.Inspector);
        var user = server.UserOf(Role.Inspector).Id;
        var places = Enumerable.Range(0, LiveStreams.MostOfOneUser).Select(_ => streams.Enter(user)).ToList();
        Assert.DoesNotContain(null, places);

        using var refused = await visit.StreamAsync($"/operations/{operation.Value}/changes", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("60", refused.Headers.RetryAfter!.ToString());

        places[0]!.Dispose();
        places[0]!.Dispose();
        using var taken = await visit.StreamAsync($"/operations/{operation.Value}/changes", Cancel);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        foreach (var place in places) place!.Dispose();
    }

    [Fact]
    public void All_together_have_a_limit_and_a_refused_one_takes_no_place()
    {
        var streams = new LiveStreams();
        var users = Enumerable.Range(0, LiveStreams.MostInAll + 1)
            .Select(it => new UserId(new Guid(it, 0, 0, new byte[8]))).ToList();
        var places = users.ConvertAll(streams.Enter);

        Assert.Single(places, it => it is null);
        Assert.Equal(LiveStreams.MostInAll, streams.Open);
        foreach (var place in places) place?.Dispose();
        Assert.Equal(0, streams.Open);
    }

    async Task<OperationId> PlanAsync(string code, int inDays)
    {
        var session = server.As(Role.Commander);
        return MadeUpState.Allowed(await new OperationStore(session).PlanAsync(
            new()
            {
                Code = code,
                Kind = OperationKind.Provincial,
                Lead = MadeUpState.Police.Id,
                HHour = session.Now + TimeSpan.FromDays(inDays),
                ExpectedChildren = 0,
            },
            Cancel)).Id;
    }
}
