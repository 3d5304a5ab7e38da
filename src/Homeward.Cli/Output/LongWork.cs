using Spectre.Console;

namespace Homeward.Cli.Output;

/// <summary>Tells a waiting person how far long work is; quick work passes in silence.</summary>
sealed class LongWork(IAnsiConsole error)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    public Task Run(string what, Action<Action<double>, CancellationToken> work, CancellationToken cancel) =>
        Run(what, (done, stop) => { work(done, stop); return true; }, cancel);

    /// <summary>Of work whose share done is not known.</summary>
    public async Task<T> RunAsync<T>(string what, Func<Task<T>> work, CancellationToken cancel)
    {
        var running = Task.Run(work, cancel);
        if (await Task.WhenAny(running, Task.Delay(Patience, cancel)) != running) error.WriteLine(what + " …");
        return await running;
    }

    /// <summary>Of work that waits, and reports the share done.</summary>
    public async Task RunAsync(string what, Func<Action<double>, Task> work, CancellationToken cancel)
    {
        var share = 0.0;
        var running = Task.Run(() => work(done => Volatile.Write(ref share, done)), cancel);
        if (await Task.WhenAny(running, Task.Delay(Patience, cancel)) != running)
        {
            if (error.Profile.Out.IsTerminal) await Draw(what, running, () => Volatile.Read(ref share));
            else error.WriteLine(what + " …");
        }
        await running;
    }

    /// <param name="what">What is being done: <c>Reading 12 files</c>.</param>
    /// <param name="work">The work; it reports the share done, 0 to 1.</param>
    /// <param name="cancel">Handed on to the work.</param>
    public async Task<T> Run<T>(string what, Func<Action<double>, CancellationToken, T> work, CancellationToken cancel)
    {
        var share = 0.0;
        var running = Task.Run(() => work(done => Volatile.Write(ref share, done), cancel), cancel);
        if (await Task.WhenAny(running, Task.Delay(Patience, cancel)) == running) return await running;
        if (error.Profile.Out.IsTerminal) await Draw(what, running, () => Volatile.Read(ref share));
        else error.WriteLine(what + " …");
        return await running;
    }

    Task Draw(string what, Task running, Func<double> share) =>
        error.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(what), maxValue: 1);
                while (!running.IsCompleted)
                {
                    bar.Value = share();
                    await Task.WhenAny(running, Task.Delay(Refresh, CancellationToken.None));
                }
            });
}
