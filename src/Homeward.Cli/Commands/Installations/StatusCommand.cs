using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cli.Commands.Genes;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Server.Genes;
using Homeward.Storage.Situations;

namespace Homeward.Cli.Commands.Installations;

/// <summary><c>homeward status</c>: what somebody should see to now.</summary>
static class StatusCommand
{
    public const string Examples =
        "homeward status\nhomeward status --data homeward-data --json\nhomeward status || echo somebody is needed";

    public static Command Create()
    {
        var command = new Command(
            "status", "Say what is overdue, unsettled and unsearched; exit code 3 when there is any of it");
        var options = new InstallationOptions(command);
        command.SetAction((parse, cancel) => Run(parse, options, cancel));
        return command;
    }

    static async Task<int> Run(ParseResult parse, InstallationOptions options, CancellationToken cancel)
    {
        var terminal = Terminal.Of(parse);
        var refusals = new Refusals(terminal);
        var folder = options.Folder(parse);
        await using var installation = await options.OpenAsync(parse, Purpose.Oversight, refusals, cancel);
        if (installation is null) return refusals.Refuse();
        var situation = await new SituationStore(installation.Session).NowAsync(installation.Profile, cancel);
        await using var genes = File.Exists(folder.Genes) ? OpenGenes.Of(folder, refusals) : null;
        if (refusals.Any) return refusals.Refuse();
        var answer = StatusAnswer.Of(
            installation, situation, StatusAnswer.GenesOf(genes),
            StatusAnswer.ServedSearch.Of(SearchStateFile.Read(folder.Path)));
        terminal.Answer(answer, console => StatusDrawing.Draw(console, answer));
        return answer.NeedsAttention ? ExitCode.Attention : ExitCode.Done;
    }
}
