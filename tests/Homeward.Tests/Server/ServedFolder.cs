using Homeward.Cli.Inputs;
using Homeward.Server;
using Homeward.Server.Features.SettingUp;
using Microsoft.AspNetCore.Builder;

namespace Homeward.Tests.Server;

/// <summary>A server on a folder that is there already.</summary>
sealed class ServedFolder(string path) : IAsyncDisposable
{
    OpenCases? _cases;
    WebApplication? _app;

    public MovingClock Clock { get; } = new();

    public IReadOnlyList<FirstLink> Links { get; private set; } = [];

    public string Url => _app!.Urls.Single();

    public Task StartAsync() => StartAsync(it => it);

    /// <summary>Starts, or starts again as after a stop.</summary>
    public async Task StartAsync(Func<ServerSettings, ServerSettings> with)
    {
        await DisposeAsync();
        _cases = await OpenCases.OpenAsync(new(path), Clock, CancellationToken.None);
        _app = await HomewardServer.BuildAsync(
            with(new() { Cases = _cases.Cases, Folder = path, Url = "http://127.0.0.1:0", Clock = Clock }),
            CancellationToken.None);
        await _app.StartAsync();
        Links = await HomewardServer.FirstLinksAsync(_app, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_cases is not null) await _cases.DisposeAsync();
        (_app, _cases) = (null, null);
    }
}
