using System.CommandLine;
using System.Data.Common;
using Homeward.Cases.Audit;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Audit;

namespace Homeward.Cli.Commands.Audit;

/// <summary>Says whether the log is whole. Changes nothing, and so leaves no entry in it.</summary>
static class VerifyCommand
{
    public static Command Create()
    {
        var data = DataFolder.Option();
        var checkpoints = new Option<string[]>("--checkpoint")
        {
            Description = "A checkpoint that was kept elsewhere; may be given several times",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        var command = new Command("verify", "Find and locate what was changed, removed, moved or cut off")
        {
            data, checkpoints, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) => Run(
            Terminal.Of(parse), new DataFolder(parse.GetValue(data)!), parse.GetValue(checkpoints)!, cancel));
        return command;
    }

    static async Task<int> Run(Terminal terminal, DataFolder folder, string[] files, CancellationToken cancel)
    {
        var refusals = new Refusals(terminal);
        if (!folder.HasAudit) refusals.Add(folder.Path, "", "holds no audit log (audit.db)");
        var signed = files.Select(file => refusals.Take(file, InputFile.Read(file, Read))).OfType<SignedCheckpoint>()
            .ToList();
        if (refusals.Any) return refusals.Refuse();
        try
        {
            IReadOnlyList<Checkpoint> held = [.. signed.Select(it => it.Checkpoint)];
            var report = folder.HasCases
                ? await AuditVerification.RunAsync(folder.AuditDatabase, folder.CaseLocation, held, cancel)
                : AuditVerification.Run(folder.AuditDatabase, held, cancel);
            var answer = AuditAnswer.Of(report, signed);
            terminal.Answer(answer, console => AuditDrawing.Draw(console, answer));
            return answer.Whole ? ExitCode.Done : ExitCode.Refused;
        }
        catch (DbException e)
        {
            return terminal.Refuse(
                folder.Path, "the log cannot be read, or not as the log of these cases: " + e.Message);
        }
    }

    static Parsed<SignedCheckpoint> Read(FileStream stream)
    {
        // One more than a checkpoint may have, so that a longer file is refused without being read.
        var bytes = new byte[(int)Math.Min(stream.Length, SignedCheckpoint.MostBytes + 1)];
        stream.ReadExactly(bytes);
        return SignedCheckpoint.Read(bytes);
    }
}
