using Homeward.Tests.Cli;

namespace Homeward.Tests.Search.Kernels;

/// <summary>Runs the scan's tests once more in a process that the runtime lets see a smaller processor.</summary>
public sealed class LesserProcessorTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    public async Task The_scan_keeps_its_promises_without_the_wider_vectors(string variable)
    {
        string[] classes = [typeof(ScanTests).FullName!, typeof(ScanKernelsTests).FullName!];
        var run = await ProcessOfItsOwn.Run(
            "Homeward.Tests", classes.SelectMany(it => (string[])["-class", it]), (variable, "0"));
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.DoesNotContain("Total: 0,", run.Output, StringComparison.Ordinal);
    }
}
