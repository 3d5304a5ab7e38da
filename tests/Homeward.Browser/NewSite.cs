using Homeward.Cli.Commands.Installations;
using Homeward.Cli.Inputs;
using Homeward.Server;
using Microsoft.AspNetCore.Builder;

namespace Homeward.Browser;

/// <summary>A true installation in which nobody is yet, served on a free port.</summary>
sealed class NewSite : IAsyncDisposable
{
    readonly DataFolder _folder;
    readonly OpenCases _cases;
    readonly WebApplication _app;

    NewSite(DataFolder folder, OpenCases cases, WebApplication app, MovingClock clock) =>
        (_folder, _cases, _app, Clock) = (folder, cases, app, clock);

    public MovingClock Clock { get; }

    /// <summary>By the name that passkeys take.</summary>
    public string Url => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Of setting up.</summary>
    public string Link { get; private init; } = "";

    public static async Task<NewSite> StartAsync()
    {
        var folder = new DataFolder(Path.Combine(
            Path.GetTempPath(), $"homeward-new-{Environment.ProcessId}-{Path.GetRandomFileName()}"));
        var clock = new MovingClock();
        await EmptyInstallation.MakeAsync(folder, clock, CancellationToken.None);
        var cases = await OpenCases.OpenAsync(folder, clock, CancellationToken.None);
        var app = await HomewardServer.BuildAsync(
            new() { Cases = cases.Cases, Folder = folder.Path, Url = "http://127.0.0.1:0", Clock = clock },
            CancellationToken.None);
        await app.StartAsync();
        var link = (await HomewardServer.FirstLinksAsync(app, CancellationToken.None)).Single().Place;
        return new(folder, cases, app, clock) { Link = link };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _cases.DisposeAsync();
        Directory.Delete(_folder.Path, recursive: true);
    }
}
