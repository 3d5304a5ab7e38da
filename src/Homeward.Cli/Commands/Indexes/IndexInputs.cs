using System.CommandLine;
using Homeward.Cli.Files;
using Homeward.Cli.Inputs;
using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Family = Homeward.Genetics.Kinship.Family;

namespace Homeward.Cli.Commands.Indexes;

/// <summary>What several index commands read.</summary>
static class IndexInputs
{
    public static Argument<string> Folder() => new("FOLDER") { Description = "The folder of the index" };

    public static Option<string[]> Files(string name, string description) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        HelpName = "FILE|FOLDER...",
    };

    /// <summary>How an index of these assumptions is searched.</summary>
    public static SearchSettings SettingsOf(Assumptions assumptions, double threshold) => new()
    {
        Populations = assumptions.Populations,
        Threshold = threshold,
        AlternativePrior = 1,
        Scan = ScanOptions.Fastest,
    };

    /// <summary>The assumptions an index was built with; null when its frequency file is gone, say.</summary>
    public static Assumptions? AssumptionsOf(IndexManifest manifest, Refusals refusals)
    {
        var command = new Command("index");
        var options = new AssumptionOptions(command);
        return options.Read(command.Parse([.. manifest.Assumptions]), refusals);
    }

    /// <summary>An index with everything in it but its tables checked; null when it was refused.</summary>
    public static (IndexFolder Index, Assumptions Assumptions)? Open(string folder, Refusals refusals)
    {
        if (refusals.Take(folder, IndexManifest.Read(folder)) is not { } manifest) return null;
        if (AssumptionsOf(manifest, refusals) is not { } assumptions) return null;
        var settings = SettingsOf(assumptions, manifest.Threshold);
        return refusals.Take(folder, IndexFolder.Open(folder, manifest, settings)) is { } index
            ? (index, assumptions)
            : null;
    }

    /// <summary>Children and families of files; problems go to the refusals.</summary>
    public static (IReadOnlyCollection<Profile> Children, IReadOnlyList<Family> Families) Read(
        string[]? children, string? families, string[]? profiles, Refusals refusals)
    {
        var read = ProfileInputs.Read(children ?? [], refusals);
        var references = ProfileInputs.Read(profiles ?? [], refusals);
        foreach (var both in read.Keys.Where(references.ContainsKey))
            refusals.Add("--children", $"sample {both}", "is also among the relatives' profiles");
        return (read.Values, families is null ? [] : FamilyInputs.Read(families, references, refusals));
    }

    /// <summary>Markers that somebody was typed at.</summary>
    public static HashSet<string> TypedIn(IEnumerable<Profile> children, IEnumerable<Family> families) =>
        children.Concat(families.SelectMany(it => it.Profiles.OfType<Profile>()))
            .SelectMany(it => it.Genotypes.Keys).ToHashSet(StringComparer.Ordinal);
}
