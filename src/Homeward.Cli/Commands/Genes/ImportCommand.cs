using System.CommandLine;
using Homeward.Cases.Samples;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Kinship;
using Homeward.Server.Genes;
using Spectre.Console;
using Profile = Homeward.Genetics.Profiles.Profile;

namespace Homeward.Cli.Commands.Genes;

/// <summary><c>homeward genes import</c>: profiles and families from files, whole or not at all.</summary>
static class ImportCommand
{
    /// <summary>Whether a family contradicts itself hardly depends on it; who least belongs there does.</summary>
    const string DefaultPopulation = "china-han";

    public static Command Create()
    {
        var data = DataFolder.Option();
        var children = Files("--children", "Profiles of children whose families are sought, in any format");
        var profiles = Files("--profiles", "Profiles of relatives, in any format");
        var families = new Option<string?>("--families")
        {
            Description = "Pedigrees (family,individual,father,mother,sex,sample,missing)",
            HelpName = "FILE",
        };
        var staff = Files("--staff", "Profiles of people who work with samples, to find contaminations");
        var numbers = new Option<string>("--numbers")
        {
            Description = "Which number stands for which sample and family; read if it is there, for you alone",
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("import", "Take profiles and families into the gene database, under numbers")
        {
            data, children, profiles, families, staff, numbers,
        };
        var assumptions = new AssumptionOptions(command, DefaultPopulation);
        command.Add(CommonOptions.Json());
        command.SetAction((parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            var sought = ProfileInputs.Read(parse.GetValue(children) ?? [], refusals);
            var relatives = ProfileInputs.Read(parse.GetValue(profiles) ?? [], refusals);
            var own = ProfileInputs.Read(parse.GetValue(staff) ?? [], refusals);
            foreach (var twice in sought.Keys.Where(it => relatives.ContainsKey(it) || own.ContainsKey(it)))
                refusals.Add("--children", "", "a sample is also among the relatives' profiles, or the staff's");
            var pedigrees = parse.GetValue(families) is { } path ? FamilyInputs.Read(path, relatives, refusals) : [];
            var ladders = assumptions.Read(parse, refusals)?.Populations[0];
            return RunAsync(
                terminal, refusals, new(parse.GetValue(data)!), parse.GetValue(numbers)!,
                new(sought, relatives, own, pedigrees, ladders), cancel);
        });
        return command;
    }

    public sealed record Input(
        Dictionary<string, Profile> Children,
        Dictionary<string, Profile> Relatives,
        Dictionary<string, Profile> Staff,
        IReadOnlyList<Family> Families,
        MarkerLadders? Ladders);

    static async Task<int> RunAsync(
        Terminal terminal, Refusals refusals, DataFolder folder, string path, Input input, CancellationToken cancel)
    {
        var numbers = refusals.Take(path, NumberFile.Open(path));
        if (refusals.Any) return refusals.Refuse();
        await using var genes = OpenGenes.Of(folder, refusals);
        if (genes is null) return refusals.Refuse();
        if (Check(genes, input, refusals) is not { } check) return refusals.Refuse();
        var import = new GeneImport(genes.Session, numbers!, check);
        var answer = await import.RunAsync(input, refusals, cancel);
        return answer is null
            ? refusals.Refuse()
            : terminal.Answer(answer, console => Draw(console, answer));
    }

    /// <summary>Null when somebody's own profile is among the samples, or when far too many are alike.</summary>
    static LaboratoryCheck? Check(OpenGenes genes, Input input, Refusals refusals)
    {
        Profile[] samples = [.. input.Children.Values, .. input.Relatives.Values];
        Profile[] staff = [.. input.Staff.Values, .. genes.Database.Live(ProfileKind.Staff).Select(it => it.Profile)];
        var check = LaboratoryCheck.Of(samples, staff, input.Families, input.Ladders!);
        if (!check.IsAllowed)
        {
            refusals.Add("--profiles", "", check.Refusal.Reason);
            return null;
        }
        foreach (var sample in check.Value.Contaminated)
            refusals.Add("", $"sample {sample}", "may be of somebody who works with samples: a contamination");
        return refusals.Any ? null : check.Value;
    }

    static void Draw(IAnsiConsole console, GeneImport.Answer answer)
    {
        console.WriteLine(
            $"{answer.Accepted:N0} profiles accepted, {answer.AlreadyThere:N0} were there; "
            + $"{answer.Families:N0} families accepted, {answer.FamiliesAlreadyThere:N0} were there.");
        foreach (var it in answer.Alike)
            console.WriteLine($"ALIKE: {it.First} and {it.Second} may be one person's, a twin's, or mixed up.");
        foreach (var it in answer.Contradictory)
            console.WriteLine(
                $"CONTRADICTS ITSELF: family {it.Family} at {string.Join(", ", it.Markers)}; "
                + $"likeliest a stranger's profile: {it.Suspect}.");
    }

    static Option<string[]> Files(string name, string description) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        HelpName = "FILE...",
    };
}
