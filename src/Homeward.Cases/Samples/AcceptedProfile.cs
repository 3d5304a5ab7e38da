using Homeward.Genetics.Profiles;

namespace Homeward.Cases.Samples;

/// <summary>A profile as the gene database gives it back, named by its accession number.</summary>
/// <param name="Number">Its place in the order of all changes of the gene database.</param>
/// <param name="Accession">The name of the profile.</param>
/// <param name="Donor">Whose it is.</param>
/// <param name="Kind">What it is searched for.</param>
/// <param name="Profile">The genotypes.</param>
public sealed record AcceptedProfile(
    long Number, AccessionNumber Accession, GeneDonorId Donor, ProfileKind Kind, Profile Profile);
