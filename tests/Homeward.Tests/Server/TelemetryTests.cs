using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Homeward.Tests.Server;

/// <summary>What an operator's collector is told. Its tests share a process with other servers, whose requests it may
/// see as well: nothing of those either is anybody's.</summary>
public sealed partial class TelemetryTests(TrueServer server) : IClassFixture<TrueServer>
{
    readonly ConcurrentBag<(string Path, byte[] Body)> _sent = [];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_is_told_routes_and_never_an_address()
    {
        await using var collector = await CollectorAsync();
        await server.StartAsync(it => it with { Collector = new(collector.Urls.Single()) });
        using (var visit = server.Visit())
        {
            await visit.GetAsync($"/children/{Guid.AllBitsSet}?name=SYNTHETIC-Nobody");
            await visit.GetAsync("/sign-in?to=/children/" + Guid.AllBitsSet);
        }

        // What was not sent yet is sent when the server ends.
        await server.StartAsync(it => it);

        string[] told = [.. _sent.Select(it => Encoding.Latin1.GetString(it.Body))];
        Assert.Contains(_sent, it => it.Path == "/v1/traces");
        Assert.Contains(_sent, it => it.Path == "/v1/metrics");
        Assert.Contains(told, it => it.Contains("/children/{id:guid}", StringComparison.Ordinal));
        Assert.All(told, it => Assert.DoesNotMatch(AnyId(), it));
        Assert.All(told, it => Assert.DoesNotContain("SYNTHETIC", it, StringComparison.Ordinal));
        Assert.All(told, it => Assert.DoesNotContain("user_agent", it, StringComparison.Ordinal));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-", RegexOptions.IgnoreCase)]
    private static partial Regex AnyId();

    async Task<WebApplication> CollectorAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            _sent.Add((context.Request.Path, body.ToArray()));
        });
        await collector.StartAsync(Cancel);
        return collector;
    }
}
