using System.CommandLine;
using System.CommandLine.Parsing;
using Homeward.Genetics.Primitives;

namespace Homeward.Cli.Output;

/// <summary>What is wrong with a command line, in words that say what to do.</summary>
static class ArgumentFaults
{
    public static Problems Of(ParseResult parsed)
    {
        var problems = new Problems();
        foreach (var token in Unknown(parsed)) problems.Add("", token);
        foreach (var fault in parsed.Errors)
            if (InWords(parsed, fault) is { } words) problems.Add("", words);
        return problems;
    }

    /// <summary><c>homeward index build</c></summary>
    public static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "homeward";

    /// <summary>Words that are no command, option or argument; what follows an unknown option is its value.</summary>
    static IEnumerable<string> Unknown(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var isValue = false;
        foreach (var token in parsed.UnmatchedTokens)
        {
            var isOption = token.StartsWith('-');
            if (isOption)
                yield return $"there is no option {token}"
                    + NearestName.Hint(token, command.Options.Select(it => it.Name));
            else if (command.Subcommands.Count > 0)
                yield return $"there is no command {token}"
                    + NearestName.Hint(token, command.Subcommands.Select(it => it.Name));
            else if (!isValue) yield return $"{token} is one argument too many";
            isValue = isOption;
            if (command.Subcommands.Count > 0) yield break;
        }
    }

    static string? InWords(ParseResult parsed, ParseError fault)
    {
        if (parsed.UnmatchedTokens.Count > 0 && fault.SymbolResult is CommandResult) return null;
        if (fault.SymbolResult is not OptionResult { Option: var option } || !fault.Message.Contains("System."))
            return fault.Message;
        var type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        return type == typeof(int) || type == typeof(long) ? $"{option.Name}: must be a whole number"
            : type == typeof(double) ? $"{option.Name}: must be a number, as 0.01 or 1e-6"
            : fault.Message;
    }
}
