using System.CommandLine;
using Homeward.Cases.Notices;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Cli.Printing;
using Spectre.Console;

namespace Homeward.Cli.Commands.Notices;

/// <summary><c>homeward label</c>: a label for a tube. It needs no installation, and names nobody.</summary>
static class LabelCommand
{
    public const string Examples = "homeward label S-2011-0042 --taken 2011-07-27 --out label.html";
    const int MostCharacters = 40;

    /// <param name="File">What was written.</param>
    sealed record Answer(string File);

    public static Command Create()
    {
        var sample = new Argument<string>("SAMPLE") { Description = "The sample's number: letters, digits, hyphens" };
        var taken = DayOption.Of("--taken", "The day on which it was taken");
        taken.Required = true;
        var language = PageLanguage.Option();
        var file = PageLanguage.File();
        var command = new Command("label", "Write a label with a QR code for a sample's tube")
        {
            sample, taken, file, language, CommonOptions.Json(),
        };
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var (number, path) = (parse.GetValue(sample)!, parse.GetValue(file)!);
            if (number.Length is 0 or > MostCharacters
                || !number.All(it => char.IsAsciiLetterOrDigit(it) || it == '-'))
                return terminal.Refuse("SAMPLE", "is no number of letters, digits and hyphens, of 40 at most");
            if (File.Exists(path)) return terminal.Refuse(path, "exists, and is left as it is");
            var page = NoticePage.Label(
                number, parse.GetValue(taken)!.Value, QrSquare.Svg(number), parse.GetValue(language));
            await File.WriteAllTextAsync(path, page, cancel);
            return terminal.Answer(new Answer(path), console => console.WriteLine($"Wrote {path}."));
        });
        return command;
    }
}
