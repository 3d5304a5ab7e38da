using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Exchange.Profiles;
using Homeward.Genetics.Profiles;
using Homeward.Search.Direct;

namespace Homeward.Cli.Commands.Samples;

/// <summary>What <c>duplicates</c> takes, and the input that it makes of it.</summary>
sealed class DuplicatesOptions
{
    readonly Argument<string[]> _files = new("FILES")
    {
        Description = "Profiles in any format; a name may be in several files and is then taken for one person's",
        Arity = ArgumentArity.OneOrMore,
    };
    readonly Option<int> _differences = new("--differences")
    {
        Description = "Markers at which two samples of one person may differ, 0 to 8; one of them by a mistyped "
            + "allele, the others by drop-out",
        DefaultValueFactory = _ => 3,
    };
    readonly Option<int> _leastMarkers = new("--least-markers")
    {
        Description = "Markers that must be typed in both, more than --differences",
        DefaultValueFactory = _ => 10,
    };
    readonly Option<double> _dropOut = new("--drop-out")
    {
        Description = "For the LR: probability that one copy of an allele was not seen, 0 to 0.5",
        DefaultValueFactory = _ => 0.01,
    };
    readonly Option<double> _mistyping = new("--mistyping")
    {
        Description = "For the LR: probability that a marker was misread, 0 to 0.1",
        DefaultValueFactory = _ => 0.001,
    };
    readonly AssumptionOptions _assumptions;

    public DuplicatesOptions(Command command)
    {
        command.Add(_files);
        foreach (var option in (Option[])[_differences, _leastMarkers, _dropOut, _mistyping]) command.Add(option);
        _assumptions = new(command, defaultPopulation: "china-han");
        command.Add(CommonOptions.Json());
    }

    /// <summary>The input; null when an option or a file was refused.</summary>
    public DuplicatesInput? Read(ParseResult parse, Refusals refusals)
    {
        var assumptions = _assumptions.Read(parse, refusals);
        var tolerance = new MatchTolerance(parse.GetValue(_leastMarkers), parse.GetValue(_differences));
        var (dropOut, mistyping) = (parse.GetValue(_dropOut), parse.GetValue(_mistyping));
        if (tolerance.MostDifferences is not (>= 0 and <= 8)) refusals.Add("--differences", "", "must be from 0 to 8");
        if (tolerance.LeastMarkers <= tolerance.MostDifferences)
            refusals.Add("--least-markers", "", "must be more than --differences");
        if (dropOut is not (>= 0 and <= 0.5)) refusals.Add("--drop-out", "", "must be from 0 to 0.5");
        if (mistyping is not (>= 0 and <= 0.1)) refusals.Add("--mistyping", "", "must be from 0 to 0.1");
        var samples = new List<SampleOfFile>();
        foreach (var path in parse.GetValue(_files)!)
            samples.AddRange((refusals.Take(path, InputFile.Read(path, stream => ProfileFile.Read(stream, path)))
                ?.Profiles ?? []).Select(it => new SampleOfFile(path, it)));
        if (assumptions is null || refusals.Any) return null;
        string[] markers =
        [
            .. assumptions.Markers.Where(it => !assumptions.Populations[0].IsX(it)).Take(SampleColumns.MostMarkers),
        ];
        return new(assumptions, samples, markers, tolerance, dropOut, mistyping);
    }
}

/// <summary>A sample and the file that it was in.</summary>
sealed record SampleOfFile(string File, Profile Profile);

/// <summary>Everything that <c>duplicates</c> needs, read and checked.</summary>
/// <param name="Assumptions">Once for each population.</param>
/// <param name="Samples">In the order of the files.</param>
/// <param name="Markers">Autosomal markers of all populations.</param>
/// <param name="Tolerance">What still counts as one person.</param>
/// <param name="DropOut">For the LR.</param>
/// <param name="Mistyping">For the LR.</param>
sealed record DuplicatesInput(
    Assumptions Assumptions,
    IReadOnlyList<SampleOfFile> Samples,
    IReadOnlyList<string> Markers,
    MatchTolerance Tolerance,
    double DropOut,
    double Mistyping);
