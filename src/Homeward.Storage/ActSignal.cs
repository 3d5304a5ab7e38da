using Homeward.Cases.Access;

namespace Homeward.Storage;

/// <summary>Wakes those who wait for acts of some kind. It tells that one was done, and nothing of what or whom it was
/// about: who wants to know asks, and is recorded.</summary>
/// <remarks>Knows the acts of this process only; whoever must not miss those of other nodes also asks from time to
/// time.</remarks>
public sealed class ActSignal
{
    readonly Lock _guard = new();
    readonly Dictionary<Permission, long> _done = [];
    TaskCompletionSource _next = New();

    /// <summary>How many acts of these kinds were done since the program began.</summary>
    public long CountOf(IReadOnlyCollection<Permission> kinds)
    {
        lock (_guard) return kinds.Sum(it => _done.GetValueOrDefault(it));
    }

    /// <summary>Returns the count once it is greater than <paramref name="seen"/>.</summary>
    public async Task<long> AfterAsync(long seen, IReadOnlyCollection<Permission> kinds, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (_guard)
            {
                var count = kinds.Sum(it => _done.GetValueOrDefault(it));
                if (count > seen) return count;
                next = _next.Task;
            }
            await next.WaitAsync(cancel);
        }
    }

    internal void Done(Permission kind)
    {
        TaskCompletionSource woken;
        lock (_guard)
        {
            _done[kind] = _done.GetValueOrDefault(kind) + 1;
            (woken, _next) = (_next, New());
        }
        woken.SetResult();
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
