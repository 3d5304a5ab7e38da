using System.CommandLine;

namespace Homeward.Cli.Commands.Audit;

static class AuditCommand
{
    public const string Examples =
        "homeward audit checkpoint audit-2011-07-27.txt\n"
        + "homeward audit verify --checkpoint audit-2011-07-27.txt\n"
        + "homeward audit verify --data homeward-data --json";

    public static Command Create() =>
        new("audit", "Check the record of who read and did what: docs/guide/audit.md")
        {
            VerifyCommand.Create(), CheckpointCommand.Create(),
        };
}
