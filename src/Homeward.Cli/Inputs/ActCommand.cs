using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cli.Output;
using Homeward.Genetics.Primitives;
using Spectre.Console;

namespace Homeward.Cli.Inputs;

/// <summary>A command that does one act on cases in an operator's name, or reads them once.</summary>
static class ActCommand
{
    /// <summary>The act is done or refused, with why.</summary>
    /// <param name="command">With its own options and arguments.</param>
    /// <param name="purpose">As the log says it.</param>
    /// <param name="act">What is done.</param>
    /// <param name="answer">What is told of it.</param>
    /// <param name="say">The same for people.</param>
    public static Command Acting<T, TAnswer>(
        this Command command,
        Purpose purpose,
        Func<OpenInstallation, ParseResult, CancellationToken, Task<Outcome<T>>> act,
        Func<T, TAnswer> answer,
        Func<TAnswer, string> say)
        where T : class
        where TAnswer : notnull
    {
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, purpose, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var done = await act(open, parse, cancel);
            if (!done.IsAllowed) return terminal.Refuse(command.Name, done.Refusal.Reason);
            var told = answer(done.Value);
            return terminal.Answer(told, console => console.WriteLine(say(told)));
        });
        return command;
    }

    /// <summary>What is read is told.</summary>
    public static Command Reading<TAnswer>(
        this Command command,
        Purpose purpose,
        Func<OpenInstallation, ParseResult, CancellationToken, Task<TAnswer>> read,
        Action<IAnsiConsole, TAnswer> draw)
        where TAnswer : notnull
    {
        var options = new InstallationOptions(command);
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, purpose, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var answer = await read(open, parse, cancel);
            return terminal.Answer(answer, console => draw(console, answer));
        });
        return command;
    }
}
