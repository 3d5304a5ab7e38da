using Homeward.Genetics.Likelihood;

namespace Homeward.Exchange.LrCases;

/// <summary>A locus as it was read; without alleles or without a model when the problems say why.</summary>
sealed record Locus(string Name, IReadOnlyList<string>? Alleles, MarkerModel? Model);
