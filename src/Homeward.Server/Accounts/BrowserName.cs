namespace Homeward.Server.Accounts;

/// <summary>A browser in two words, so that somebody knows his own again. What it says of itself is not kept.</summary>
static class BrowserName
{
    /// <summary>In this order: nearly all say Safari, most say Chrome.</summary>
    static readonly (string Said, string Name)[] Browsers =
    [
        ("MicroMessenger", "WeChat"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    static readonly (string Said, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Empty when it is none that is known.</summary>
    public static string Of(string? said) => string.Join(
        " · ", new[] { Named(said, Browsers), Named(said, Systems) }.Where(it => it.Length > 0));

    static string Named(string? said, (string Said, string Name)[] known) =>
        known.FirstOrDefault(it => said?.Contains(it.Said, StringComparison.Ordinal) == true).Name ?? "";
}
