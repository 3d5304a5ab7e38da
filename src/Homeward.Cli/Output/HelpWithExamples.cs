using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Homeward.Cli.Output;

/// <summary>The library's help, followed by examples that can be typed as they stand.</summary>
sealed class HelpWithExamples(HelpAction help, IReadOnlyDictionary<Command, string> examples)
    : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var lines = ExamplesOf(parseResult.CommandResult);
        if (lines.Length == 0) return result;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in lines) output.WriteLine("  " + line);
        output.WriteLine();
        return result;
    }

    /// <summary>A command's own; of a command within another those of the other's that begin with it.</summary>
    string[] ExamplesOf(CommandResult result)
    {
        if (examples.TryGetValue(result.Command, out var own)) return own.Split('\n');
        var path = ArgumentFaults.PathOf(result);
        return result.Parent is CommandResult parent && examples.TryGetValue(parent.Command, out var all)
            ? [.. all.Split('\n').Where(it => it.StartsWith(path, StringComparison.Ordinal))]
            : [];
    }
}
