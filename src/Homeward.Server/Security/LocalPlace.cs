namespace Homeward.Server.Security;

/// <summary>A place of this application; anything else becomes the first page, so that nobody is sent elsewhere by a
/// link that looks like ours.</summary>
static class LocalPlace
{
    public static string Of(string? to) =>
        to is ['/', ..] && to is not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) ? to : "/";
}
