using System.CommandLine;
using Homeward.Cli.Output;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;
using Spectre.Console;

namespace Homeward.Cli.Commands.Reference;

static class MarkersCommand
{
    public const string Examples = "homeward markers\nhomeward markers vWA\nhomeward markers \"penta_e\" --json";

    public static Command Create()
    {
        var name = CommonOptions.OptionalName("marker, in any spelling,");
        var command = new Command("markers", "List the markers Homeward knows, or describe one with its frequencies")
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
            var all = MarkerCatalogue.All.Select(Summary.Of).ToList();
            return terminal.Answer(all, console => DrawList(console, all));
        }
        if (MarkerCatalogue.Find(name) is not { } marker)
        {
            var hint = NearestName.Hint(name, MarkerCatalogue.All.Select(it => it.Name));
            return terminal.Refuse("", $"there is no marker \"{name}\"{hint}; `homeward markers` lists all");
        }

        var described = Description.Of(marker);
        return terminal.Answer(described, console => Draw(console, described));
    }

    static void DrawList(IAnsiConsole console, List<Summary> all)
    {
        var table = Tables.Of(
            "marker", "inherited", "chromosome", ">Mb", ">bases", ">kits", ">populations", "also called");
        foreach (var it in all)
            table.Add(
                it.Name, KindWords.Of(it.Kind), it.Chromosome ?? "", $"{it.PositionMb:0.0}", $"{it.PeriodBases}",
                $"{it.Kits}", $"{it.Populations}", string.Join(", ", it.Aliases));
        console.Write(table);
        console.WriteLine("Mb: start in GRCh38. Bases: of one repeat. Case, spaces and hyphens never matter.");
    }

    static void Draw(IAnsiConsole console, Description it)
    {
        console.WriteLine($"{it.Name}: {KindWords.Of(it.Kind)}");
        if (it.Chromosome is not null) console.WriteLine($"Chromosome: {it.Chromosome}");
        if (it.PositionMb is not null) console.WriteLine($"Start in GRCh38: {it.PositionMb} Mb");
        if (it.PeriodBases is not null) console.WriteLine($"Bases of one repeat: {it.PeriodBases}");
        if (it.Aliases.Count > 0) console.WriteLine($"Also called: {string.Join(", ", it.Aliases)}");
        console.WriteLine($"Kits: {(it.Kits.Count == 0 ? "none known" : string.Join(", ", it.Kits))}");
        if (it.Populations.Count == 0)
        {
            console.WriteLine("No population in the catalogue has frequencies for it.");
            return;
        }
        var table = Tables.Of(["allele", .. it.Populations.Select(population => ">" + population.Name)]);
        table.Add(["2N", .. it.Populations.Select(population => population.Chromosomes?.ToString() ?? "not stated")]);
        foreach (var (name, frequencies) in it.Alleles)
            table.Add([name, .. frequencies.Select(p => p is null ? "" : $"{p:0.0000}")]);
        console.Write(table);
        console.WriteLine("Empty: not seen in that sample. Frequencies are as published.");
    }

    sealed record Summary(
        string Name,
        MarkerKind Kind,
        string? Chromosome,
        double? PositionMb,
        int? PeriodBases,
        IReadOnlyList<string> Aliases,
        int Kits,
        int Populations)
    {
        public static Summary Of(Marker it) => new(
            it.Name, it.Kind, it.Chromosome, it.PositionMb, it.PeriodBases, it.Aliases,
            KitCatalogue.All.Count(kit => kit.Markers.Contains(it.Name)),
            PopulationCatalogue.All.Count(population => population.Find(it.Name) is not null));
    }

    sealed record Description(
        string Name,
        MarkerKind Kind,
        string? Chromosome,
        double? PositionMb,
        int? PeriodBases,
        IReadOnlyList<string> Aliases,
        IReadOnlyList<string> Kits,
        IReadOnlyList<PopulationOfMarker> Populations,
        IReadOnlyList<AlleleRow> Alleles)
    {
        public static Description Of(Marker it)
        {
            var tables = PopulationCatalogue.All
                .Select(population => (population.Name, Table: population.Find(it.Name)))
                .Where(population => population.Table is not null)
                .ToList();
            var alleles =
                from allele in tables.SelectMany(table => table.Table!.Alleles).Distinct().Order()
                select new AlleleRow($"{allele}", [.. tables.Select(table => FrequencyIn(table.Table!, allele))]);
            return new(
                it.Name, it.Kind, it.Chromosome, it.PositionMb, it.PeriodBases, it.Aliases,
                [.. KitCatalogue.All.Where(kit => kit.Markers.Contains(it.Name)).Select(kit => kit.Name)],
                [.. tables.Select(table => new PopulationOfMarker(table.Name, table.Table!.Chromosomes))],
                [.. alleles]);
        }

        static double? FrequencyIn(MarkerFrequencies table, Allele allele)
        {
            for (var i = 0; i < table.Alleles.Count; i++)
                if (table.Alleles[i] == allele) return table.Frequencies[i];
            return null;
        }
    }

    sealed record PopulationOfMarker(string Name, int? Chromosomes);

    /// <param name="Allele">The allele.</param>
    /// <param name="Frequencies">One a population, in the order of the populations; null = not seen.</param>
    sealed record AlleleRow(string Allele, IReadOnlyList<double?> Frequencies);
}
