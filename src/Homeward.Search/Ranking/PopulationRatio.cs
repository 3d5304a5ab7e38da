namespace Homeward.Search.Ranking;

/// <summary>A total under one population.</summary>
public sealed record PopulationRatio(string Population, double Log10);
