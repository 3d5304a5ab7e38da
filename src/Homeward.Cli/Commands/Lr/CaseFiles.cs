using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Exchange.LrCases;

namespace Homeward.Cli.Commands.Lr;

/// <summary>Takes a JSON file from the disk whole; a case is small, so a large file is a mistake.</summary>
static class CaseFiles
{
    /// <summary>The bytes; null when the file was refused and the person told why.</summary>
    public static async Task<byte[]?> Read(Terminal terminal, string path, CancellationToken cancel)
    {
        var file = new FileInfo(path);
        if (InputFile.WhyUnreadable(path) is { } reason)
        {
            terminal.Refuse(path, reason);
            return null;
        }
        if (file.Length == 0)
        {
            terminal.Refuse(path, "the file is empty");
            return null;
        }
        if (FileKinds.At(path) is not (FileKind.Cases or null))
        {
            terminal.Refuse(path, "does not begin as JSON does, with { or [; `homeward check` says what it holds");
            return null;
        }
        if (file.Length > LrCaseFile.LargestBytes)
        {
            terminal.Refuse(path, $"has {file.Length:N0} bytes; at most {LrCaseFile.LargestBytes:N0} are read");
            return null;
        }
        return await File.ReadAllBytesAsync(path, cancel);
    }
}
