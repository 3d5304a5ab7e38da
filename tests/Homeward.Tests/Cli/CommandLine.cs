using System.Text.Json;
using Homeward.Cli;

namespace Homeward.Tests.Cli;

/// <summary>Runs <c>homeward</c> inside the test process and keeps what it said.</summary>
sealed record CommandLine(int ExitCode, string Output, string Error)
{
    public static async Task<CommandLine> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await Program.Run(args, output, error);
        return new(exitCode, output.ToString(), error.ToString());
    }

    public JsonElement Json() => JsonDocument.Parse(Output).RootElement;
}
