namespace Homeward.Cases.Samples;

/// <summary>The numbers under which a sample's profile goes to the gene database.</summary>
/// <param name="Label">What the laboratory's file calls the sample.</param>
/// <param name="Accession">Of the profile.</param>
/// <param name="Donor">Of whose it is.</param>
/// <param name="Kind">What it is searched for.</param>
public sealed record BegunTyping(string Label, AccessionNumber Accession, GeneDonorId Donor, ProfileKind Kind);
