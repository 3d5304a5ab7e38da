using System.Threading.Channels;

namespace Homeward.Server.Genes;

/// <summary>What the search of this process does, for whoever asks; and the bell that wakes it.</summary>
public sealed class SearchStatus
{
    readonly Channel<bool> _bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    volatile SearchReport? _last;
    TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null where no gene database is searched.</summary>
    public SearchReport? Last => _last;

    /// <summary>Something was accepted, withdrawn or decided: it is looked at now and not at the next round.</summary>
    public void Ring() => _bell.Writer.TryWrite(true);

    /// <summary>Ends with the next report.</summary>
    internal Task Told => Volatile.Read(ref _told).Task;

    internal void Tell(SearchReport report)
    {
        _last = report;
        Interlocked.Exchange(ref _told, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>Until somebody rings, or some time has passed.</summary>
    internal async Task WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken stop)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task rung = _bell.Reader.WaitToReadAsync(waiting.Token).AsTask();
        await Task.WhenAny(rung, Task.Delay(most, clock, waiting.Token));
        await waiting.CancelAsync();
        await rung.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _bell.Reader.TryRead(out _);
        stop.ThrowIfCancellationRequested();
    }
}
