using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Homeward.Tests.Storage.Access;

/// <summary>The statements that EF Core sends within one call, whatever other tests send at the same time.</summary>
static class Statements
{
    const string EfCore = "Microsoft.EntityFrameworkCore";

    static readonly AsyncLocal<List<string>?> Sent = new();
    static readonly IDisposable Listening = DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(
        it =>
        {
            if (it.Name == EfCore) it.Subscribe(new Observer<KeyValuePair<string, object?>>(Take));
        }));

    public static async Task<IReadOnlyList<string>> OfAsync(Func<Task> call)
    {
        Assert.NotNull(Listening);
        var sent = Sent.Value = [];
        await call();
        Sent.Value = null;
        return sent;
    }

    static void Take(KeyValuePair<string, object?> it)
    {
        if (it.Value is CommandExecutedEventData data) Sent.Value?.Add(data.Command.CommandText);
    }

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
