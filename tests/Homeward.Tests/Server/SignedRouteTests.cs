using System.Net;
using Homeward.Cases.Access;

namespace Homeward.Tests.Server;

/// <summary>What signs asks a true installation's user for his second factor again, and does nothing before.</summary>
public sealed class SignedRouteTests(TrueServer server) : IClassFixture<TrueServer>
{
    const string Nobody = "00000000-0000-4000-8000-000000000000";

    [Fact]
    public async Task Every_approval_asks_for_a_fresh_second_factor()
    {
        await server.HireAsync("approver.0", Role.Approver, 0);
        var chief = await server.HireAsync("chief", Role.Headquarters, 0);
        using var visit = await server.EnterAsync(chief);
        server.Clock.Move(TimeSpan.FromMinutes(11));
        await visit.PageAsync("/operations");
        foreach (var place in new[]
        {
            $"/operations/{Nobody}/authorisation", $"/operations/{Nobody}/calling-off", $"/rings/{Nobody}/approval",
            $"/routes/{Nobody}/approval", "/bulletins/1/signature", "/bulletins/1/publication",
        })
        {
            var answer = await visit.PostAsync(place, ("reason", "SYNTHETIC kept"));
            Assert.Equal((place, HttpStatusCode.Unauthorized), (place, answer.StatusCode));
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("name=\"confirm-code\"", page, StringComparison.Ordinal);
            Assert.Contains("SYNTHETIC kept", page, StringComparison.Ordinal);
        }
        var proven = await visit.PostAsync(
            $"/rings/{Nobody}/approval", ("confirm-code", chief.NextCode()));
        Assert.Equal(HttpStatusCode.NotFound, proven.StatusCode);
    }
}
