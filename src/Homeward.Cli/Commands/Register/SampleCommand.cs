using System.CommandLine;

namespace Homeward.Cli.Commands.Register;

/// <summary><c>homeward sample</c>: consents, tubes and the hands they go through.</summary>
static class SampleCommand
{
    public const string Examples =
        "homeward sample consent --person <id> --basis law --document \"Order 12\" --as officer\n"
        + "homeward sample consent --person <id> --basis donor --given-by <id> --document \"Form 7\" --as officer\n"
        + "homeward sample take --consent <id> --person <id> --role rescued --label C17 --seal 004711 --as officer\n"
        + "homeward sample receive C17 C18 --as analyst\n"
        + "homeward sample receive C19 --seal-broken --as analyst\n"
        + "homeward sample list --as analyst\n"
        + "homeward sample show C17 --as analyst\n"
        + "homeward sample withdraw <consent> --yes --as officer";

    public static Command Create() =>
        new("sample", "Record consents and samples, take them over, list them: docs/guide/samples.md")
        {
            ConsentCommand.Create(), TakeCommand.Create(), ReceiveCommand.Create(), ListCommand.Create(),
            ShowCommand.Create(), WithdrawCommand.Create(),
        };
}
