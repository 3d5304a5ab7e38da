using System.CommandLine;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Audit;

namespace Homeward.Cli.Commands.Audit;

/// <summary>Signs the length and head of every chain, for somebody else to keep.</summary>
static class CheckpointCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "New file; to be kept where nobody who can reach the log can reach it",
        };
        var data = DataFolder.Option();
        var command = new Command("checkpoint", "Sign the log as it is now, to be kept elsewhere")
        {
            file, data, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) => Run(
            Terminal.Of(parse), new DataFolder(parse.GetValue(data)!), parse.GetValue(file)!, cancel));
        return command;
    }

    static async Task<int> Run(Terminal terminal, DataFolder folder, string path, CancellationToken cancel)
    {
        if (!folder.HasAudit) return terminal.Refuse(folder.Path, "holds no audit log (audit.db)");
        if (File.Exists(path)) return terminal.Refuse(path, "exists; a checkpoint is never replaced");
        var database = folder.AuditDatabase;
        await using (var log = AuditLog.Open(database, AuditNode.Alone, TimeProvider.System))
            await log.AppendAsync(Signing, cancel);
        using var key = CheckpointKey.OpenOrCreate(folder.CheckpointKey);
        var signed = SignedCheckpoint.Sign(AuditVerification.Checkpoint(database, TimeProvider.System), key);
        await using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
        await using (var writer = new StreamWriter(stream))
            await writer.WriteAsync(signed.ToText());
        var answer = CheckpointAnswer.Of(signed, held: true);
        return terminal.Answer(answer, console => AuditDrawing.Draw(console, path, answer));
    }

    /// <summary>The log says itself when it was signed; nobody is named, since it is the machine's operator who asks.
    /// </summary>
    static AuditRecord Signing { get; } = new()
    {
        Kind = AuditKind.Act,
        What = Permission.SignCheckpoint,
        Who = null,
        Agency = null,
        Purpose = Purpose.Oversight,
        Fields = FieldClasses.None,
    };
}
