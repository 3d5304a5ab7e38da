using System.Diagnostics;

namespace Homeward.Tests.Cli;

/// <summary>What a program that was started as a process said; for what only a process of its own can show.</summary>
sealed record ProcessOfItsOwn(int ExitCode, string Output, string Error)
{
    /// <param name="program">A program that lies beside the tests, without its ending.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="variable">An environment variable that it sees beside those of the tests.</param>
    public static async Task<ProcessOfItsOwn> Run(
        string program, IEnumerable<string> args, (string Name, string Value) variable)
    {
        var cancel = TestContext.Current.CancellationToken;
        var name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, name), args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [variable.Name] = variable.Value },
        };
        using var run = Process.Start(start)!;
        var (output, error) = (run.StandardOutput.ReadToEndAsync(cancel), run.StandardError.ReadToEndAsync(cancel));
        await run.WaitForExitAsync(cancel);
        return new(run.ExitCode, await output, await error);
    }

    /// <summary>The program with these arguments, killed after some time.</summary>
    /// <returns>True when it was still running then.</returns>
    public static async Task<bool> RunAndKill(string[] args, int delayMs)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "homeward.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(delayMs);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill();                                      // SIGKILL: nothing is tidied up
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return true;
        }
    }
}
