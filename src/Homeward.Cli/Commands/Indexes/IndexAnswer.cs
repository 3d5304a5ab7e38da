using Homeward.Cli.Files;
using Spectre.Console;

namespace Homeward.Cli.Commands.Indexes;

/// <summary>What an index holds after it was built or changed, property by property as JSON has it.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Generation">Counts its changes.</param>
/// <param name="Children">Children in it.</param>
/// <param name="Families">Families in it.</param>
/// <param name="Relatives">Profiles of relatives in it.</param>
/// <param name="Compiled">Missing members compiled now.</param>
/// <param name="Kept">Missing members whose tables were kept as they were.</param>
/// <param name="Threshold">log10 of the smallest LR that a search of it finds.</param>
/// <param name="Markers">Its columns.</param>
sealed record IndexAnswer(
    string Folder,
    int Generation,
    int Children,
    int Families,
    int Relatives,
    int Compiled,
    int Kept,
    double Threshold,
    IReadOnlyList<string> Markers)
{
    public static IndexAnswer Of(string folder, IndexContents contents, IndexManifest manifest, int compiled) => new(
        folder, manifest.Generation, contents.Children.ProfileCount, contents.Families.Count,
        contents.Families.Relatives.ProfileCount, compiled,
        contents.Families.Sum(it => it.Missing.Count) - compiled, manifest.Threshold, manifest.Markers);

    public void Draw(IAnsiConsole console) => console.WriteLine(
        $"{Folder}: {Children:N0} children, {Families:N0} families with {Relatives:N0} profiles, {Markers.Count} "
        + $"markers; {Compiled:N0} compiled, {Kept:N0} kept.");
}
