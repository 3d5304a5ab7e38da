namespace Homeward.Cases.Imports;

/// <summary>What became of a file.</summary>
/// <param name="Added">Rows that are records now.</param>
/// <param name="Unchanged">Rows that were taken in before, and say the same.</param>
public sealed record ImportResult(int Added, int Unchanged);
