using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Storage;
using Homeward.Storage.Identification;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Homeward.Server.Genes;

/// <summary>Searches whoever comes for as long as the pages are served: loads everybody beside them, then looks twice a
/// second whether anything has changed, and carries between cases and genes what there is to carry.</summary>
/// <param name="settings">The databases.</param>
/// <param name="serving">How genes are searched.</param>
/// <param name="status">Told what is done.</param>
/// <param name="log">Told of failures, without what they were about.</param>
sealed partial class SearchService(
    ServerSettings settings, GeneServing serving, SearchStatus status, ILogger<SearchService> log)
    : BackgroundService
{
    /// <summary>How long a new profile may wait before it is seen. Asking costs three look-ups in indexes.</summary>
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    /// <summary>What another process did in cases is carried so late at most; what this one did, at once.</summary>
    static readonly TimeSpan BetweenRounds = TimeSpan.FromMinutes(5);

    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    readonly CaseDatabase _cases = settings.Cases;
    readonly TimeProvider _clock = serving.Clock;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LiveAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // What was in memory may be half a change: it is loaded anew.
                Tell(SearchState.Failed, new(0, 0, 0, 0, 0));
                LogFailure(fault.GetType().Name, fault.StackTrace ?? "");
            }
            await Task.Delay(AfterFailure, _clock, stoppingToken);
        }
    }

    async Task LiveAsync(CancellationToken stop)
    {
        using var search = new GeneSearch(serving.Database, serving.Settings);
        Tell(SearchState.Loading, search.Progress);
        search.BeginUnlessOthersHold();
        var started = _clock.GetTimestamp();
        await Task.Run(() => search.Refresh(stop), stop);
        LogLoaded(search.Progress.Children, search.Progress.Families, _clock.GetElapsedTime(started).TotalSeconds);
        var (facts, sent, isNews) = (-1, _clock.GetTimestamp(), false);
        while (true)
        {
            if (facts != _cases.FactsForGenes || _clock.GetElapsedTime(sent) >= BetweenRounds)
            {
                (facts, sent, isNews) = (_cases.FactsForGenes, _clock.GetTimestamp(), true);
                await CarryAsync(it => it.SendAsync(stop), stop);
            }
            isNews |= await Task.Run(() => search.Refresh(stop), stop);
            var round = await Task.Run(() => search.Round(stop), stop);
            // Families by the thousand can wait for the last of them; a child cannot.
            if (isNews && round is null or { Children: > 0, Pairs: > 0 })
            {
                await CarryAsync(it => it.TakeAsync(stop), stop);
                isNews = false;
            }
            if (round is null)
            {
                Tell(search.HasOtherTerms ? SearchState.OtherTerms : SearchState.Ready, search.Progress);
                await Task.Delay(Glance, _clock, stop);
            }
            else Tell(SearchState.Searching, search.Progress);
        }
    }

    /// <summary>Nobody is searched less because something cannot be carried: the next round does it.</summary>
    async Task CarryAsync(Func<GeneCarrier, Task> carry, CancellationToken stop)
    {
        if (serving.Carrier is not { } actor) return;
        try
        {
            await carry(new(
                _cases.For(actor, Purpose.Identification), serving.Database, serving.Settings.Populations[0]));
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            LogNotCarried(fault.GetType().Name, fault.StackTrace ?? "");
        }
    }

    void Tell(SearchState state, SearchProgress progress)
    {
        var last = status.Last;
        var since = last?.State == state ? last.Since : Instant.Of(_clock.GetUtcNow());
        var report = new SearchReport(state, progress, since);
        status.Tell(report);
        if (last?.State != state && settings.Folder.Length > 0) SearchStateFile.Of(report).Write(settings.Folder);
    }

    [LoggerMessage(
        LogLevel.Information, "Search: {Children} children and {Families} families in memory after {Seconds:F1} s")]
    partial void LogLoaded(int children, int families, double seconds);

    [LoggerMessage(LogLevel.Error, "Search: {Type}, everybody is loaded anew\n{Place}")]
    partial void LogFailure(string type, string place);

    [LoggerMessage(LogLevel.Error, "Search: {Type}, not carried between cases and genes\n{Place}")]
    partial void LogNotCarried(string type, string place);
}
