using System.Collections.Concurrent;
using Homeward.Cases.Agencies;

namespace Homeward.Server.Features.Operations;

/// <summary>Counts the open streams of live boards, so that nobody, and not all together, keeps more than the server
/// has room for.</summary>
public sealed class LiveStreams
{
    public const int MostOfOneUser = 4;
    public const int MostInAll = 400;

    readonly ConcurrentDictionary<UserId, int> _ofUser = [];
    int _inAll;

    public int Open => Volatile.Read(ref _inAll);

    /// <summary>A place for one more stream, to be given back; null when there is none.</summary>
    public IDisposable? Enter(UserId user)
    {
        if (Interlocked.Increment(ref _inAll) > MostInAll)
        {
            Interlocked.Decrement(ref _inAll);
            return null;
        }
        if (_ofUser.AddOrUpdate(user, 1, (_, count) => count + 1) > MostOfOneUser)
        {
            Leave(user);
            return null;
        }
        return new Place(this, user);
    }

    void Leave(UserId user)
    {
        var left = _ofUser.AddOrUpdate(user, 0, (_, count) => count - 1);
        if (left == 0) _ofUser.TryRemove(KeyValuePair.Create(user, 0));
        Interlocked.Decrement(ref _inAll);
    }

    sealed class Place(LiveStreams streams, UserId user) : IDisposable
    {
        int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0) streams.Leave(user);
        }
    }
}
