using System.CommandLine;
using Homeward.Cases.Installations;
using Homeward.Cli.Commands.Demonstration;
using Homeward.Cli.Commands.Studies;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Server;
using Homeward.Server.Accounts;
using Homeward.Storage.Installations;
using Microsoft.Extensions.Hosting;

namespace Homeward.Cli.Commands.Serve;

/// <summary><c>homeward serve</c>: the pages of an installation.</summary>
static class ServeCommand
{
    public const string Examples = "homeward serve --demo\nhomeward serve --demo --data my-demo --port 8080";

    public static Command Create()
    {
        var folder = DataFolder.Option();
        var port = new Option<int>("--port")
        {
            Description = "Port on this machine; 0 takes any free one",
            DefaultValueFactory = _ => 5080,
        };
        var demo = new Option<bool>("--demo")
        {
            Description = "The demonstration, filled first where the folder is empty: everybody is made up, nobody "
                + "needs a password, and only this machine is answered",
        };
        var command = new Command("serve", "Serve the pages of an installation in a browser") { folder, demo, port };
        command.SetAction((parse, cancel) => RunAsync(
            Terminal.Of(parse), new(parse.GetValue(folder)!), parse.GetValue(port), parse.GetValue(demo), cancel));
        return command;
    }

    static async Task<int> RunAsync(
        Terminal terminal, DataFolder folder, int port, bool demo, CancellationToken cancel)
    {
        if (port is < 0 or > 65_535) return terminal.Refuse("", "--port: must be from 0 to 65535");
        if (!demo)
            return terminal.Refuse("", "only the demonstration can be served yet: homeward serve --demo");
        if (!File.Exists(folder.Cases)) await DemoCommand.FillAsync(terminal, folder, cancel);
        var users = await DemoUser.ReadAsync(folder, cancel);
        if (users.Count == 0
            || await InstallationStore.KindAsync(folder.CaseLocation, cancel) is not InstallationKind.Demonstration)
            return terminal.Refuse(
                folder.Path, "holds no demonstration with users for its pages; give another folder");
        await ServeAsync(terminal, folder, port, users, cancel);
        return ExitCode.Done;
    }

    static async Task ServeAsync(
        Terminal terminal, DataFolder folder, int port, IReadOnlyList<ReadyUser> users, CancellationToken cancel)
    {
        // The clock of the command line: what was recorded at an earlier visit is never in the future.
        var clock = folder.Installation?.TimeProvider() ?? TimeProvider.System;
        await using var open = await OpenCases.OpenAsync(folder, clock, cancel);
        await using var app = await HomewardServer.BuildAsync(
            new()
            {
                Cases = open.Cases,
                Folder = Path.GetFullPath(folder.Path),
                Url = $"http://localhost:{port}",
                ReadyUsers = users,
            },
            cancel);
        await app.StartAsync(cancel);
        terminal.Say($"Homeward answers at {string.Join(" ", app.Urls)} and stops with Ctrl+C.");
        await app.WaitForShutdownAsync(cancel);
    }
}
