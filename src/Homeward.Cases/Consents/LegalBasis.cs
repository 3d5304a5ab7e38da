namespace Homeward.Cases.Consents;

/// <summary>Why a sample of somebody may be taken and used at all.</summary>
/// <remarks>Stored by name: a name is never changed.</remarks>
public enum LegalBasis
{
    /// <summary>A law asks for it and nobody has to agree: rescued children.</summary>
    Law,

    /// <summary>The donor agreed.</summary>
    Donor,

    /// <summary>Whoever cares for the donor by law agreed: a parent, or an institution.</summary>
    Guardian,
}
