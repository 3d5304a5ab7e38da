namespace Homeward.Server.Genes;

/// <summary>What the search of this process does, for whoever asks.</summary>
public sealed class SearchStatus
{
    volatile SearchReport? _last;
    TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null where no gene database is searched.</summary>
    public SearchReport? Last => _last;

    /// <summary>Ends with the next report.</summary>
    internal Task Told => Volatile.Read(ref _told).Task;

    internal void Tell(SearchReport report)
    {
        _last = report;
        Interlocked.Exchange(ref _told, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
