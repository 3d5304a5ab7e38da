using Homeward.Genetics.Primitives;

namespace Homeward.Cli.Inputs;

/// <summary>Opens the files that a person has named.</summary>
static class InputFile
{
    /// <summary>Reads one file; that it is not there is a problem of the input like any other.</summary>
    public static Parsed<T> Read<T>(string path, Func<FileStream, Parsed<T>> read)
        where T : class
    {
        if (WhyUnreadable(path) is { } reason)
        {
            var problems = new Problems();
            problems.Add("", reason);
            return problems;
        }
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return read(stream);
    }

    /// <summary>Why this file cannot be read; null when it can.</summary>
    public static string? WhyUnreadable(string path)
    {
        if (Directory.Exists(path)) return "is a folder; give the files in it";
        if (!File.Exists(path)) return "there is no such file";
        try
        {
            using var stream = File.OpenRead(path);
            return stream.CanSeek ? null : "is no ordinary file, such as a pipe; write it to a file first";
        }
        catch (UnauthorizedAccessException)
        {
            return "may not be read: permission is denied";
        }
    }
}
