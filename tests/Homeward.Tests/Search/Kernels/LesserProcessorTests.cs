using System.Diagnostics;

namespace Homeward.Tests.Search.Kernels;

/// <summary>Runs the scan's tests once more in a process that the runtime lets see a smaller processor.</summary>
public sealed class LesserProcessorTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    public async Task The_scan_keeps_its_promises_without_the_wider_vectors(string variable)
    {
        var name = OperatingSystem.IsWindows() ? "Homeward.Tests.exe" : "Homeward.Tests";
        var tests = Path.Combine(AppContext.BaseDirectory, name);
        string[] classes = [typeof(ScanTests).FullName!, typeof(ScanKernelsTests).FullName!];
        var start = new ProcessStartInfo(tests, classes.SelectMany(it => (string[])["-class", it]))
        {
            RedirectStandardOutput = true,
            Environment = { [variable] = "0" },
        };
        using var run = Process.Start(start)!;
        var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, output);
        Assert.DoesNotContain("Total: 0,", output, StringComparison.Ordinal);
    }
}
