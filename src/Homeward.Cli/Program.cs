using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Homeward.Cli.Output;
using Homeward.Genetics.Likelihood;
using Homeward.Storage;
using Homeward.Storage.Access;

namespace Homeward.Cli;

/// <summary>The process edge: turns what happened into a message and an exit code.</summary>
static class Program
{
    static Task<int> Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Run(args, Console.Out, Console.Error);
    }

    internal static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var terminal = new Terminal(output, error, args.Contains("--json"));
        var parsed = RootOfCommands.Create().Parse(AskedFor(args));
        if (parsed.Action is ParseErrorAction) return RefuseArguments(terminal, parsed);
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await parsed.InvokeAsync(invocation);
        }
        catch (OperationCanceledException)
        {
            terminal.Say("Stopped; nothing that was unfinished has been kept.");
            return ExitCode.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return terminal.Refuse("", e.Message);
        }
        catch (Exception e) when (e is AccessRefusedException or OtherVersionException or ChangedSchemaException)
        {
            return terminal.Refuse("", e.Message);
        }
        catch (Exception e) when (CauseOf(e) is LikelihoodTooLargeException tooLarge)
        {
            return terminal.Refuse("", tooLarge.Message);
        }
        catch (Exception e)
        {
            // The message of an unforeseen exception may quote genotypes; its type and place cannot.
            var cause = CauseOf(e);
            terminal.Say($"Homeward itself failed ({cause.GetType().Name}): a defect; please report these lines.");
            terminal.Say(cause.StackTrace ?? "");
            return ExitCode.Failed;
        }
    }

    /// <summary>A bare <c>homeward</c>, and <c>homeward help search</c>, ask for help.</summary>
    static string[] AskedFor(string[] args) => args switch
    {
        [] => ["--help"],
        ["help", .. var rest] => [.. rest, "--help"],
        _ => args,
    };

    /// <summary>What went wrong first, when several threads failed together.</summary>
    static Exception CauseOf(Exception e) =>
        (e is AggregateException several ? several.Flatten().InnerExceptions[0] : e).GetBaseException();

    static int RefuseArguments(Terminal terminal, ParseResult parsed)
    {
        var refused = terminal.Refuse("", ArgumentFaults.Of(parsed));
        terminal.Say($"Run `{ArgumentFaults.PathOf(parsed.CommandResult)} --help` to see what it takes.");
        return refused;
    }
}
