using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Homeward.Cli.Output;

/// <summary>The library's help, followed by examples that can be typed as they stand.</summary>
sealed class HelpWithExamples(HelpAction help, IReadOnlyDictionary<Command, string> examples)
    : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        if (!examples.TryGetValue(parseResult.CommandResult.Command, out var text)) return result;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in text.Split('\n')) output.WriteLine("  " + line);
        output.WriteLine();
        return result;
    }
}
