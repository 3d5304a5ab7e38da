using System.CommandLine;
using Homeward.Cases.Access;
using Homeward.Cli.Inputs;

namespace Homeward.Cli.Commands.Genes;

/// <summary>In whose name a command works on cases: what the grants of that user allow.</summary>
sealed class ActingOptions
{
    readonly Option<Guid?> _user;
    readonly Option<Guid?> _agency;

    public ActingOptions(Command command, bool isRequired)
    {
        _user = new("--user")
        {
            Description = "The analyst in whose name it is done",
            HelpName = "ID",
            Required = isRequired,
        };
        _agency = new("--agency") { Description = "The analyst's laboratory", HelpName = "ID", Required = isRequired };
        command.Add(_user);
        command.Add(_agency);
    }

    /// <summary>Null when nobody was named.</summary>
    public Actor? Read(ParseResult parse, Refusals refusals)
    {
        var (user, agency) = (parse.GetValue(_user), parse.GetValue(_agency));
        if (user is { } one && agency is { } other) return new(new(one), new(other));
        if (user is not null || agency is not null) refusals.Add("--user", "", "needs --agency, and the other way round");
        return null;
    }
}
