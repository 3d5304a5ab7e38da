namespace Homeward.Exchange.LrCases;

/// <summary>A mutation matrix with the names of its rows and columns.</summary>
/// <param name="Alleles">As written in the file.</param>
/// <param name="Matrix">Row = parental allele, column = transmitted allele.</param>
public sealed record NamedMatrix(IReadOnlyList<string> Alleles, IReadOnlyList<IReadOnlyList<double>> Matrix);
