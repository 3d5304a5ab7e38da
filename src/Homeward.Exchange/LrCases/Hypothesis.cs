using Homeward.Genetics.Pedigrees;

namespace Homeward.Exchange.LrCases;

/// <summary>A pedigree claimed for the people of a case.</summary>
public sealed record Hypothesis(string Name, Pedigree Pedigree);
