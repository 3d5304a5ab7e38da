namespace Homeward.Cli.Output;

static class ExitCode
{
    public const int Done = 0;
    /// <summary>Homeward itself is at fault.</summary>
    public const int Failed = 1;
    /// <summary>The arguments or the files are at fault, or what was asked is not allowed.</summary>
    public const int Refused = 2;
    /// <summary>Done, and somebody should see to what was found.</summary>
    public const int Attention = 3;
    /// <summary>Ctrl-C, as shells count it.</summary>
    public const int Stopped = 130;
}
