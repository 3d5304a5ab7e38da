using Homeward.Genetics.Profiles;

namespace Homeward.Cases.Samples;

/// <summary>A profile on its way into the gene database.</summary>
public sealed record Acceptance
{
    public required AccessionNumber Accession { get; init; }
    public required GeneDonorId Donor { get; init; }
    public required ProfileKind Kind { get; init; }

    /// <summary>Its name is not stored.</summary>
    public required Profile Profile { get; init; }

    /// <summary>An earlier profile of the same donor that is not to be searched any more: this one is better.</summary>
    public AccessionNumber? Supersedes { get; init; }
}
