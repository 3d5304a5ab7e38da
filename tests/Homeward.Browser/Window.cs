using Deque.AxeCore.Playwright;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Microsoft.Playwright;

namespace Homeward.Browser;

/// <summary>A window that notes whatever is wrong with the pages shown in it.</summary>
public sealed class Window : IAsyncDisposable
{
    readonly IBrowserContext _context;

    public Window(IBrowserContext context, IPage page, string url)
    {
        (_context, Page) = (context, page);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(url, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Faults.Add("asks elsewhere: " + request.Url);
        };
        page.Console += (_, message) =>
        {
            // A page that says "nothing here" answers 404, which the browser itself puts down as an error.
            var isAnswer = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isAnswer) Faults.Add("console: " + message.Text);
        };
        page.PageError += (_, error) => Faults.Add("script: " + error);
    }

    public IPage Page { get; }

    public List<string> Faults { get; } = [];

    public Task SignInAsync(Role role) => SignInAsync($"button[data-role={role}]");

    public Task SignInAsync(UserId user) => SignInAsync($"button[value='{user.Value}']");

    async Task SignInAsync(string button)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator(button).ClickAsync();
        await Page.WaitForURLAsync(it => !it.Contains("sign-in", StringComparison.Ordinal));
    }

    /// <summary>What axe finds, and whether the page is wider than its window.</summary>
    public async Task ExamineAsync()
    {
        var found = await Page.RunAxe();
        foreach (var violation in found.Violations)
            foreach (var node in violation.Nodes)
                Faults.Add($"axe {violation.Id}: {node.Html}");
        var tooWide = await Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (tooWide > 0) Faults.Add($"is {tooWide} pixels too wide");
    }

    public async Task PictureAsync(string name)
    {
        Directory.CreateDirectory(Screens);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Screens, name + ".png"), FullPage = true });
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    static string Screens { get; } = Path.Combine(Root(AppContext.BaseDirectory), "artifacts", "screens");

    static string Root(string folder) => File.Exists(Path.Combine(folder, "Homeward.slnx"))
        ? folder : Root(Path.GetDirectoryName(folder)!);
}
