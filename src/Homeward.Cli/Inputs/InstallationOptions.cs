using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cli.Output;
using Homeward.Storage.Installations;

namespace Homeward.Cli.Inputs;

/// <summary>The options of every command that works on cases: which installation, and as whom.</summary>
sealed class InstallationOptions
{
    readonly Option<string> _data = DataFolder.Option();
    readonly Option<string?> _actor = new("--as")
    {
        Description = "Which of the installation's operators acts; without it the first one",
        HelpName = "NAME",
    };

    public InstallationOptions(Command command)
    {
        command.Add(_data);
        command.Add(_actor);
        command.Add(CommonOptions.Json());
    }

    public DataFolder Folder(ParseResult parse) => new(parse.GetValue(_data)!);

    /// <summary>Null, and why, when there is none, when it is not as this version makes it, or when it knows no such
    /// operator.</summary>
    public async Task<OpenInstallation?> OpenAsync(
        ParseResult parse, Purpose purpose, Refusals refusals, CancellationToken cancel)
    {
        var folder = Folder(parse);
        if (folder.Installation is not { } file || !folder.HasCases)
        {
            refusals.Add(
                folder.Path, "", "holds no installation; begin with `homeward init`, or try `homeward demo`");
            return null;
        }
        if (file.Operators.Count == 0)
        {
            refusals.Add(folder.Path, "", "was set up in its pages: nobody may act in it by the command line");
            return null;
        }
        var name = parse.GetValue(_actor);
        if ((name is null ? file.Operators[0] : file.Operators.FirstOrDefault(it => it.Name == name)) is not { } actor)
        {
            refusals.Add("--as", "", "is none of " + string.Join(", ", file.Operators.Select(it => it.Name)));
            return null;
        }
        if (await OpenCases.OpenAsync(folder, file.TimeProvider(), refusals, cancel) is not { } open) return null;
        var session = open.Cases.For(new(new(actor.User), new(actor.Agency)), purpose);
        var installation = await new InstallationStore(session).FindAsync(cancel);
        if (installation is null || OpenInstallation.ProfileOf(installation) is not { } profile)
        {
            await open.DisposeAsync();
            refusals.Add(folder.Path, "", "was never settled, or with a jurisdiction profile that is not shipped");
            return null;
        }
        return new(open, session, installation, profile);
    }
}
