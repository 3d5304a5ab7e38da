namespace Homeward.Cli.Commands.Bench;

/// <summary>What the national run compares, and where its files stay.</summary>
/// <param name="Children">How many.</param>
/// <param name="Families">How many.</param>
/// <param name="Folder">Kept for the next run; null for a folder that is deleted afterwards.</param>
sealed record NationalSize(int Children, int Families, string? Folder)
{
    /// <summary>What the folder's list of files says that it holds.</summary>
    public IReadOnlyList<string> InWords() => ["made up", $"{Children} children", $"{Families} families"];
}
