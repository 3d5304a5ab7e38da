using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Homeward.Tests.Server;

/// <summary>The statements that one server sends to its databases, whatever other servers send at the same time.
/// </summary>
/// <param name="folder">A part of the path of its databases.</param>
/// <param name="withValues">Whether the values of their parameters are kept too.</param>
sealed class ServerStatements(string folder, bool withValues = false) : IDisposable
{
    readonly ConcurrentQueue<string> _sent = [];
    readonly List<IDisposable> _subscriptions = [];

    /// <summary>EF Core looks once a second whether anybody listens.</summary>
    public async Task BeginAsync(Func<Task> ask)
    {
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(it =>
        {
            if (it.Name == "Microsoft.EntityFrameworkCore")
                _subscriptions.Add(it.Subscribe(new Observer<KeyValuePair<string, object?>>(Take)));
        })));
        while ((await OfAsync(ask)).Count == 0)
        {
        }
    }

    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> ask)
    {
        _sent.Clear();
        await ask();
        return [.. _sent];
    }

    public void Dispose()
    {
        foreach (var it in _subscriptions) it.Dispose();
    }

    void Take(KeyValuePair<string, object?> it)
    {
        if (it.Value is CommandExecutedEventData data
            && data.Command.Connection?.DataSource.Contains(folder, StringComparison.Ordinal) == true)
            _sent.Enqueue(withValues ? WithValues(data.Command) : data.Command.CommandText);
    }

    static string WithValues(DbCommand command) => string.Join(
        '\n', command.Parameters.Cast<DbParameter>().Select(it => $"{it.Value}").Prepend(command.CommandText));

    sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => next(value);
    }
}
