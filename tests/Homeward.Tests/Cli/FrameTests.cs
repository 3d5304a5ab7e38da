namespace Homeward.Tests.Cli;

public sealed class FrameTests
{
    [Fact]
    public async Task Version_is_a_number_on_standard_output()
    {
        var run = await CommandLine.Run("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    [Fact]
    public async Task Help_ends_with_examples()
    {
        var run = await CommandLine.Run("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Examples:", run.Output);
    }

    [Fact]
    public async Task An_unknown_command_is_refused_with_exit_code_2_and_the_way_on()
    {
        var run = await CommandLine.Run("sarch");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("sarch", run.Error);
        Assert.Contains("--help", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task With_json_a_refusal_is_json_too()
    {
        var run = await CommandLine.Run("sarch", "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(run.Json().GetProperty("total").GetInt32(), run.Json().GetProperty("problems").GetArrayLength());
    }
}
