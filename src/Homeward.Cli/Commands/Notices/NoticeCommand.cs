using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Notices;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Notices;
using Spectre.Console;

namespace Homeward.Cli.Commands.Notices;

/// <summary><c>homeward notice</c>: the temporary-care notice of a child, as a page to print.</summary>
static class NoticeCommand
{
    public const string Examples =
        "homeward notice \"SYNTHETIC notice C1\" --out notice.html --as caseworker\n"
        + "homeward notice \"SYNTHETIC notice C1\" --out notice.html --language chinese";

    /// <param name="File">What was written.</param>
    sealed record Answer(string File);

    public static Command Create()
    {
        var number = new Argument<string>("NUMBER") { Description = "Number of the notice, as the acceptance has it" };
        var language = PageLanguage.Option();
        var file = PageLanguage.File();
        var command = new Command("notice", "Write the notice of temporary care as a page to print")
        {
            number, file, language,
        };
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            var path = parse.GetValue(file)!;
            if (File.Exists(path)) return terminal.Refuse(path, "exists, and is left as it is");
            await using var open = await options.OpenAsync(parse, Purpose.Care, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var notices = await new NoticeStore(open.Session).OfAsync(
                parse.GetValue(number)!, open.Profile.Zone, cancel);
            if (notices is not [var notice])
                return terminal.Refuse(
                    "", notices.Count == 0 ? "there is no notice of this number for somebody rescued"
                        : "several people have this number; print each from its page");
            await File.WriteAllTextAsync(path, NoticePage.Of(notice, parse.GetValue(language)), cancel);
            return terminal.Answer(new Answer(path), console => console.WriteLine($"Wrote {path}."));
        });
        return command;
    }
}
