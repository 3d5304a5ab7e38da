using System.CommandLine;
using Homeward.Cases.Notices;

namespace Homeward.Cli.Commands.Notices;

/// <summary>The option that chooses the language of a printed page.</summary>
static class PageLanguage
{
    public static Option<NoticeLanguage> Option() => new("--language")
    {
        Description = "Of the page",
        DefaultValueFactory = _ => NoticeLanguage.English,
    };

    public static Option<string> File() => new("--out")
    {
        Description = "New file for the page, to be printed from a browser",
        HelpName = "FILE",
        Required = true,
    };
}
