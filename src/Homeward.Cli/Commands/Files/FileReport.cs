using Homeward.Genetics.Primitives;

namespace Homeward.Cli.Commands.Files;

/// <summary>What one file holds, and what is wrong with it.</summary>
sealed record FileReport(
    string File,
    string Format,
    FileReport.ProfilesPart? Profiles,
    FileReport.FamiliesPart? Families,
    IReadOnlyList<FileReport.PopulationPart>? Populations,
    int? Cases,
    FileReport.Findings Warnings,
    FileReport.Findings Problems)
{
    /// <param name="Samples">Names in the order of the file.</param>
    /// <param name="Markers">Canonical names of all markers that were read in any sample.</param>
    /// <param name="Kit">The kit whose markers these are most nearly.</param>
    /// <param name="FewestMarkers">Markers read in the poorest sample.</param>
    /// <param name="MostMarkers">Markers read in the richest.</param>
    public sealed record ProfilesPart(
        IReadOnlyList<string> Samples,
        IReadOnlyList<string> Markers,
        KitGuess? Kit,
        int FewestMarkers,
        int MostMarkers);

    /// <param name="Name">The kit.</param>
    /// <param name="Shared">Markers of the kit that are in the file.</param>
    /// <param name="OfKit">Markers of the kit.</param>
    /// <param name="Others">Markers of the file that the kit has not.</param>
    public sealed record KitGuess(string Name, int Shared, int OfKit, IReadOnlyList<string> Others);

    public sealed record FamiliesPart(int Families, int Members, int Typed, int Missing);

    public sealed record PopulationPart(string Name, int Markers, int? LeastChromosomes, int? MostChromosomes);

    /// <param name="Total">How many there are.</param>
    /// <param name="Listed">The first thousand.</param>
    public sealed record Findings(int Total, IReadOnlyList<Problem> Listed)
    {
        public static Findings Of(Problems problems) => new(problems.Total, [.. problems]);
    }
}
