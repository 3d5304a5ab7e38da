namespace Homeward.Cli.Commands.Studies;

/// <summary>The truth of a simulated study, as its files tell it.</summary>
/// <param name="FamilyOf">By child; null = the family never reported.</param>
/// <param name="Remarks">By sample: what went wrong with it.</param>
sealed record Truth(IReadOnlyDictionary<string, string?> FamilyOf, IReadOnlyDictionary<string, string> Remarks)
{
    public static Truth Read(string folder) => new(
        Rows(folder, StudyFiles.Truth).ToDictionary(it => it[0], it => it[1].Length == 0 ? null : it[1]),
        Rows(folder, StudyFiles.Remarks).ToDictionary(it => it[0], it => it[1]));

    // These files are our own and hold no quoted cells.
    static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(it => it.Split(','));
}
