using System.Diagnostics;
using System.Runtime.CompilerServices;
using Homeward.Cli.Commands.Demonstration.Nation;
using Homeward.Cli.Commands.Studies;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;

namespace Homeward.Tests.Storage.Killed;

/// <summary>A nation of a hundredth, made by this assembly started once more, until it is killed.</summary>
static class NationProcess
{
    const string Variable = "HOMEWARD_TEST_NATION_IN";
    const int FamiliesOfJuly = 200;
    const ulong Seed = 7;

    /// <summary>Two quarters in 31 provinces, and one part of families.</summary>
    public static NationPlan Plan { get; } =
        new(Cases: 390, Rings: 49, Children: 145, Women: 248, Families: 60, Seed) { Quarters = 2 };

    public static Process Start(string folder)
    {
        // The runner itself waits for a debugger that never comes, as in WritingProcess.
        var start = new ProcessStartInfo(Environment.ProcessPath!, "-waitForDebugger")
        {
            RedirectStandardOutput = true,
            Environment = { [Variable] = folder },
        };
        return Process.Start(start)!;
    }

    /// <summary>Makes it to the end, here.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string folder, CancellationToken cancel)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await DemoCommand.RunAsync(
            new Terminal(output, error, json: true), new DataFolder(folder), DemoCommand.Plan(FamiliesOfJuly, Seed),
            (Plan, WithLater: false), cancel);
        return (exitCode, output.ToString(), error.ToString());
    }

    [ModuleInitializer]
    internal static void MakeIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } folder) return;
        new Thread(() => RunAsync(folder, CancellationToken.None).GetAwaiter().GetResult()) { IsBackground = true }
            .Start();
    }
}
