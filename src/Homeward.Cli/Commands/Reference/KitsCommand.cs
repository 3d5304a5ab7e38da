using System.CommandLine;
using Homeward.Cli.Output;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;
using Spectre.Console;

namespace Homeward.Cli.Commands.Reference;

static class KitsCommand
{
    public const string Examples = "homeward kits\nhomeward kits \"Goldeneye 20A\"\nhomeward kits GlobalFiler --json";

    public static Command Create()
    {
        var name = CommonOptions.OptionalName("kit");
        var command = new Command("kits", "List the kits and core sets that Homeward knows, or describe one")
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
            var all = KitCatalogue.All.Select(Description.Of).ToList();
            return terminal.Answer(all, console => DrawList(console, all));
        }
        if (KitCatalogue.Find(name) is not { } kit)
        {
            var hint = NearestName.Hint(name, KitCatalogue.All.Select(it => it.Name));
            return terminal.Refuse("", $"there is no kit \"{name}\"{hint}; `homeward kits` lists all");
        }

        var described = Description.Of(kit);
        return terminal.Answer(described, console => Draw(console, described));
    }

    static void DrawList(IAnsiConsole console, List<Description> all)
    {
        var table = Tables.Of("kit", ">autosomal", ">X", ">Y", "amelogenin");
        foreach (var it in all)
            table.Add(
                it.Name, Count(it, MarkerKind.Autosomal), Count(it, MarkerKind.X), Count(it, MarkerKind.Y),
                it.Markers.Any(marker => marker.Kind == MarkerKind.Amelogenin) ? "yes" : "");
        console.Write(table);
        console.WriteLine("`homeward kits NAME` lists a kit's markers.");
    }

    static string Count(Description kit, MarkerKind kind)
    {
        var count = kit.Markers.Count(it => it.Kind == kind);
        return count == 0 ? "" : $"{count}";
    }

    static void Draw(IAnsiConsole console, Description it)
    {
        console.WriteLine($"{it.Name}: {it.Markers.Count} markers");
        console.WriteLine($"Source: {it.Source}");
        var table = Tables.Of("marker", "inherited", "chromosome", "populations with frequencies");
        foreach (var marker in it.Markers)
            table.Add(
                marker.Name, marker.Kind is { } kind ? KindWords.Of(kind) : "not in the catalogue",
                marker.Chromosome ?? "", string.Join(", ", marker.Populations));
        console.Write(table);
    }

    sealed record Description(string Name, string Source, IReadOnlyList<KitMarker> Markers)
    {
        public static Description Of(Kit kit) => new(kit.Name, kit.Source, [.. kit.Markers.Select(KitMarker.Of)]);
    }

    sealed record KitMarker(string Name, MarkerKind? Kind, string? Chromosome, IReadOnlyList<string> Populations)
    {
        public static KitMarker Of(string name)
        {
            var marker = MarkerCatalogue.Find(name);
            var populations = PopulationCatalogue.All.Where(it => it.Find(name) is not null).Select(it => it.Name);
            return new(name, marker?.Kind, marker?.Chromosome, [.. populations]);
        }
    }
}
