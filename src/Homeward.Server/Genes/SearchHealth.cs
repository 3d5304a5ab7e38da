using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Homeward.Server.Genes;

/// <summary>Says in one word what the search does. While it loads the pages are there: that is no illness.</summary>
sealed class SearchHealth(SearchStatus status) : IHealthCheck
{
    const string Nothing = "None";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(status.Last?.State switch
        {
            null => HealthCheckResult.Healthy(Nothing),
            SearchState.Failed or SearchState.OtherTerms => HealthCheckResult.Degraded($"{status.Last.State}"),
            { } state => HealthCheckResult.Healthy($"{state}"),
        });

    /// <summary><c>{ "status": "Healthy", "search": "Loading" }</c></summary>
    public static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new { status = $"{report.Status}", search = report.Entries["search"].Description },
            context.RequestAborted);
}
