using System.Collections.Concurrent;
using Homeward.Cases.Access;
using Homeward.Server;
using Homeward.Server.Genes;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Genes;
using Homeward.Tests.Storage.Identification;
using Microsoft.Extensions.Logging;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Server.Genes;

/// <summary>While the pages are served, whoever comes is searched and his candidates are with the analysts, without
/// anybody's command.</summary>
public sealed class SearchServiceTests(SqliteTestDatabase cases, SqliteGeneTestDatabase genes)
    : IClassFixture<SqliteTestDatabase>, IClassFixture<SqliteGeneTestDatabase>
{
    readonly SearchStatus _status = new();
    readonly Lines _log = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_comes_or_goes_is_searched_and_carried_by_itself()
    {
        var history = new CarriedHistory(cases, genes, seed: 20110802);
        for (var i = 0; i < 6; i++) await history.ArriveAsync();
        using var service = ServiceOf(history);

        await service.StartAsync(Cancel);
        await SettledAsync(history);
        var first = await history.OfTheCasesAsync();
        for (var i = 0; i < 6; i++) await history.ArriveAsync();
        await SettledAsync(history);
        var more = await history.OfTheCasesAsync();
        await history.WithdrawAsync(history.Children[0]);
        await SettledAsync(history);
        await service.StopAsync(Cancel);

        Assert.NotEmpty(first);
        Assert.True(more.Count > first.Count);
        Assert.Empty(history.WithdrawnAndStillSearched());
        // Numbers and words of the program: nobody's number, and nothing of a genotype.
        Assert.NotEmpty(_log.All);
        Assert.All(_log.All, line => Assert.Matches(
            @"^Search: \d+ children and \d+ families in memory after \d+\.\d s$", line));
    }

    /// <summary>Until both databases hold what a clean run finds.</summary>
    async Task SettledAsync(CarriedHistory history)
    {
        while (true)
        {
            var told = _status.Told;
            if (_status.Last is { State: SearchState.Ready } last && last.Progress.Version == genes.Genes.Version()
                && !history.WithdrawnAndStillSearched().Any()
                && (await history.OfOneCleanRunAsync()).SequenceEqual(await history.OfTheCasesAsync())) return;
            Assert.True(_status.Last?.State != SearchState.Failed, string.Join("\n", _log.All));
            await told.WaitAsync(Cancel);
        }
    }

    SearchService ServiceOf(CarriedHistory history)
    {
        var serving = new GeneServing
        {
            Database = genes.Genes,
            Settings = history.Settings,
            Clock = TimeProvider.System,
            Carrier = new Actor(Analyst.Id, Analyst.Agency),
        };
        var settings = new ServerSettings { Cases = cases.Cases, Folder = "", Url = "", Genes = serving };
        return new(settings, serving, _status, _log);
    }

    sealed class Lines : ILogger<SearchService>
    {
        public ConcurrentQueue<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => All.Enqueue(formatter(state, exception));
    }
}
