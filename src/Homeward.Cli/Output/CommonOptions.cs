using System.CommandLine;

namespace Homeward.Cli.Output;

static class CommonOptions
{
    public static Option<bool> Json() => new("--json")
    {
        Description = "Print JSON and nothing else on standard output; schema in docs/guide/command-line.md",
    };

    public static Argument<string?> OptionalName(string what) => new("NAME")
    {
        Description = $"The {what} to describe; without it all are listed",
        Arity = ArgumentArity.ZeroOrOne,
    };
}
