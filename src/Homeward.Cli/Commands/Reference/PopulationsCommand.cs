using System.CommandLine;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Exchange.Frequencies;
using Homeward.Genetics.Populations;
using Spectre.Console;

namespace Homeward.Cli.Commands.Reference;

static class PopulationsCommand
{
    public const string Examples =
        "homeward populations\nhomeward populations china-han\nhomeward populations my_table.csv\n"
        + "homeward populations --json";

    public static Command Create()
    {
        var name = CommonOptions.OptionalName("population, or the file of one,");
        var command = new Command("populations", "List the allele frequency tables of Homeward, or describe one")
        {
            name, CommonOptions.Json(),
        };
        command.SetAction(parse => Run(Terminal.Of(parse), parse.GetValue(name)));
        return command;
    }

    static int Run(Terminal terminal, string? name)
    {
        if (name is null)
        {
            var all = PopulationCatalogue.All.Select(Summary.Of).ToList();
            return terminal.Answer(all, console => DrawList(console, all));
        }
        if (PopulationCatalogue.Find(name) is { } population) return Describe(terminal, [population]);
        if (File.Exists(name)) return DescribeFile(terminal, name);
        var hint = NearestName.Hint(name, PopulationCatalogue.All.Select(it => it.Name));
        return terminal.Refuse(
            "", $"\"{name}\" is neither a population nor a file{hint}; `homeward populations` lists all");
    }

    static int DescribeFile(Terminal terminal, string path)
    {
        var refusals = new Refusals(terminal);
        var label = Path.GetFileNameWithoutExtension(path);
        var read = refusals.Take(path, InputFile.Read(path, stream => FrequencyFile.Read(stream, label)));
        return read is null ? refusals.Refuse() : Describe(terminal, read);
    }

    /// <summary>One population as itself, those of a file that has several as a list.</summary>
    static int Describe(Terminal terminal, IReadOnlyList<AlleleFrequencies> populations)
    {
        var described = populations.Select(Description.Of).ToList();
        return terminal.Answer(described.Count == 1 ? described[0] : described, console =>
        {
            foreach (var it in described) Draw(console, it);
        });
    }

    static void DrawList(IAnsiConsole console, List<Summary> all)
    {
        var table = Tables.Of("name", "population", ">markers", ">2N");
        foreach (var it in all) table.Add(it.Name, it.Title, $"{it.Markers}", it.Chromosomes.InWords);
        console.Write(table);
        console.WriteLine("2N is the number of chromosomes counted; where it varies by marker the range is given.");
        console.WriteLine("`homeward populations NAME` shows a table's source and its markers.");
    }

    static void Draw(IAnsiConsole console, Description it)
    {
        console.WriteLine($"{it.Name}: {it.Title}");
        console.WriteLine($"Source: {it.Citation}");
        if (it.Licence.Length > 0) console.WriteLine($"Licence: {it.Licence}");
        if (it.StatedMinimum is { } minimum) console.WriteLine($"Minimum frequency imposed by the source: {minimum}");
        foreach (var note in it.Notes) console.WriteLine($"Note: {note}");
        var table = Tables.Of("marker", ">2N", ">alleles", ">from", ">to", ">commonest", ">heterozygosity");
        foreach (var row in it.Markers)
            table.Add(
                row.Marker, row.Chromosomes?.ToString() ?? "not stated", $"{row.Alleles}", row.Lowest, row.Highest,
                $"{row.Commonest} ({row.CommonestFrequency:0.000})", $"{row.Heterozygosity:0.000}");
        console.Write(table);
        console.WriteLine("`homeward markers NAME` shows the frequencies of a marker's alleles in every population.");
    }

    /// <summary>The smallest and the largest 2N of a table; null where none is stated.</summary>
    sealed record Range(int? Least, int? Most)
    {
        internal string InWords =>
            Least is null ? "not stated" : Least == Most ? $"{Least}" : $"{Least} to {Most}";
    }

    sealed record Summary(string Name, string Title, int Markers, Range Chromosomes, string Citation, string Licence)
    {
        public static Summary Of(AlleleFrequencies it)
        {
            var counts = it.Markers.Select(marker => it.Find(marker)!.Chromosomes).ToList();
            return new(
                it.Name, it.Title, it.Markers.Count, new(counts.Min(), counts.Max()), it.Citation, it.Licence);
        }
    }

    sealed record Description(
        string Name,
        string Title,
        string Citation,
        string Licence,
        IReadOnlyList<string> Notes,
        double? StatedMinimum,
        IReadOnlyList<MarkerRow> Markers)
    {
        public static Description Of(AlleleFrequencies it) => new(
            it.Name, it.Title, it.Citation, it.Licence, it.Notes, it.StatedMinimum,
            [.. it.Markers.Select(marker => MarkerRow.Of(it.Find(marker)!))]);
    }

    sealed record MarkerRow(
        string Marker,
        int? Chromosomes,
        int Alleles,
        string Lowest,
        string Highest,
        string Commonest,
        double CommonestFrequency,
        double Heterozygosity)
    {
        public static MarkerRow Of(MarkerFrequencies it)
        {
            var (most, at) = it.Frequencies.Select((frequency, i) => (frequency, i)).Max();
            return new(
                it.Marker, it.Chromosomes, it.Alleles.Count, $"{it.Alleles[0]}", $"{it.Alleles[^1]}",
                $"{it.Alleles[at]}", most, 1 - it.Frequencies.Sum(p => p * p));
        }
    }
}
