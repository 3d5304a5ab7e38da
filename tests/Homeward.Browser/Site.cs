using System.CommandLine;
using Homeward.Cases.Access;
using Homeward.Cli.Commands.Demonstration;
using Homeward.Cli.Commands.Serve;
using Homeward.Cli.Commands.Studies;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Homeward.Browser;

/// <summary>The demonstration, served on a free port, and a Chromium to look at it. One for all tests: filling takes
/// long.</summary>
public sealed class Site : IAsyncLifetime
{
    static readonly string[] Chromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>A folder to fill once and keep, for whoever runs these tests again and again.</summary>
    static readonly string? Kept = Environment.GetEnvironmentVariable("HOMEWARD_BROWSER_DEMO");

    readonly string _folder =
        Kept ?? Path.Combine(Path.GetTempPath(), $"homeward-browser-{Environment.ProcessId}");

    IPlaywright? _playwright;
    IBrowser? _browser;
    OpenCases? _cases;
    WebApplication? _app;

    public string Url { get; private set; } = "";

    public IBrowser Browser => _browser!;

    public async ValueTask InitializeAsync()
    {
        var chromium = Chromiums.FirstOrDefault(File.Exists);
        if (chromium is null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("There is no Chromium.");
            Assert.Skip("There is no Chromium on this machine.");
        }
        var folder = new DataFolder(_folder);
        var cancel = TestContext.Current.CancellationToken;
        if (!File.Exists(folder.Cases))
            await DemoCommand.FillAsync(new Terminal(TextWriter.Null, TextWriter.Null, json: false), folder, cancel);
        _cases = await OpenCases.OpenAsync(folder, folder.Installation!.TimeProvider(), cancel);
        var users = await DemoUser.ReadAsync(folder, cancel);
        var command = new Command("serve");
        var genes = new ServedGenes.Asked(new(command), command.Parse([]));
        _app = await HomewardServer.BuildAsync(
            new()
            {
                Cases = _cases.Cases,
                Folder = Path.GetFullPath(_folder),
                Url = "http://127.0.0.1:0",
                ReadyUsers = users,
                Keys = folder.HolderKeys,
                Genes = genes.Open(
                    folder, _cases, users, new(new Terminal(TextWriter.Null, TextWriter.Null, json: false))),
            },
            cancel);
        await _app.StartAsync(cancel);
        Url = _app.Urls.Single();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        if (_cases is not null) await _cases.DisposeAsync();
        if (Kept is null && Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A window of its own, in which somebody of this role is signed in; null for nobody.</summary>
    public async Task<Window> OpenAsync(Look look, Role? role, bool withScript = true)
    {
        var window = await OpenAsync(look, Url, withScript);
        if (role is { } named) await window.SignInAsync(named);
        return window;
    }

    /// <summary>A window of its own on another server.</summary>
    public async Task<Window> OpenAsync(Look look, string url, bool withScript = true)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = url,
            ViewportSize = look.IsPhone ? new() { Width = 360, Height = 740 } : new() { Width = 1360, Height = 900 },
            IsMobile = look.IsPhone,
            HasTouch = look.IsPhone,
            ColorScheme = look.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = withScript,
        });
        await context.AddCookiesAsync([new() { Name = "homeward-language", Value = look.Tongue, Url = url }]);
        return new(context, await context.NewPageAsync(), url);
    }
}

[CollectionDefinition(nameof(Site))]
public sealed class SiteCollection : ICollectionFixture<Site>;
