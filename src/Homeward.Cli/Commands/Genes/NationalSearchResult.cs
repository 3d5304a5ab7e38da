namespace Homeward.Cli.Commands.Genes;

/// <summary>What a run of the search did.</summary>
/// <param name="Children">Children searched against all families.</param>
/// <param name="Families">Families searched against all children.</param>
/// <param name="Pairs">Pairs found at or over the threshold.</param>
sealed record NationalSearchResult(int Children, int Families, int Pairs);
