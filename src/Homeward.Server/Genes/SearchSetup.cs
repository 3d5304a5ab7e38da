using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Server.Genes;

static class SearchSetup
{
    /// <summary>A search takes all cores for seconds at a time; requests find threads all the same.</summary>
    const int ThreadsOfCore = 8;

    public static void AddGeneSearch(this IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton<SearchStatus>();
        services.AddHealthChecks().AddCheck<SearchHealth>("search");
        if (settings.Genes is not { } serving) return;
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, ThreadsOfCore * Environment.ProcessorCount), ports);
        services.AddSingleton(serving);
        services.AddHostedService<SearchService>();
    }
}
