using Homeward.Cli.Output;
using Homeward.Genetics.Primitives;

namespace Homeward.Cli.Inputs;

/// <summary>Collects what is wrong with the files and options of a command, to tell it all at once.</summary>
sealed class Refusals(Terminal terminal)
{
    readonly List<(string File, Problems Problems)> _refused = [];

    public bool Any => _refused.Count > 0;

    /// <summary>The value, with its warnings printed; null when it was refused.</summary>
    /// <param name="source">The file or the option.</param>
    /// <param name="parsed">What became of it.</param>
    public T? Take<T>(string source, Parsed<T> parsed)
        where T : class
    {
        terminal.Warn(source, parsed.Warnings);
        if (!parsed.IsValid) _refused.Add((source, parsed.Problems));
        return parsed.Value;
    }

    public void Add(string source, string place, string what)
    {
        var problems = new Problems();
        problems.Add(place, what);
        _refused.Add((source, problems));
    }

    public void Warn(string source, string what)
    {
        var warnings = new Problems();
        warnings.Add("", what);
        terminal.Warn(source, warnings);
    }

    public int Refuse() => terminal.Refuse(_refused);
}
