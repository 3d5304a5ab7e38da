using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Genetics.Primitives;
using Spectre.Console;

namespace Homeward.Cli.Output;

/// <summary>Where a command speaks: its answer to standard output, everything else to standard error.</summary>
sealed class Terminal(TextWriter output, TextWriter error, bool json)
{
    /// <summary>Columns of a table that goes to a file or a pipe, where nothing should be wrapped.</summary>
    const int WidthOfFile = 200;

    static readonly JsonSerializerOptions Style = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = null,
        WriteIndented = true,
        // An infinite LR is written "Infinity", as in the case files; names may be Chinese.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Terminal Of(ParseResult parse) =>
        new(parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, parse.GetValue<bool>("--json"));

    /// <summary>Standard output carries JSON and nothing else.</summary>
    public bool Json { get; } = json;

    public IAnsiConsole Out { get; } = ConsoleOn(output);
    public IAnsiConsole Error { get; } = ConsoleOn(error);

    public LongWork Work => new(Error);

    /// <summary>Prints the answer in the form asked for.</summary>
    public int Answer(object answer, Action<IAnsiConsole> draw)
    {
        if (Json) output.WriteLine(JsonSerializer.Serialize(answer, answer.GetType(), Style));
        else draw(Out);
        return ExitCode.Done;
    }

    /// <summary>An answer back from its JSON.</summary>
    public static T Read<T>(string answer) => JsonSerializer.Deserialize<T>(answer, Style)!;

    /// <summary>A plain line to standard error.</summary>
    public void Say(string line) => error.WriteLine(line);

    public int Refuse(string file, string what)
    {
        var problems = new Problems();
        problems.Add("", what);
        return Refuse(file, problems);
    }

    public int Refuse(string file, Problems problems) => Refuse([(file, problems)]);

    /// <summary>Prints every problem with its file and place; with <c>--json</c> also as the answer.</summary>
    public int Refuse(IReadOnlyList<(string File, Problems Problems)> refused)
    {
        foreach (var (file, problems) in refused) Print("", file, problems);
        if (Json)
        {
            var listed = refused.SelectMany(it => it.Problems.Select(p => new RefusedAt(it.File, p.Place, p.What)));
            var total = refused.Sum(it => it.Problems.Total);
            Answer(new Refusal([.. listed], total), _ => { });
        }
        return ExitCode.Refused;
    }

    public void Warn(string file, Problems warnings) => Print("warning: ", file, warnings);

    void Print(string prefix, string file, Problems problems)
    {
        var place = file.Length == 0 ? "" : file + ": ";
        foreach (var problem in problems) error.WriteLine(prefix + place + problem);
        var hidden = problems.Total - problems.Count;
        if (hidden > 0) error.WriteLine($"{prefix}{place}{hidden:N0} more not shown, {problems.Total:N0} in all");
    }

    static IAnsiConsole ConsoleOn(TextWriter writer)
    {
        var target = new AnsiConsoleOutput(writer);
        if (target.IsTerminal) return AnsiConsole.Create(new AnsiConsoleSettings { Out = target });
        var plain = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = target, Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = WidthOfFile;
        return plain;
    }

    sealed record Refusal(IReadOnlyList<RefusedAt> Problems, int Total);
    sealed record RefusedAt(string File, string Place, string What);
}
