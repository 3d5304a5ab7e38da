using System.CommandLine;
using Homeward.Cases.Installations;
using Homeward.Cli.Commands.Demonstration;
using Homeward.Cli.Commands.Installations;
using Homeward.Cli.Commands.Studies;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Server;
using Homeward.Server.Accounts;
using Homeward.Storage.Installations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Homeward.Cli.Commands.Serve;

/// <summary><c>homeward serve</c>: the pages of an installation.</summary>
static class ServeCommand
{
    public const string Examples =
        "homeward serve --demo\nhomeward serve\n"
        + "homeward serve --port 443 --host homeward.example --certificate cert.pem --certificate-key key.pem";

    public static Command Create()
    {
        var folder = DataFolder.Option();
        var demo = new Option<bool>("--demo")
        {
            Description = "The demonstration, filled first where the folder is empty: everybody is made up, nobody "
                + "needs a password, and only this machine is answered",
        };
        var command = new Command(
            "serve", "Serve the pages of an installation in a browser; an empty folder is made one, and set up there")
        {
            folder, demo,
        };
        var options = new ServeOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            var isDemonstration = parse.GetValue(demo);
            var data = new DataFolder(parse.GetValue(folder)!);
            return options.Read(parse, isDemonstration, refusals) is not { } place ? refusals.Refuse()
                : isDemonstration ? await ShowAsync(terminal, data, place, cancel)
                : await ServeAsync(terminal, data, place, cancel);
        });
        return command;
    }

    static async Task<int> ShowAsync(
        Terminal terminal, DataFolder folder, ServeOptions.Place place, CancellationToken cancel)
    {
        if (!File.Exists(folder.Cases)) await DemoCommand.FillAsync(terminal, folder, cancel);
        var users = await DemoUser.ReadAsync(folder, cancel);
        if (users.Count == 0
            || await InstallationStore.KindAsync(folder.CaseLocation, cancel) is not InstallationKind.Demonstration)
            return terminal.Refuse(
                folder.Path, "holds no demonstration with users for its pages; give another folder");
        // The clock of the command line: what was recorded at an earlier visit is never in the future.
        var clock = folder.Installation?.TimeProvider() ?? TimeProvider.System;
        await using var open = await OpenCases.OpenAsync(folder, clock, cancel);
        return await RunAsync(terminal, folder, open, place, users, cancel);
    }

    static async Task<int> ServeAsync(
        Terminal terminal, DataFolder folder, ServeOptions.Place place, CancellationToken cancel)
    {
        if (!folder.HasCases)
        {
            if (OutputFolder.Refusal(folder.Path, [], force: false) is { } refusal)
                return terminal.Refuse(folder.Path, refusal);
            await EmptyInstallation.MakeAsync(folder, TimeProvider.System, cancel);
        }
        if (await InstallationStore.KindAsync(folder.CaseLocation, cancel) is InstallationKind.Demonstration)
            return terminal.Refuse(folder.Path, "holds the demonstration; serve it with --demo");
        var refusals = new Refusals(terminal);
        await using var open = await OpenCases.OpenAsync(folder, TimeProvider.System, refusals, cancel);
        return open is null ? refusals.Refuse() : await RunAsync(terminal, folder, open, place, [], cancel);
    }

    static async Task<int> RunAsync(
        Terminal terminal, DataFolder folder, OpenCases open, ServeOptions.Place place, IReadOnlyList<ReadyUser> users,
        CancellationToken cancel)
    {
        var refusals = new Refusals(terminal);
        var genes = place.Genes.Open(folder, open, users, refusals);
        if (refusals.Any) return refusals.Refuse();
        await using var app = await HomewardServer.BuildAsync(
            new()
            {
                Cases = open.Cases,
                Folder = Path.GetFullPath(folder.Path),
                Url = place.Url,
                HostName = place.Host,
                Certificate = place.Certificate,
                IsBehindProxy = place.IsBehindProxy,
                KnownPasswords = place.KnownPasswords,
                Collector = place.Collector,
                ReadyUsers = users,
                Genes = genes,
                Keys = folder.HolderKeys,
            },
            cancel);
        await app.StartAsync(cancel);
        var address = ServeOptions.Place.Here(app.Urls.First());
        await SayLinksAsync(terminal, app, address, cancel);
        terminal.Say($"Homeward answers at {address} and stops with Ctrl+C.");
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.Done;
    }

    static async Task SayLinksAsync(
        Terminal terminal, WebApplication app, string address, CancellationToken cancel)
    {
        var links = await HomewardServer.FirstLinksAsync(app, cancel);
        if (links.Count == 0) return;
        terminal.Say(
            links[0].For is null
                ? "Nothing is set up yet. Open this link on this machine; it works once, for a day, and is shown once:"
                : "Nobody can sign in yet. Give each administrator his own link; it works once and is shown once:");
        foreach (var link in links)
            terminal.Say($"  {(link.For is null ? "" : link.For + ": ")}{address}{link.Place}");
    }
}
