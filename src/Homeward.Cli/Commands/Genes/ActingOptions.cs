using System.CommandLine;
using Homeward.Cases.Access;
using Homeward.Cli.Inputs;

namespace Homeward.Cli.Commands.Genes;

/// <summary>In whose name a command works on cases: what the grants of that operator allow.</summary>
sealed class ActingOptions
{
    readonly Option<string?> _actor;

    public ActingOptions(Command command, bool isRequired)
    {
        _actor = new("--as")
        {
            Description = "Which of the installation's operators acts: an analyst of a laboratory",
            HelpName = "NAME",
            Required = isRequired,
        };
        command.Add(_actor);
    }

    /// <summary>Null when nobody was named, or when the installation knows no such operator.</summary>
    public Actor? Read(ParseResult parse, DataFolder folder, Refusals refusals)
    {
        if (parse.GetValue(_actor) is not { } name) return null;
        if (folder.Installation?.Operators.FirstOrDefault(it => it.Name == name) is { } found)
            return new(new(found.User), new(found.Agency));
        refusals.Add("--as", "", "is no operator of the installation");
        return null;
    }
}
